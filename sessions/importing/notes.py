"""Finds notes of speech recognisers and transcribers among the words: sounds, speakers' names, music."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.pauses import pause_in

_NOISE = (
    r"music|applause|laughter|laughs?|laughing|chuckles?|sighs?|coughs?|coughing|inaudible|unintelligible|"
    r"crosstalk|blank_audio|no audio|no speech|foreign|static|clears throat"
)
_MORE_NOISE = r"noise|birds?|chirping|singing|gong|bells?|chimes?|ringing|breathing|exhales?|inhales?"
"""Words for sounds that, in parentheses, may also be a reminder in the stillness."""


def _some(words: str) -> str:
    return rf"(?:[a-z]+ ){{0,2}}(?:{words})(?: [a-z]+){{0,3}}(?: [0-9]{{1,2}}(?::[0-9]{{2}}){{1,2}})?"


_IN_BRACKETS = re.compile(
    rf"[*_]{{0,2}}(?:\[ *{_some(f'{_NOISE}|{_MORE_NOISE}')} *\]|"
    rf"\( *{_some(_NOISE)} *\)|<\|[a-z_]+\|>)[*_]{{0,2}}",
    re.IGNORECASE,
)
_MUSIC = re.compile(r"[♪♫♬#]?[♪♫♬]+#?")
_SPEAKER = re.compile(
    r"^ *(?:>{1,3} *)?(?:\[? ?(?:[Ss]peaker|SPEAKER)[ _]?\w{1,3} ?\]? ?:|"
    r"(?:[A-Z][A-Z.'-]{1,14} ?){1,2}[0-9]{0,2}:|"
    r"(?:Teacher|Guide|Host|Narrator|Interviewer|Instructor|Woman|Man)(?: \([^()]{1,20}\))?:)(?= |$)"
    r"|^ *>{1,3} ?"
)

_OF_THE_BODY = (
    "air ankle ankles arm arms arriving back belly body breath breathe breathing breaths brow cheek "
    "cheeks chest chin ear ears elbow elbows exhale exhaling eye eyes face feet finger fingers foot "
    "forehead hand hands head heart heel heels hip hips in inhale inhaling jaw knee knees landing left "
    "leg legs lips lower mouth neck nose notice out palm palms part phase rest resting rib ribs right "
    "round seat settling shoulder shoulders sides skin soles spine step stomach throat thumb thumbs toe "
    "toes tongue torso upper waist wrist wrists"
)
"""Words before a colon that are text, as in `Left Hand:` or `Breathing In:`, and name no speaker."""


def is_said(name: str) -> bool:
    """Whether words before a colon are about the body, the breath or the session, and name no speaker."""
    return not set(_OF_THE_BODY.split()).isdisjoint(re.findall(r"[^\W\d_]+", name.lower()))


def is_note(text: str) -> bool:
    """Whether a text is nothing but a note on a sound, such as `[Music]`."""
    return _IN_BRACKETS.fullmatch(text.strip()) is not None


def without_notes(text: str, ledger: Ledger, place: int) -> str:
    """A text on one line without such notes, each of which is counted; written pauses stay."""
    if not text:
        return text

    def left_out(match: re.Match[str]) -> str:
        if pause_in(match.group()):
            return match.group()
        ledger.note(Thing.SOUND, place)
        return " "

    text = _IN_BRACKETS.sub(left_out, text)
    text, count = _MUSIC.subn(" ", text)
    ledger.note(Thing.SOUND, place, count)
    if (match := _SPEAKER.match(text)) and is_said(match.group()):
        text = text.lstrip(" >")
    elif match:
        ledger.note(Thing.SPEAKER, place)
        text = text[match.end() :]
    return " ".join(text.split())

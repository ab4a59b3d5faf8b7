"""JSON of recognisers and of people: Whisper's, captions of a video site, and lists of `{say, pause}`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.pauses import Pause, pause_in
from sessions.importing.source import Cleaner, Source, UnusableError
from sessions.importing.subtitles import Cue, source_of
from sessions.importing.untimed import Untimed

_LISTS = (
    "segments",
    "transcription",
    "events",
    "results",
    "captions",
    "cues",
    "steps",
    "items",
    "lines",
    "prompts",
)
_TEXTS = ("say", "text", "prompt", "line", "content", "utf8")
_PAUSES = ("pause", "silence", "quiet", "wait", "seconds", "for", "after")
_IN_SECONDS = (("start", "end", "duration"), ("from", "to", "dur"), ("begin", "end", "dur"))
_MOST_SECONDS = 1e6
_UNKNOWN = "this JSON has no list of `start`, `end` and `text`, nor of `say` and `pause`"


def read_json(text: str, ledger: Ledger) -> Source:
    """The entries of a file, with their times or, where they have none, with their pauses.

    Raises:
        UnusableError: it is no JSON, or holds nothing of the kind.
    """
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        place = f": line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise UnusableError(f"this is no sound JSON{place}") from None
    ledger.unit = "entry"
    entries, title, language = _entries(found)
    cleaner = Cleaner(ledger)
    if any(_times(entry) for entry in entries):
        source = source_of(_cues(entries, ledger), cleaner, language)
        return Source(source.passages, cleaner.text(title), language=language)
    return _untimed(entries, cleaner, ledger, title, language)


def _entries(found: object) -> tuple[Sequence[object], str, str]:
    if isinstance(found, dict) and found.get("shape") == "ajar-score":
        raise UnusableError(
            "this is a session as data; `ajar export NAME --to yaml` writes it as a session file"
        )
    if isinstance(found, list):
        return found, "", ""
    if isinstance(found, dict):
        for name in _LISTS:
            if isinstance(found.get(name), list):
                return found[name], _text(found.get("title")), _language(found)
    raise UnusableError(_UNKNOWN)


def _language(found: Mapping[str, object]) -> str:
    result = found.get("result")
    inner = result.get("language") if isinstance(result, dict) else None
    return _text(found.get("language") or inner)


def _cues(entries: Sequence[object], ledger: Ledger) -> list[Cue]:
    cues: list[Cue] = []
    for number, entry in enumerate(entries, 1):
        times, words = _times(entry), _words(entry)
        if times:
            ledger.note(Thing.EARLY, number, times[0] < 0)
            ledger.note(Thing.BACKWARD, number, times[1] < times[0])
            start = max(0.0, times[0])
            cues.append(Cue(start, max(start, times[1]), number, [words]))
        elif words and cues:
            ledger.note(Thing.TIME, number)
            cues[-1].lines.append(words)
        else:
            ledger.note(Thing.ENTRY, number, bool(entry))
    return cues


def _times(entry: object) -> tuple[float, float] | None:
    """Start and end in seconds, in the ways in which they are written."""
    if not isinstance(entry, dict):
        return None
    if isinstance(entry.get("offsets"), dict):
        start, end = (_number(entry["offsets"].get(name)) for name in ("from", "to"))
        return None if start is None else (start / 1000, (end or start) / 1000)
    if (start := _number(entry.get("tStartMs"))) is not None:
        return start / 1000, (start + (_number(entry.get("dDurationMs")) or 0.0)) / 1000
    for first, last, length in _IN_SECONDS:
        start, end, lasts = (_number(entry.get(name)) for name in (first, last, length))
        if start is not None:
            return start, end if end is not None else start + (lasts or 0.0)
    return None


def _words(entry: object) -> str:
    if isinstance(entry, str):
        return entry
    if not isinstance(entry, dict):
        return ""
    if isinstance(entry.get("segs"), list):
        return "".join(_text(seg.get("utf8")) for seg in entry["segs"] if isinstance(seg, dict))
    return next((_text(entry[name]) for name in _TEXTS if _text(entry.get(name))), "")


def _untimed(
    entries: Sequence[object], cleaner: Cleaner, ledger: Ledger, title: str, language: str
) -> Source:
    told = Untimed(ledger, cleaner, cleaner.text(title), language)
    for number, entry in enumerate(entries, 1):
        words = _words(entry)
        pause = _pause(entry) if isinstance(entry, dict) else None
        alone = pause_in(words)
        if alone is not None:
            told.pause(alone, number)
        elif words:
            told.say(words, number)
        if pause is not None:
            told.pause(pause, number)
        elif words and isinstance(entry, str):
            told.empty_line()
        if not words and pause is None:
            ledger.note(Thing.ENTRY, number)
    return told.source()


def _pause(entry: Mapping[str, object]) -> Pause | None:
    for name in _PAUSES:
        value = entry.get(name)
        if (seconds := _number(value)) is not None and seconds > 0:
            return Pause(seconds)
        if isinstance(value, str) and (pause := pause_in(f"[{value}]") or pause_in(f"[pause {value}]")):
            return pause
    return None


def _number(value: object) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    sound = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _MOST_SECONDS
    return float(value) if sound and isinstance(value, int | float) else None


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""

"""Reads written pauses: `[pause 5s]`, `(Pause – 1 minute)`, `Pause for ten seconds.`, `<break>`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

USUAL, SHORT, LONG = 10.0, 5.0, 20.0
"""Seconds of a pause without a length; of one called short; of one called long."""
BREATH = 5.0
"""Seconds of one breath, where a pause is counted in breaths."""

_NUMBERS = {
    "zero": 0.0,
    "a": 1.0,
    "an": 1.0,
    "half": 0.5,
    "half a": 0.5,
    "a couple of": 2.0,
    "a few": 3.0,
    "one": 1.0,
    "two": 2.0,
    "three": 3.0,
    "four": 4.0,
    "five": 5.0,
    "six": 6.0,
    "seven": 7.0,
    "eight": 8.0,
    "nine": 9.0,
    "ten": 10.0,
    "eleven": 11.0,
    "twelve": 12.0,
    "fifteen": 15.0,
    "eighteen": 18.0,
    "twenty": 20.0,
    "twenty five": 25.0,
    "thirty": 30.0,
    "forty": 40.0,
    "forty five": 45.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "ninety": 90.0,
}
_WORDS = "|".join(sorted((word.replace(" ", "[ -]") for word in _NUMBERS), key=len, reverse=True))
_NUMBER = rf"\d{{1,4}}(?:[.,]\d{{1,2}})?|{_WORDS}"
_UNITS = {"ms": 0.001, "s": 1.0, "m": 60.0, "b": BREATH}
_UNIT = (
    r"(?:(?P<ms>milliseconds?|msecs?|ms)|(?P<s>seconds?|secs?|s|\u2033|\")|(?P<m>minutes?|mins?|m|\u2032)|(?P<b>breaths?))"
    r"(?![^\W\d_])"
)
_ONE = re.compile(
    rf"(?P<number>{_NUMBER})(?: ?(?P<half>and a half))?"
    rf"(?: ?(?:-|–|to|or) ?(?P<other>{_NUMBER}))? ?-?(?:(?:{_UNIT})\.?(?: (?P<late>and a half))?)?"
)
_CLOCK = re.compile(r"(\d{1,2}):([0-5]\d)")
_BETWEEN = r"(?:[-–—]{1,3}|/{1,2})"
"""Marks between a pause and the words around it."""
_STILL = r"(?:pauses?|paus|silence|silent|quiet|stillness|still|break|beat|wait)"
_HOW = r"(?:(?P<how>long|longer|short|shorter|brief|small|little|big|slight) )?"
_NAMED = re.compile(
    rf"(?:(?:take|make|leave|insert|hold) )?(?:(?:a|an|the|in) )?{_HOW}{_STILL}(?: (?:here|now|again))?"
    r"[ ,:=–—-]*(?:(?:(?:for|of|about|approximately|approx|ca)\b\.?|~) ?)*(?P<amount>.*)"
)
_BARE = re.compile(r"(?:(?:long|longer|short|shorter|brief|small|little) )?(?:pause|silence)(?: here)?")
_BEFORE = re.compile(rf"(?:an? (?=\d))?(?P<amount>.+?)[ -](?:of |in )?{_HOW}{_STILL}")
_EDGES = "*_~/ \t"
_BRACKETS = {"[": "]", "(": ")", "{": "}", "<": ">", "（": "）", "【": "】", "［": "］"}  # noqa: RUF001
_BREAK = re.compile(r"<break\b(?P<rest>[^<>]{0,80})>(?:\s*</break>)?", re.IGNORECASE)
_SAY = re.compile(r"\[\[slnc (\d{1,6})\]\]")
_SENTENCE_ENDS = re.compile(r"[.!?…]")
_BEFORE_NOUNS = re.compile(r"\b(?:a|an|and|in|into|of|or|that|the|this|to|with|your)$", re.IGNORECASE)
_AROUND = 80
"""How many characters on each side are searched for a sentence."""
_WITHIN = re.compile(
    rf"{_BREAK.pattern}|\[\[slnc \d{{1,6}}\]\]|"
    r"[*_]{0,3}(?:\[[^\[\]\n]{1,60}\]|\([^()\n]{1,60}\)|\{[^{}\n]{1,60}\}"
    r"|（[^（）\n]{1,60}）|【[^【】\n]{1,60}】)[*_]{0,3}[.…]?"  # noqa: RUF001
    rf"|(?<!\S){_BETWEEN} ?pause\b[^-–—/\n]{{0,40}}{_BETWEEN}(?!\S)"
    r"|(?<![^\s.!?…])[Pp]ause (?:for )?[^.!?…\n]{1,40}(?:[.…]|$)"
    r"|(?<![^\s.!?…])(?-i:PAUSE|SILENCE)(?![^\s.!?…])[.…]*",
    re.IGNORECASE | re.MULTILINE,
)


class Pause(NamedTuple):
    """A stretch of stillness that a text asks for."""

    seconds: float
    guessed: bool = False
    """The text gives no exact length."""


def pause_in(text: str) -> Pause | None:
    """The pause that a line is; None for a line that is not only a pause."""
    bare = text.replace("\u23f8\ufe0f", "\u23f8").strip().strip(_EDGES).strip()
    bare = re.sub(r"^\u23f8 ?", "pause ", bare).strip()  # the sign for a pause
    if match := _BREAK.fullmatch(bare):
        return _of_break(match["rest"])
    if match := _SAY.fullmatch(bare):
        return Pause(int(match[1]) / 1000)
    if bare and not set(bare) - set("….·• -–—") and ("…" in bare or bare.count(".") >= 3):
        return Pause(USUAL, guessed=True)
    inner, bracketed = _unwrapped(bare)
    return _meaning(inner, bracketed=bracketed)


def split_at_pauses(text: str) -> Iterator[str | Pause]:
    """Split a text into words and pauses; no word is lost or comes twice."""
    at = 0
    for match in _WITHIN.finditer(text):
        pause = pause_in(match.group())
        if pause is None or _is_aside(match.group(), text) or _is_said(match):
            continue
        if before := text[at : match.start()].strip(" \t*_"):
            yield before
        yield pause
        at = match.end()
    if rest := text[at:].strip():
        yield rest


def _is_aside(found: str, text: str) -> bool:
    """Whether a time in parentheses belongs to a sentence, as in `a walk (ten minutes) or less`."""
    return found.strip("*_").startswith("(") and found != text and not re.search(_STILL, found, re.IGNORECASE)


def _is_said(match: re.Match[str]) -> bool:
    """Whether a word in capitals belongs to a sentence, such as `LISTEN TO THE SILENCE`."""
    if match.group().rstrip(".…") not in ("PAUSE", "SILENCE"):
        return False
    before = match.string[max(0, match.start() - _AROUND) : match.start()].rstrip()
    after = match.string[match.end() : match.end() + _AROUND].lstrip()
    ends = match.group().endswith((".", "…")) or not after or after[0] in "!?"
    if ends and (not before or before[-1] in ".!?…"):
        return False
    sentence = _SENTENCE_ENDS.split(before)[-1] + ("" if ends else _SENTENCE_ENDS.split(after)[0])
    return not any(map(str.islower, sentence)) or _BEFORE_NOUNS.search(before) is not None


def _unwrapped(text: str) -> tuple[str, bool]:
    """The text without brackets, emphasis and closing punctuation; and whether there were brackets."""
    bracketed = False
    text = text.rstrip(".…! ")
    while text and _BRACKETS.get(text[0]) == text[-1]:
        text, bracketed = text[1:-1].strip(_EDGES), True
    return text.strip(_EDGES + "-–—.…"), bracketed


def _meaning(text: str, *, bracketed: bool) -> Pause | None:
    low = " ".join(text.lower().split())
    if not low or len(low) > 60:
        return None
    if match := _NAMED.fullmatch(low):
        amount = match["amount"].strip(" .,:=–—-()[]")
        if not amount:
            return _unmeasured(match["how"]) if bracketed or _BARE.fullmatch(low) else None
        return _amount(amount)
    if match := _BEFORE.fullmatch(low):
        return _amount(match["amount"])
    return _amount(low, measured=True) if bracketed else None


def _unmeasured(how: str | None) -> Pause:
    short = how in {"short", "shorter", "brief", "small", "little", "slight"}
    return Pause(SHORT if short else LONG if how else USUAL, guessed=True)


def _of_break(rest: str) -> Pause:
    if match := re.search(r"time\s*=\s*[\"']?\+?(\d{1,6}(?:\.\d{1,3})?)(ms|s)", rest, re.IGNORECASE):
        return Pause(float(match[1]) * _UNITS[match[2].lower()])
    return Pause(USUAL, guessed=True)


def _amount(text: str, *, measured: bool = False) -> Pause | None:
    """The length in `1 min 30 s`, `1m30s`, `10-15 seconds`, `1:30`, `half a minute`, `3 breaths`, `5`.

    If nothing else says that it is a pause, it has to be `measured`, that is, have a unit: `(ten)`, `[a]` and
    `[2]` are no pauses, and `[1:30]` may be the time at which something is said.
    """
    if match := _CLOCK.fullmatch(text):
        return Pause(int(match[1]) * 60.0 + int(match[2]), guessed=measured)
    seconds, guessed, at = 0.0, False, 0
    while at < len(text):
        match = _ONE.match(text, at)
        unit = next((name for name in _UNITS if match and match[name]), "")
        if match is None or (measured and not unit):
            return None
        guessed |= bool(match["other"]) or unit in ("", "b")
        half = 0.5 if match["half"] or match["late"] else 0.0
        seconds += (_number(match["number"]) + half) * _UNITS[unit or "s"]
        at = match.end()
        at += len(text[at:]) - len(re.sub(r"^(?:[ ,]*(?:and )?)", "", text[at:]))
    return Pause(seconds, guessed) if seconds > 0 else None


def _number(text: str) -> float:
    low = text.replace("-", " ")
    return _NUMBERS[low] if low in _NUMBERS else float(text.replace(",", "."))

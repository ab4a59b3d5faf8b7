"""Durations as authors write them, `20s` `1m30s` `5m`, and as the engine counts them, in seconds."""

from __future__ import annotations

import re

_WRITTEN = re.compile(r"(?:([0-9]{1,4})m)?(?:([0-9]{1,5})s)?")
_CLOCK = r"([0-9]{1,3}):([0-9]{2})"
_WORDS = (
    r"(?:([0-9]{1,4})(?:[.,]([0-9]))? ?m(?:in(?:ute)?s?)?\.?,? ?(?:and ?)?)?"
    r"(?:([0-9]{1,5}) ?s(?:ec(?:ond)?s?)?\.?)?"
)


def seconds_in(text: str) -> float | None:
    """Seconds in `1m30s`, or None where the text is no duration."""
    match = _WRITTEN.fullmatch(text)
    if match is None or not text:
        return None
    return float(int(match.group(1) or 0) * 60 + int(match.group(2) or 0))


def written(seconds: float) -> str:
    """Seconds as an author would write them."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes and rest:
        return f"{minutes}m{rest}s"
    return f"{minutes}m" if minutes else f"{rest}s"


def clock_face(seconds: float) -> str:
    """`90.0` as `1:30`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"


def in_short(seconds: float) -> str:
    """`90.0` as `1 min 30 s`."""
    minutes, rest = divmod(round(seconds), 60)
    return " ".join([f"{minutes} min"] * bool(minutes) + [f"{rest} s"] * bool(rest or not minutes))


def in_words(seconds: float) -> str:
    """`300.0` as `5 minutes`, `90.0` as `1 minute 30 seconds`."""
    minutes, rest = divmod(round(seconds), 60)
    parts = [_counted(minutes, "minute")] * bool(minutes)
    return " ".join(parts + [_counted(rest, "second")] * bool(rest or not minutes))


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


def likely_meant(text: str) -> str:
    """The help for a text that is nearly a duration, or an empty string."""
    if _is_bare(text):
        return f"write `{text}s` for seconds" + (f" or `{text}m` for minutes" if int(text) <= 15 else "")
    sure = only_meant(text)
    return f"write `{sure}`" if sure else ""


def only_meant(text: str) -> str:
    """The only duration a text can mean, or an empty string; a number up to 15 may be seconds or minutes."""
    if _is_bare(text):
        return f"{int(text)}s" if int(text) > 15 else ""
    clock = re.fullmatch(_CLOCK, text)
    if clock:
        return written(int(clock.group(1)) * 60 + int(clock.group(2)))
    words = re.fullmatch(_WORDS, text, re.IGNORECASE)
    if words and text:
        minutes, tenths, rest = (int(group or 0) for group in words.groups())
        return written(minutes * 60 + tenths * 6 + rest)
    return ""


def _is_bare(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) <= 5

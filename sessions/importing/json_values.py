"""Reads one entry of a JSON file: its words, its times in their various notations, its pause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sessions.importing.pauses import Pause, pause_in

_TEXTS = ("say", "text", "prompt", "line", "content", "utf8", "word")
_PAUSES = ("pause", "silence", "quiet", "wait", "seconds", "for", "after")
_IN_SECONDS = (
    ("start", "end", "duration"),
    ("from", "to", "dur"),
    ("begin", "end", "dur"),
    ("startTime", "endTime", "duration"),
    ("start_time", "end_time", "duration"),
)
_TIMES = tuple(name for names in _IN_SECONDS for name in names)
_TECHNICAL = frozenset(
    {"id", "type", "kind", "lang", "language", "model", "speaker", "timestamps", "timestamp"}
)
ONE_BY_ONE = frozenset({"words", "tokens", "segs"})
"""Keys with the words of an entry a second time, one by one."""
_USED = frozenset((*_TEXTS, *_PAUSES, *_TECHNICAL, *_TIMES))
_MOST_SECONDS = 1e6
_DECIMAL_COMMA = re.compile(r"([-+]?\d{1,9}),(\d{1,9}\s?s?)")
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2}(?:[.,]\d{1,6})?)")


def text_of(value: object) -> str:
    """A text; empty for anything else."""
    return value if isinstance(value, str) else ""


def words_of(entry: object) -> str:
    """The words of an entry."""
    if isinstance(entry, str):
        return entry
    if not isinstance(entry, dict):
        return ""
    if isinstance(entry.get("segs"), list):
        return "".join(text_of(seg.get("utf8")) for seg in entry["segs"] if isinstance(seg, dict))
    return next((text_of(entry[name]) for name in _TEXTS if text_of(entry.get(name)).strip()), "")


def texts_in(value: object) -> int:
    """How many texts with letters a value contains, at any depth, technical ones excepted."""
    found, ahead = 0, [value]
    while ahead:
        value = ahead.pop()
        if isinstance(value, str):
            found += any(map(str.isalpha, value))
        elif isinstance(value, list):
            ahead += value
        elif isinstance(value, dict):
            ahead += [inner for name, inner in value.items() if name not in _TECHNICAL]
    return found


def others_of(entry: object) -> Iterator[str]:
    """The keys of an entry with words that are not read."""
    if isinstance(entry, dict):
        said = words_of(entry)
        for name, value in entry.items():
            if said and name in ONE_BY_ONE:
                continue
            twice = name in _TEXTS and value != said
            unread = twice or name not in _USED or _is_no_time(name, text_of(value))
            if unread and texts_in(value):
                yield str(name)


def _is_no_time(name: str, text: str) -> bool:
    """Whether a key for a time or a pause has words instead."""
    if name in _PAUSES:
        return pause_of({name: text}) is None
    return name in _TIMES and not any(map(str.isdigit, text))


def has_odd_time(entry: object) -> bool:
    """Whether an entry has a time in an unknown notation."""
    if not isinstance(entry, dict):
        return False
    written = [text_of(entry.get(name)) for name in (*_TIMES, "timestamp")]
    return any(any(map(str.isdigit, text)) and _seconds(text) is None for text in written)


def times_of(entry: object) -> tuple[float, float] | None:
    """Start and end in seconds; None if the entry has no known time."""
    if not isinstance(entry, dict):
        return None
    if isinstance(entry.get("offsets"), dict):
        start, end = (_seconds(entry["offsets"].get(name)) for name in ("from", "to"))
        return None if start is None else (start / 1000, (end or start) / 1000)
    if (start := _seconds(entry.get("tStartMs"))) is not None:
        return start / 1000, (start + (_seconds(entry.get("dDurationMs")) or 0.0)) / 1000
    pair = entry.get("timestamp")
    if isinstance(pair, list) and len(pair) == 2 and (start := _seconds(pair[0])) is not None:
        end = _seconds(pair[1])
        return start, start if end is None else end
    for first, last, length in _IN_SECONDS:
        start, end, lasts = (_seconds(entry.get(name)) for name in (first, last, length))
        if start is not None:
            return start, end if end is not None else start + (lasts or 0.0)
    return None


def names_unit(entry: object) -> bool:
    """Whether the unit of an entry's times is certain: `1.0`, `0:40`, `20s`, or a key for milliseconds."""
    if not isinstance(entry, dict):
        return False
    if isinstance(entry.get("offsets"), dict) or _seconds(entry.get("tStartMs")) is not None:
        return True
    pair = entry.get("timestamp")
    times = [*(pair if isinstance(pair, list) else ()), *(entry.get(name) for name in _TIMES)]
    return any(
        isinstance(time, float) or (isinstance(time, str) and bool(set(time) & set(".:,s"))) for time in times
    )


def pause_of(entry: Mapping[str, object]) -> Pause | None:
    """The pause that an entry asks for."""
    for name in _PAUSES:
        value = entry.get(name)
        if (seconds := _seconds(value)) is not None and seconds > 0:
            return Pause(seconds)
        if isinstance(value, str) and (pause := pause_in(f"[{value}]") or pause_in(f"[pause {value}]")):
            return pause
    return None


def _seconds(value: object) -> float | None:
    """Seconds from a number, `1.5`, `1.5s`, `1,5` or `00:00:01,500`; None for anything else."""
    if isinstance(value, str):
        bare = value.strip()
        if match := _CLOCK.fullmatch(bare):
            hours, minutes, seconds = match.groups()
            return int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds.replace(",", "."))
        try:
            if match := _DECIMAL_COMMA.fullmatch(bare):
                bare = ".".join(match.groups())
            value = float(bare.removesuffix("s"))
        except ValueError:
            return None
    sound = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < _MOST_SECONDS
    return float(value) if sound and isinstance(value, int | float) else None

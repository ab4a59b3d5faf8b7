"""Reads LRC: lines of lyrics with the time at which each begins."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import Cleaner, Passage, Source, UnusableError

_MOMENT = r"(?:(\d{1,2}):(?=\d{1,2}:\d{2}\.))?(\d{1,4}):(\d{1,2})(?:[.:,](\d{1,3}))?"
STAMP = re.compile(rf"\s*\[{_MOMENT}\]")
_WORD_STAMP = re.compile(rf"<{_MOMENT}>|\[{_MOMENT}\]")
_THREE_PARTS = re.compile(r"(?m)^\[(\d{1,2}):([0-5]?\d):([0-5]\d)\]")
_HEAD = re.compile(r"\s*\[([a-z_#]{1,12}):([^\[\]]*)\]\s*", re.IGNORECASE)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read_lrc(text: str, ledger: Ledger) -> Source:
    """An LRC file; a line lasts until the next one begins, and a line without words is stillness.

    Raises:
        UnusableError: there is no timed line in it.
    """
    cleaner = Cleaner(ledger, _WORD_STAMP)
    head: dict[str, str] = {}
    stamped: list[tuple[float, int, list[str]]] = []
    text = _with_hours(text, ledger)
    for number, line in enumerate(text.split("\n"), 1):
        times, words = _stamps(line)
        stamped += [(time, number, [words]) for time in times]
        if match := _HEAD.fullmatch(line):
            head.setdefault(match[1].lower(), match[2].strip())
            ledger.note(Thing.HEAD, number, match[1].lower() not in _KNOWN)
        elif line.strip() and not times and stamped:
            stamped[-1][2].append(line.strip())
        elif line.strip() and not times:
            ledger.note(Thing.HEAD, number)
    if not stamped:
        raise UnusableError("there is no timed line in it, such as [00:12.00] and words")
    shift = _offset(head.get("offset", ""))
    ledger.note(Thing.EARLY, 0, sum(time < shift for time, _, _ in stamped))
    passages = [
        _passage(cleaner, max(0.0, time - shift), " ".join(words), number)
        for time, number, words in sorted(stamped)
    ]
    title = cleaner.text(head.get("ti", ""))
    language = head.get("la", "") if _LANGUAGE.fullmatch(head.get("la", "")) else ""
    return Source(tuple(passages), title, _length(head.get("length", "")), language)


_KNOWN = frozenset({"ti", "length", "offset", "la"})


def _with_hours(text: str, ledger: Ledger) -> str:
    """Read `[00:01:20]` as hours, minutes, seconds, if hundredths would leave less than a second a line."""
    found = [(int(one), int(two), int(three)) for one, two, three in _THREE_PARTS.findall(text)]
    if len(found) < 2 or max(one * 60 + two + three / 100 for one, two, three in found) >= len(found):
        return text
    ledger.note(Thing.HOURS, text.count("\n", 0, next(_THREE_PARTS.finditer(text)).start()) + 1, len(found))
    return _THREE_PARTS.sub(r"[\1:\2:\3.0]", text)


def _passage(cleaner: Cleaner, start: float, words: str, line: int) -> Passage:
    return cleaner.passage(start, start, [words], line)


def _stamps(line: str) -> tuple[list[float], str]:
    """The times at the head of a line in seconds, and the words after them."""
    times: list[float] = []
    at = 0
    while match := STAMP.match(line, at):
        hours, minutes, seconds, fraction = match.groups()
        times.append(int(hours or 0) * 3600 + int(minutes) * 60 + float(f"{seconds}.{fraction or 0}"))
        at = match.end()
    return times, line[at:]


def _offset(written: str) -> float:
    """Seconds by which the words come earlier; the file has milliseconds."""
    return int(written) / 1000 if re.fullmatch(r"[+-]?[0-9]{1,7}", written) else 0.0


def _length(written: str) -> float:
    match = re.fullmatch(r"(?:([0-9]{1,2}):)?([0-9]{1,4}):([0-9]{2})(?:\.[0-9]{1,3})?", written)
    return float(int(match[1] or 0) * 3600 + int(match[2]) * 60 + int(match[3])) if match else 0.0

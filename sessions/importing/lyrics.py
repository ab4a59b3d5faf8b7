"""LRC: lines with the moment at which each begins."""

from __future__ import annotations

import re

from sessions.importing.source import Cleaner, Passage, Source, UnusableError

STAMP = re.compile(r"\s*\[(\d{1,4}):(\d{1,2})(?:[.:](\d{1,3}))?\]")
_WORD_STAMP = re.compile(r"<\d{1,4}:\d{1,2}(?:[.:]\d{1,3})?>")
_HEAD = re.compile(r"\s*\[(ti|length|offset):([^\[\]]*)\]\s*", re.IGNORECASE)


def read_lrc(text: str) -> Source:
    """An LRC file; a line lasts until the next one begins, and a line without words is stillness.

    Raises:
        UnusableError: there is no timed line in it.
    """
    cleaner = Cleaner(_WORD_STAMP)
    head: dict[str, str] = {}
    stamped: list[tuple[float, str]] = []
    for line in text.split("\n"):
        if match := _HEAD.fullmatch(line):
            head[match[1].lower()] = match[2].strip()
        times, words = _stamps(line)
        stamped += [(time, words) for time in times]
    if not stamped:
        raise UnusableError("there is no timed line in it, such as [00:12.00] and words")
    shift = _offset(head.get("offset", ""))
    passages = [_passage(cleaner, max(0.0, time - shift), words) for time, words in sorted(stamped)]
    title = cleaner.text(head.get("ti", ""))
    return Source(tuple(passages), title, _length(head.get("length", "")), cleaner.unsafe)


def _passage(cleaner: Cleaner, start: float, words: str) -> Passage:
    return cleaner.passage(start, start, [words])


def _stamps(line: str) -> tuple[list[float], str]:
    """The moments at the head of a line, and the words behind them."""
    times: list[float] = []
    at = 0
    while match := STAMP.match(line, at):
        minutes, seconds, fraction = match.groups()
        times.append(int(minutes) * 60 + float(f"{seconds}.{fraction or 0}"))
        at = match.end()
    return times, line[at:]


def _offset(written: str) -> float:
    """Seconds by which the words come earlier; written in milliseconds."""
    return int(written) / 1000 if re.fullmatch(r"[+-]?[0-9]{1,7}", written) else 0.0


def _length(written: str) -> float:
    match = re.fullmatch(r"([0-9]{1,4}):([0-9]{2})(?:\.[0-9]{1,3})?", written)
    return float(int(match[1]) * 60 + int(match[2])) if match else 0.0

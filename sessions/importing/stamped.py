"""Transcripts with a time at the head of a line, or on a line of its own, as they are copied from a page."""

from __future__ import annotations

import re
from typing import NamedTuple

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.notes import is_said
from sessions.importing.plain import without_emphasis
from sessions.importing.source import Cleaner, Source
from sessions.importing.subtitles import Cue, source_of

_TIME = r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?"
_FIRST = re.compile(rf"\s*[\[(]?{_TIME}(?:\s*[-–—]\s*{_TIME})?[\])]?(?:\s*[-–—:|]\s*|\s+|$)(.*)")
_NAMED = re.compile(rf"\s*(?P<name>[^\W\d_][\w .'-]{{0,24}}?)\s*[\[(]{_TIME}[\])]\s*:?\s*(.*)")
_NAMED_BARE = re.compile(rf"\s*(?P<name>[^\W\d_][\w .'-]{{0,30}}?)(?:\s\s+|\t){_TIME}\s*()")
"""A name, and far from it the time, above what is said."""
LEAST_LINES = 2
LEAST_SHARE = 0.3
"""Of the lines that are not empty; a time on a line of its own makes a half."""

LEAST_NAMED = 0.1
"""The same, where each time stands behind a name."""


class _Stamped(NamedTuple):
    start: float
    end: float
    words: str
    name: str = ""
    """Before the time; a speaker, or words that are said."""


def looks_stamped(text: str) -> bool:
    """Whether many lines begin with a time, and later ones with later times."""
    lines = [line for line in text.split("\n") if line.strip()]
    found = [stamp for line in lines if (stamp := _stamp(line))]
    starts = [stamp.start for stamp in found]
    share = LEAST_NAMED if all(stamp.name for stamp in found) else LEAST_SHARE
    return LEAST_LINES <= len(starts) >= share * len(lines) and starts == sorted(starts)


def read_stamped(text: str, ledger: Ledger) -> Source:
    """Such a transcript; a line without a time belongs to the one before.

    Raises:
        UnusableError: there is no time in it.
    """
    cues: list[Cue] = []
    for number, line in enumerate(text.split("\n"), 1):
        if found := _stamp(line):
            words = f"{found.name}: {found.words}" if is_said(found.name) else found.words
            ledger.note(Thing.SPEAKER, number, bool(found.name) and not is_said(found.name))
            cues.append(Cue(found.start, found.end, number, [without_emphasis(words)]))
        elif line.strip() and cues:
            cues[-1].lines.append(line)
        elif line.strip():
            ledger.note(Thing.HEAD, number)
    return source_of(cues, Cleaner(ledger))


def _stamp(line: str) -> _Stamped | None:
    if match := _FIRST.fullmatch(line):
        start = _seconds(*match.groups()[:3])
        end = _seconds(*match.groups()[3:6]) if match[5] else start
        return _Stamped(start, max(start, end), match.groups()[-1])
    if match := _NAMED.fullmatch(line) or _NAMED_BARE.fullmatch(line):
        start = _seconds(*match.groups()[1:4])
        return _Stamped(start, start, match.groups()[-1], match["name"])
    return None


def _seconds(hours: str | None, minutes: str, seconds: str) -> float:
    return float(int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds))

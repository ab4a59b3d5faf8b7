"""Reads transcripts copied from a page, with a time at the head of a line or on a line of its own."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.links import Labels, gives_address, labels_in
from sessions.importing.markdown import HEADING, front_matter, heading_text, inline, without_comments
from sessions.importing.notes import is_said
from sessions.importing.pages import section_named
from sessions.importing.source import Cleaner, Passage, Source
from sessions.importing.subtitles import Cue, source_of

_TIME = r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?:[.,]\d{1,3})?"
_FIRST = re.compile(rf"\s*[\[(]?{_TIME}(?:\s*[-–—]\s*{_TIME})?[\])]?(?:\s*[-–—:|]\s*|\s+|$)(.*)")
_NAMED = re.compile(rf"\s*(?P<name>[^\W\d_][\w .'-]{{0,24}}?)\s*[\[(]{_TIME}[\])]\s*:?\s*(.*)")
_NAMED_BARE = re.compile(rf"\s*(?P<name>[^\W\d_][\w .'-]{{0,30}}?)(?:\s\s+|\t){_TIME}\s*()")
"""A name and, after a gap, the time, on a line above the words."""
_RULE, _BULLET = " -*_", re.compile(r"^\s*(?:>(?!>) ?)?(?:[-*+•]\s+)?")
"""The characters of a horizontal rule; the start of a quotation or a list item."""
LEAST_LINES = 2
LEAST_SHARE = 0.3
"""The least share of filled lines that have a time; with times on lines of their own it is half."""

LEAST_NAMED = 0.1
"""The same, if each time follows a name."""


class _Heading(NamedTuple):
    line: int
    level: int
    text: str


class _Stamped(NamedTuple):
    start: float
    end: float
    words: str
    name: str = ""
    """The words before the time: a speaker, or part of the text."""


def looks_stamped(text: str) -> bool:
    """Whether many lines begin with a time, in rising order."""
    every = text.split("\n")
    lines = [
        line for line in every[front_matter(every)[0] :] if line.strip(_RULE) and not HEADING.fullmatch(line)
    ]
    found = [stamp for line in lines if (stamp := _stamp(line))]
    starts = [stamp.start for stamp in found]
    share = LEAST_NAMED if all(stamp.name for stamp in found) else LEAST_SHARE
    return LEAST_LINES <= len(starts) >= share * len(lines) and starts == sorted(starts)


def read_stamped(text: str, ledger: Ledger) -> Source:
    """Read such a transcript; a line without a time belongs to the line before.

    Raises:
        UnusableError: there is no time in it.
    """
    cues: list[Cue] = []
    headings: list[_Heading] = []
    lines = without_comments(text, ledger).split("\n")
    labels = labels_in(lines)
    begin, title, language = front_matter(lines)
    ledger.note(Thing.HEAD, 1, begin)
    for number, line in enumerate(lines[begin:], begin + 1):
        if found := _stamp(line):
            cues.append(_cue(found, number, ledger, labels))
        elif match := HEADING.fullmatch(line):
            headings.append(
                _Heading(number, len(match[1]), inline(heading_text(match), number, ledger, labels))
            )
        elif gives_address(line, labels):
            ledger.note(Thing.ADDRESS, number)
        elif line.strip(_RULE) and cues:
            cues[-1].lines.append(inline(_BULLET.sub("", line), number, ledger, labels))
        elif line.strip():
            ledger.note(Thing.HEAD, number, not cues)
    cleaner = Cleaner(ledger)
    source = source_of(cues, cleaner, language)
    heads = [head._replace(text=cleaner.text(head.text, head.line)) for head in headings]
    return _headed(replace(source, title=cleaner.text(title)), heads)


def _cue(found: _Stamped, number: int, ledger: Ledger, labels: Labels) -> Cue:
    said = is_said(found.name)
    ledger.note(Thing.SPEAKER, number, bool(found.name) and not said)
    words = f"{found.name}: {found.words}" if said else found.words
    return Cue(found.start, found.end, number, [inline(words, number, ledger, labels)])


def _headed(source: Source, headings: Sequence[_Heading]) -> Source:
    """Each passage with its section and the headings above it; the last also has those below it."""
    title, section, ahead = source.title, "", deque(headings)
    passages: list[Passage] = []
    for passage in source.passages:
        last = len(passages) + 1 == len(source.passages)
        remarks: list[str] = []
        while ahead and (last or ahead[0].line < passage.line):
            heading = ahead.popleft()
            named = section_named(heading.text) if heading.line < passage.line else ""
            if not named and heading.level == 1 and title in ("", heading.text):
                title = heading.text
                continue
            if heading.line < passage.line:
                section = named
            if not named:
                remarks.append(heading.text)
        passages.append(replace(passage, section=section, remarks=tuple(remarks)))
    return replace(source, passages=tuple(passages), title=title)


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

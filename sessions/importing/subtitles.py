"""Reads SubRip, WebVTT, SBV, and text with times from a recogniser, as tolerantly as players do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.rolling import without_rolling
from sessions.importing.source import Cleaner, Passage, Source, UnusableError
from sessions.importing.speakers import without_names

_TIME = r"(-?)(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,:](\d{1,3}))?"
_ARROW = r"(?:--?>|—>|–>|→|--&gt;)"  # an arrow, also as word processors change it
TIMING = re.compile(rf"\s*{_TIME}\s*{_ARROW}\s*{_TIME}(?:\s.*)?")
BRACKETED = re.compile(rf"\s*\[{_TIME}\s*{_ARROW}\s*{_TIME}\]\s?(.*)")
"""The notation that Whisper prints."""
SBV_TIMING = re.compile(rf"{_TIME},{_TIME}")
_LIKE_TIMING = re.compile(rf"\s*\S{{0,20}}\d\S{{0,20}}\s*{_ARROW}\s*\S{{0,20}}\d.*")
_TIME_TAG = re.compile(r"</>|<\d{1,4}:[\d:.]{2,12}>")
_OVERRIDE = re.compile(r"\{\\[^{}]*\}|\{[A-Za-z]:[^{}\s]*\}")
_NO_CUE = ("NOTE", "STYLE", "REGION", "WEBVTT")
_TITLED = re.compile(r"WEBVTT\W*\w")
_LANGUAGE = re.compile(r"^Language: *([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*) *$", re.MULTILINE)


@dataclass(slots=True)
class Cue:
    """Lines that are shown from one second to another."""

    start: float
    end: float
    line: int
    lines: list[str] = field(default_factory=list)


def read_srt(text: str, ledger: Ledger) -> Source:
    """A SubRip file.

    Raises:
        UnusableError: there is no cue in it.
    """
    cleaner = Cleaner(ledger, _TIME_TAG, _OVERRIDE, entities=True, tags=True)
    return source_of(list(_cues(text, ledger, TIMING, srt=True)), cleaner)


def read_vtt(text: str, ledger: Ledger) -> Source:
    """A WebVTT file; comments, styles and regions are left out.

    Raises:
        UnusableError: there is no cue in it.
    """
    match = _LANGUAGE.search(text.partition("\n\n")[0])
    cues = list(_cues(text, ledger, TIMING, srt=False))
    return source_of(cues, Cleaner(ledger, _TIME_TAG, entities=True, tags=True), match[1] if match else "")


def read_sbv(text: str, ledger: Ledger) -> Source:
    """Captions with lines such as `0:00:01.000,0:00:04.000`.

    Raises:
        UnusableError: there is no cue in it.
    """
    lines = (line.replace("[br]", " ") for line in text.split("\n"))
    return source_of(
        list(_cues("\n".join(lines), ledger, SBV_TIMING, srt=True)), Cleaner(ledger, _TIME_TAG, tags=True)
    )


def read_bracketed(text: str, ledger: Ledger) -> Source:
    """Text with `[00:00 --> 00:05]` before its lines, as a recogniser prints it.

    Raises:
        UnusableError: there is no such line in it.
    """
    cues: list[Cue] = []
    for number, line in enumerate(text.split("\n"), 1):
        if match := BRACKETED.fullmatch(line):
            cues.append(_cue(match, number, ledger))
            cues[-1].lines.append(match.groups()[-1])
        elif line.strip() and cues:
            cues[-1].lines.append(line)
        elif line.strip():
            ledger.note(Thing.HEAD, number)
    return source_of(cues, Cleaner(ledger, _TIME_TAG, tags=True))


def source_of(cues: list[Cue], cleaner: Cleaner, language: str = "") -> Source:
    """Cues in the order of their times, without the repetitions of rolling captions.

    Raises:
        UnusableError: there are none.
    """
    if not cues:
        raise UnusableError("there is no cue in it, with a line such as 00:00:05,000 --> 00:00:10,000")
    _note_order(cues, cleaner.ledger)
    cues.sort(key=lambda cue: cue.start)
    passages = without_names(_passages(cues, cleaner), cleaner.ledger)
    return Source(tuple(passages), language=language)


def _passages(cues: list[Cue], cleaner: Cleaner) -> list[Passage]:
    return [
        cleaner.passage(cue.start, cue.end, cue.lines, cue.line, spoken=True)
        for cue in _unrolled(cues, cleaner)
    ]


def _unrolled(cues: list[Cue], cleaner: Cleaner) -> list[Cue]:
    """The cues without repetitions; lines stay as written, so that what is dropped is counted once, later."""
    plain = cleaner.unheard()
    lines = [[(line, clean) for line in cue.lines if (clean := plain.text(line))] for cue in cues]
    kept = without_rolling(
        [(cue.start, cue.end) for cue in cues], [[clean for _, clean in some] for some in lines]
    )
    if kept is None:
        return cues
    found = []
    for cue, new, some in zip(cues, kept, lines, strict=True):
        cleaner.ledger.note(Thing.ROLLED, cue.line, len(some) - len(new))
        if new:
            found.append(Cue(cue.start, cue.end, cue.line, [line for line, _ in some[-len(new) :]]))
    return found


def _note_order(cues: Sequence[Cue], ledger: Ledger) -> None:
    for before, after in pairwise(cues):
        if after.start < before.start:
            ledger.note(Thing.ORDER, after.line)


def _cues(text: str, ledger: Ledger, timing: re.Pattern[str], *, srt: bool) -> Iterator[Cue]:
    last: Cue | None = None
    for block in _blocks(text):
        current: Cue | None = None
        for at, (number, line) in enumerate(block):
            if match := timing.fullmatch(line):
                if current is not None and current.lines and current.lines[-1].strip().isdigit():
                    current.lines.pop()  # the number of this cue: the empty line before it is missing
                current = last = _cue(match, number, ledger)
                yield current
            elif _LIKE_TIMING.fullmatch(line):
                ledger.note(Thing.TIME, number)
                current = last
            elif current is not None:
                current.lines.append(line)
            elif srt and last is not None and not (at == 0 and line.strip().isdigit()):
                last.lines.append(line)  # an empty line within a cue
            else:
                _note_outside(block, at, ledger, srt=srt)


def _note_outside(block: Sequence[tuple[int, str]], at: int, ledger: Ledger, *, srt: bool) -> None:
    """Note a line outside all cues: a comment, a cue's name, a title, or words that no player shows."""
    (first, head), (number, line) = block[0], block[at]
    if not srt and head.startswith(_NO_CUE):
        ledger.note(Thing.COMMENT, first, at == 0 and head.startswith("NOTE"))
        ledger.note(Thing.HEAD, first, at == 0 and _TITLED.match(head) is not None)
    elif at == 0 and len(block) > 1 and not srt and _is_timing(block[1][1]):
        ledger.note(Thing.CUE_NAME, number, not line.strip().isdigit())
    else:
        ledger.note(Thing.NO_CUE, number, not line.strip().isdigit())


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Groups of lines between empty lines, each line with its number."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate((*text.split("\n"), ""), 1):
        if line.strip() or (block and line and _is_timing(block[-1][1])):
            block.append((number, line))
        elif block:
            yield block
            block = []


def _is_timing(line: str) -> bool:
    """Whether a line is a timing; after one, even a line of only a space belongs to the cue."""
    return TIMING.fullmatch(line) is not None


def _cue(match: re.Match[str], number: int, ledger: Ledger) -> Cue:
    groups = match.groups()
    start, end = seconds_of(*groups[:5]), seconds_of(*groups[5:10])
    ledger.note(Thing.EARLY, number, start < 0)
    start = max(0.0, start)
    ledger.note(Thing.BACKWARD, number, end < start)
    return Cue(start, max(start, end), number)


def seconds_of(
    sign: str | None, hours: str | None, minutes: str, seconds: str, fraction: str | None
) -> float:
    """Seconds from the parts of a written time."""
    value = int(hours or 0) * 3600 + int(minutes) * 60 + float(f"{seconds}.{fraction or 0}")
    return -value if sign else value

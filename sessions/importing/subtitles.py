"""SubRip and WebVTT, read as players read them: with patience."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sessions.importing.source import Cleaner, Source, UnusableError

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}(?:\s.*)?")
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|</>|<\d{1,4}:[\d:.]{2,12}>")
_OVERRIDE = re.compile(r"\{\\[^{}]*\}|\{[A-Za-z]:[^{}]*\}")
_NO_CUE = ("NOTE", "STYLE", "REGION", "WEBVTT")


@dataclass(slots=True)
class _Cue:
    start: float
    end: float
    lines: list[str] = field(default_factory=list)


def read_srt(text: str) -> Source:
    """A SubRip file.

    Raises:
        UnusableError: there is no cue in it.
    """
    return _source(list(_cues(text, srt=True)), Cleaner(_TAG, _OVERRIDE, entities=True))


def read_vtt(text: str) -> Source:
    """A WebVTT file; comments, styles and regions are passed over.

    Raises:
        UnusableError: there is no cue in it.
    """
    return _source(list(_cues(text, srt=False)), Cleaner(_TAG, entities=True))


def _source(cues: list[_Cue], cleaner: Cleaner) -> Source:
    if not cues:
        raise UnusableError("there is no cue in it, with a line such as 00:00:05,000 --> 00:00:10,000")
    cues.sort(key=lambda cue: cue.start)
    passages = tuple(cleaner.passage(cue.start, cue.end, cue.lines) for cue in cues)
    return Source(passages, unsafe=cleaner.unsafe)


def _cues(text: str, *, srt: bool) -> Iterator[_Cue]:
    last: _Cue | None = None
    for block in _blocks(text):
        if not srt and block[0].startswith(_NO_CUE):
            continue
        current: _Cue | None = None
        for line in block:
            if match := TIMING.fullmatch(line):
                if current is not None and current.lines and current.lines[-1].strip().isdigit():
                    current.lines.pop()  # the number of this cue: an empty line before it was forgotten
                current = last = _Cue(*_both(match))
                yield current
            elif current is not None:
                current.lines.append(line)
            elif srt and last is not None and not (line is block[0] and line.strip().isdigit()):
                last.lines.append(line)  # an empty line within a cue


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in (*text.split("\n"), ""):
        if line.strip():
            block.append(line)
        elif block:
            yield block
            block = []


def _both(match: re.Match[str]) -> tuple[float, float]:
    groups = [group or "0" for group in match.groups()]
    return _seconds(*groups[:4]), _seconds(*groups[4:])


def _seconds(hours: str, minutes: str, seconds: str, fraction: str) -> float:
    return int(hours) * 3600 + int(minutes) * 60 + float(f"{seconds}.{fraction}")

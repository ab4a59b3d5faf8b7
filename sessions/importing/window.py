"""Cuts a stretch out of a long file, and shifts a clip whose times begin late to its start."""

from __future__ import annotations

from dataclasses import replace

from sessions.durations import written
from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import Source

LATE_SECONDS = 120.0
"""If the first passage begins later than this, the file is a clip from something longer."""


def cropped(source: Source, start: float, end: float | None, ledger: Ledger) -> Source:
    """The passages from `start` on and before `end`, in seconds of the file; `start` becomes 0."""
    passages = []
    for passage in source.passages:
        inside = passage.start >= start or passage.end > start
        if not inside or (end is not None and passage.start >= end):
            ledger.note(Thing.OUTSIDE, passage.line, bool(passage.text))
            continue
        last = passage.end if end is None else min(passage.end, end)
        passages.append(replace(passage, start=max(0.0, passage.start - start), end=max(0.0, last - start)))
    length = source.length if end is None else min(source.length, end) if source.length else end
    return replace(source, passages=tuple(passages), length=max(0.0, length - start) if passages else 0.0)


def shifted(source: Source, ledger: Ledger) -> Source:
    """The passages of a clip that begins late, shifted so that the first begins at 0."""
    spoken = [passage for passage in source.passages if passage.text]
    if not source.timed or not spoken or spoken[0].start < LATE_SECONDS:
        return source
    first = spoken[0].start
    ledger.note(Thing.SHIFT, spoken[0].line, detail=written(first))
    passages = tuple(
        replace(passage, start=passage.start - first, end=passage.end - first)
        for passage in source.passages
        if passage.start >= first
    )
    return replace(source, passages=passages, length=max(0.0, source.length - first))

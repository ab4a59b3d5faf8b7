"""A report for screen readers: the faults of a line stand together, and no help is repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from sessions.check import Checked
from sessions.faults import WHOLE_FILE, Fault
from sessions.reports.excerpt import excerpt
from sessions.unsafe import visible


def by_ear(files: Iterable[Checked], most: int) -> Iterator[str]:
    """The lines of a report, with at most `most` faults of each file."""
    helped: set[str] = set()
    for checked in files:
        shown, more = checked.faults[:most], len(checked.faults) - most
        if not shown:
            continue
        yield ""
        yield f"In {visible(checked.path)}:"
        for number, group in groupby(shown, key=_line):
            faults = list(group)
            yield f"Line {number}: {excerpt(faults[0]).line.strip()}" if number else "The whole file."
            for fault in faults:
                yield _told(fault, helped)
        if more > 0:
            yield f"{visible(checked.path)}: and {more} more"


def _line(fault: Fault) -> int:
    """The line of a fault; 0 if it is about the whole file."""
    return 0 if fault.span == WHOLE_FILE else fault.span.line


def _told(fault: Fault, helped: set[str]) -> str:
    """One fault, with its help if that was not said before."""
    where = "" if fault.span == WHOLE_FILE else f", column {fault.span.column}"
    told = f"{fault.severity.value.capitalize()} {fault.id}{where}: {_sentence(fault.message)}"
    if not fault.help or fault.help in helped:
        return told
    helped.add(fault.help)
    return f"{told} {_sentence(fault.help[:1].upper() + fault.help[1:])}"


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?")) else f"{text}."

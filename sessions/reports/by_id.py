"""A report in one line for each id: how often it was found, in how many files, and what it means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from sessions.check import Checked
from sessions.faults import severity_of
from sessions.reports.fault_pages import PAGES


def by_id(files: Iterable[Checked]) -> Iterator[str]:
    """The lines, the most frequent id first."""
    found: Counter[str] = Counter()
    holders: Counter[str] = Counter()
    for checked in files:
        ids = [fault.id for fault in checked.faults]
        found.update(ids)
        holders.update(set(ids))
    rows = [
        (f"{count:,}", id_, _files(holders[id_]), severity_of(id_).value, _first(PAGES[id_].meaning))
        for id_, count in sorted(found.items(), key=lambda each: (-each[1], each[0]))
    ]
    widths = [max((len(row[column]) for row in rows), default=0) for column in range(4)]
    for count, id_, where, severity, meaning in rows:
        yield f"{count:>{widths[0]}}  {id_}  {where:<{widths[2]}}  {severity:<{widths[3]}}  {meaning}"


def _files(count: int) -> str:
    return f"{count:,} file" if count == 1 else f"{count:,} files"


def _first(text: str) -> str:
    """The first sentence."""
    return text.partition(". ")[0].removesuffix(".") + "."

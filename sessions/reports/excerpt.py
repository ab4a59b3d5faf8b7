"""Shows the line of a file where a fault begins, made safe to print, with carets under the span."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple
from unicodedata import category, east_asian_width

from sessions.faults import Fault
from sessions.unsafe import escaped, find_unsafe, is_plain

WIDTH = 96
"""Columns of a shown line; longer ones are cut round the span."""
_BEFORE = 40
"""Columns kept before a span that begins far to the right."""
_TAB = 4


class Excerpt(NamedTuple):
    """A line and what goes under it."""

    line: str
    carets: str


def excerpt(fault: Fault) -> Excerpt:
    """The first line of a fault's span."""
    source, span = fault.source, fault.span
    start = min(span.column - 1, len(source))
    end = span.end_column - 1 if span.end_line == span.line else len(source)
    first, last = max(0, start - WIDTH), min(len(source), start + WIDTH)
    cells = _cells(source[first:last])
    start, end = start - first, max(start + 1, end) - first
    begins = [0, *accumulate(_width(cell) for cell in cells)]
    left, head = 0, "…" if first else ""
    if begins[min(start, len(cells))] > WIDTH - _BEFORE:
        left = next(at for at, column in enumerate(begins) if column >= begins[start] - _BEFORE)
        head = "…"
    right = next((at for at, column in enumerate(begins) if column - begins[left] > WIDTH), len(begins)) - 1
    tail = "…" if right < len(cells) or last < len(source) else ""
    line = head + "".join(cells[left:right]) + tail
    indent = len(head) + begins[start] - begins[left]
    marked = begins[min(end, right)] - begins[start]
    return Excerpt(line.rstrip(), " " * indent + "^" * max(1, marked))


def _cells(text: str) -> list[str]:
    """What is printed for each character; a tab becomes spaces up to the next tab stop."""
    if is_plain(text):
        return list(text)
    refused = {at for unsafe in find_unsafe(text) for at in range(unsafe.start, unsafe.end)}
    cells: list[str] = []
    column = 0
    for at, char in enumerate(text):
        cell = " " * (_TAB - column % _TAB) if char == "\t" else escaped(char) if at in refused else char
        cells.append(cell)
        column += _width(cell)
    return cells


def _width(cell: str) -> int:
    """Columns on a terminal."""
    if len(cell) != 1 or cell.isascii():
        return len(cell)
    if category(cell) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(cell) in ("W", "F") else 1

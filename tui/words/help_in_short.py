"""The help list in a few rows, for a page that has other things on it: whose it is, how to reach it."""

from __future__ import annotations

import re
from itertools import takewhile
from textwrap import wrap
from typing import NamedTuple

from tui.words.help_lines import HelpLine
from tui.words.here import country, help_lines_here, keeps_own_list
from tui.words.regions import ANYWHERE, EMERGENCY, is_in

_FIRST_NAME = re.compile(r"[^,(]+")

PLACES = {
    "European Union": "the EU",
    "United States and Canada": "the US and Canada",
    "United Kingdom and Ireland": "UK and Ireland",
}
"""Regions of the bundled list, as short as they are said."""

DANGER = "In danger now"

GAP = 2
"""Columns between the two in a table."""


class InShort(NamedTuple):
    """One entry of the list, in a row."""

    name: str
    """Whose it is: a name, or the country where that says more."""
    reach: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reach}"


def help_in_short(rows: int, columns: int | None = None, *, region: str | None = None) -> tuple[InShort, ...]:
    """As much of the list as these rows hold, its first line at least; the list itself has hours and dates.

    Without `columns` no line breaks. Where several numbers for danger come first, since nobody said which
    country this is, they share a line: so the next, a directory for every country, has room as well.
    """
    found: list[InShort] = []
    left = rows
    for line in _lines(region, columns):
        left -= len(wrap(str(line), columns)) if columns else 1
        if found and left < 0:
            break
        found.append(line)
    return tuple(found)


def in_table(lines: tuple[InShort, ...], columns: int) -> tuple[InShort, ...]:
    """The same, all names and all ways to reach them as wide as each other; as they are, without room."""
    names = max(len(line.name) for line in lines)
    ways = max(len(line.reach) for line in lines)
    if names + GAP + ways > columns:
        return ()
    return tuple(InShort(f"{line.name:>{names}}", f"{line.reach:<{ways}}") for line in lines)


def _lines(region: str | None, columns: int | None) -> list[InShort]:
    entries, fault = help_lines_here(region)
    here = country(region)
    by_name = keeps_own_list(fault)
    danger = list(takewhile(lambda entry: entry.name.startswith(EMERGENCY), entries))
    if len(danger) <= 1:
        return [_line(entry, here, by_name=by_name) for entry in entries]
    rest = [_line(entry, here, by_name=by_name) for entry in entries[len(danger) :]]
    return [_together(danger, columns), *rest]


def _together(danger: list[HelpLine], columns: int | None) -> InShort:
    """Numbers for danger in several places, each with the place it is for."""
    numbers = [
        (entry.reach.removeprefix("call "), PLACES.get(entry.region, entry.region)) for entry in danger
    ]
    said = InShort(DANGER, "call " + ", ".join(f"{number} in {place}" for number, place in numbers))
    if columns is None or len(str(said)) <= columns:
        return said
    return InShort(DANGER, ", ".join(f"{place.removeprefix('the ')} {number}" for number, place in numbers))


def _line(entry: HelpLine, here: str, *, by_name: bool) -> InShort:
    """By its name where that is known or holds anywhere, else by its country."""
    name = _FIRST_NAME.match(entry.name)
    named = (name.group() if name else entry.name).strip()
    known = by_name or is_in(entry.region, here) or entry.region.startswith(ANYWHERE)
    if known or entry.name.startswith(EMERGENCY):
        return InShort(named, entry.reach)
    return InShort(PLACES.get(entry.region, entry.region), entry.reach)

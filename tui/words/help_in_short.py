"""The help list in a few rows (name and number only), for a page that shows other things as well."""

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
"""Short names for regions of the bundled list."""

DANGER = "In danger now"

GAP = 2
"""Columns between name and number in a table."""


class InShort(NamedTuple):
    """One entry of the list, on one row."""

    name: str
    """A name, or the country if that says more."""
    reach: str

    def __str__(self) -> str:
        return f"{self.name}: {self.reach}"


def help_in_short(rows: int, columns: int | None = None, *, region: str | None = None) -> tuple[InShort, ...]:
    """As many entries as fit these rows, but at least one; the full list also has hours and dates.

    Without `columns`, lines do not wrap. If the country is not known, several emergency numbers come first;
    they share a line, so that the next entry, a directory for every country, fits as well.
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
    """The same, padded to a table of two columns; unchanged if there is no room for that."""
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
    """One entry for the emergency numbers of several places, each with its place."""
    numbers = [
        (entry.reach.removeprefix("call "), PLACES.get(entry.region, entry.region)) for entry in danger
    ]
    said = InShort(DANGER, "call " + ", ".join(f"{number} in {place}" for number, place in numbers))
    if columns is None or len(str(said)) <= columns:
        return said
    return InShort(DANGER, ", ".join(f"{place.removeprefix('the ')} {number}" for number, place in numbers))


def _line(entry: HelpLine, here: str, *, by_name: bool) -> InShort:
    """An entry under its name if that is well known or valid everywhere, else under its country."""
    name = _FIRST_NAME.match(entry.name)
    named = (name.group() if name else entry.name).strip()
    known = by_name or is_in(entry.region, here) or entry.region.startswith(ANYWHERE)
    if known or entry.name.startswith(EMERGENCY):
        return InShort(named, entry.reach)
    return InShort(PLACES.get(entry.region, entry.region), entry.reach)

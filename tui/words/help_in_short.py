"""The help list in a few rows, for a page that has other things on it: a name and the way to reach it."""

from __future__ import annotations

import re
from itertools import takewhile
from textwrap import wrap

from tui.words.help_lines import HelpLine
from tui.words.here import help_lines_here
from tui.words.regions import EMERGENCY

_FIRST_NAME = re.compile(r"[^,(]+")


def help_in_short(rows: int, columns: int | None = None, *, region: str | None = None) -> tuple[str, ...]:
    """As much of the list as these rows hold, its first line at least; the list itself has hours and dates.

    Without `columns` no line breaks. Where several numbers for danger come first, since nobody said which
    country this is, they share a line: so the next, a directory for every country, has room as well.
    """
    found: list[str] = []
    left = rows
    for line in _lines(help_lines_here(region)[0]):
        left -= len(wrap(line, columns)) if columns else 1
        if found and left < 0:
            break
        found.append(line)
    return tuple(found)


def _lines(entries: tuple[HelpLine, ...]) -> list[str]:
    danger = list(takewhile(lambda entry: entry.name.startswith(EMERGENCY), entries))
    if len(danger) <= 1:
        return [_line(entry) for entry in entries]
    together = f"In danger now: {' or '.join(entry.reach for entry in danger)}"
    return [together, *(_line(entry) for entry in entries[len(danger) :])]


def _line(entry: HelpLine) -> str:
    name = _FIRST_NAME.match(entry.name)
    return f"{(name.group() if name else entry.name).strip()}: {entry.reach}"

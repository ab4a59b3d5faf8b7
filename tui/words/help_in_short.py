"""The help list in a few rows, for a page that has other things on it: a name and the way to reach it."""

from __future__ import annotations

from tui.words.here import help_lines_here


def help_in_short(rows: int, region: str | None = None) -> tuple[str, ...]:
    """The first entries, one a row; the list itself has all of them, with hours and dates."""
    entries, _ = help_lines_here(region)
    return tuple(f"{entry.name.partition(',')[0]}: {entry.reach}" for entry in entries[:rows])

"""The help list: people and places to turn to, read from a file, never from a network.

A person's own copy in the settings folder replaces the bundled list (care guide rule 11).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sessions.unsafe import visible
from tui.own_files import UnusableError, table_of, text_in
from tui.own_files import shown as shown_path

BUNDLED = Path(__file__).parent / "data" / "help_lines.toml"

FIELDS = ("name", "region", "reach", "hours", "checked", "source")

STALE_AFTER = timedelta(days=366)
"""An entry that was not checked for a year is marked (care guide rule 11)."""


PROVENANCE = "The list was put together from public pages. Nobody called a number to try it."
"""Shown below the bundled list."""


class HelpLinesError(Exception):
    """A help list cannot be used; the message is a clause that says why, safe to print."""


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A person or place to turn to. All texts are safe to print."""

    name: str
    region: str
    reach: str
    """What to call, write to or open."""
    hours: str
    checked: date
    """When it was last checked."""
    source: str
    """Where the entry was found."""

    def is_stale(self, today: date) -> bool:
        """Whether it was last checked more than a year ago."""
        return today - self.checked > STALE_AFTER


def help_lines(own: Path) -> tuple[tuple[HelpLine, ...], str]:
    """The list to show, and an empty string; or the bundled list, and what is wrong with the person's own."""
    try:
        text = text_in(own)
        found = None if text is None else _entries(text)
    except (HelpLinesError, UnusableError) as error:
        return load(BUNDLED), f"{shown_path(own)} is not used: {error}. The bundled list stands in."
    return (load(BUNDLED), "") if found is None else (found, "")


def load(path: Path) -> tuple[HelpLine, ...]:
    """The entries of a help list in their order.

    Raises:
        HelpLinesError: the file cannot be read, is empty, or an entry lacks something.
    """
    try:
        return _entries(text_in(path, own=False) or "")
    except UnusableError as error:
        raise HelpLinesError(str(error)) from None


def _entries(text: str) -> tuple[HelpLine, ...]:
    entries = table_of(text).get("line")
    if not isinstance(entries, list) or not entries:
        raise HelpLinesError("it holds no `[[line]]`")
    return tuple(_entry(number, entry) for number, entry in enumerate(entries, 1))


def shown(line: HelpLine, today: date) -> tuple[str, ...]:
    """An entry as plain lines: the name, how to reach it, then the rest."""
    old = ", more than a year ago" if line.is_stale(today) else ""
    return (
        f"{line.name} ({line.region})",
        f"  {line.reach}",
        f"  hours: {line.hours}",
        f"  read on {line.checked.isoformat()}{old}, in {line.source}",
    )


def _entry(number: int, held: Any) -> HelpLine:
    if not isinstance(held, dict):
        raise HelpLinesError(f"entry {number} is no `[[line]]`")
    for field in FIELDS:
        wanted: type = date if field == "checked" else str
        value = held.get(field)
        if type(value) is not wanted or not value:
            example = "2026-11-23" if wanted is date else '"…"'
            raise HelpLinesError(f"entry {number} needs `{field} = {example}`")
    texts = {field: visible(held[field]) for field in FIELDS if field != "checked"}
    return HelpLine(checked=held["checked"], **texts)

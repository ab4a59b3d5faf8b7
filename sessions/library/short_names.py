"""Finds sessions by what a person would type: a number in the list, a title, or the beginning of a name."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.library.catalogue import Entry


def meant(wanted: str, entries: Sequence[Entry]) -> list[Entry]:
    """The sessions that may be meant: one if that is clear, otherwise several or none.

    Args:
        wanted: what was typed; upper and lower case are the same.
        entries: all sessions, in the order in which they are listed.
    """
    typed = " ".join(wanted.casefold().split())
    if typed.isdecimal():
        return list(entries[int(typed) - 1 : int(typed)]) if 0 < len(typed) < 7 and int(typed) else []
    titled = [entry for entry in entries if entry.title.casefold() == typed]
    return titled or [entry for entry in entries if typed and _begins(entry, typed)]


def _begins(entry: Entry, typed: str) -> bool:
    return entry.name.casefold().startswith(typed) or entry.title.casefold().startswith(typed)

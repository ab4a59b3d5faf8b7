"""Chooses the session that begins if none is named: by the day alone, never by what was done before."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.library.catalogue import Entry

LONGEST = 300.0
"""Seconds; a person who names no session may not have a quarter of an hour."""


def of_the_day(entries: Sequence[Entry], day: int) -> Entry:
    """One of the bundled sessions of up to five minutes; the same all day long, each in turn.

    `day` is the number of the day, counted from any fixed day.

    Raises:
        ValueError: there is none.
    """
    short = sorted(entry for entry in entries if entry.bundled and (entry.length or 0.0) <= LONGEST)
    if not short:
        raise ValueError("no short session is bundled")
    return short[day % len(short)]

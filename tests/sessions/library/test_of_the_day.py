"""What begins where nothing is named: one of the short ones, by the day."""

from __future__ import annotations

import pytest

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from sessions.library.of_the_day import LONGEST, of_the_day


def test_each_short_session_has_its_day_and_no_long_one_has() -> None:
    entries = scan(SCRIPTS)
    short = {entry.name for entry in entries if (entry.length or 0.0) <= LONGEST}
    days = range(740_000, 740_000 + len(short))
    assert {of_the_day(entries, day).name for day in days} == short
    assert 1 < len(short) < len(entries)


def test_the_order_of_the_entries_and_sessions_of_ones_own_have_no_part_in_it() -> None:
    entries = scan(SCRIPTS)
    day = 740_000
    own = [entry._replace(name=f"own-{entry.name}", bundled=False) for entry in entries]
    assert of_the_day([*own, *reversed(entries)], day) == of_the_day(entries, day)


def test_without_a_bundled_session_there_is_none() -> None:
    with pytest.raises(ValueError, match="no short session"):
        of_the_day([], 740_000)

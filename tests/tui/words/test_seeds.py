"""Where wordings start: runs that follow each other closely, or daily, do not end on the same line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sessions.engine.effects import Ended, Ending
from tui.words import lines, page_lines, phrases
from tui.words.extras import week
from tui.words.seeds import Seeds, seed_at

POOLS = {
    "stop": phrases.STOP_LINES,
    "landed": phrases.LANDED_LINES,
    "closing": phrases.CLOSING_LINES,
    "opening": phrases.OPENING_LINES,
    "week": week.FIRST,
    "week too": week.SECOND,
    **phrases.COAT_LINES,
}
"""What a person who comes back meets."""

MOMENT = datetime(2026, 11, 23, 21, 17, 42, tzinfo=UTC)


@pytest.mark.parametrize("pool", POOLS.values(), ids=POOLS)
@pytest.mark.parametrize(
    "later", [timedelta(minutes=1), timedelta(minutes=2), timedelta(days=1), timedelta(days=2)], ids=str
)
def test_two_runs_a_little_or_a_day_apart_begin_in_other_words(
    pool: tuple[str, ...], later: timedelta
) -> None:
    for minute in range(0, 600, 7):
        moment = MOMENT + timedelta(minutes=minute)
        if moment.date() == (moment + timedelta(minutes=2)).date():
            assert page_lines.pick(pool, seed_at(moment)) != page_lines.pick(pool, seed_at(moment + later))


@pytest.mark.parametrize("pool", POOLS.values(), ids=POOLS)
def test_there_are_several_wordings_and_no_two_are_the_same(pool: tuple[str, ...]) -> None:
    assert len(set(pool)) == len(pool) >= 3


def test_in_one_process_no_run_starts_where_the_one_before_did() -> None:
    turns = Seeds(40)
    before = turns.current
    taken = [turns.take() for _ in range(4)]
    assert before not in taken
    assert taken == [40, 41, 42, 43]
    assert turns.current == 43


@pytest.mark.parametrize("ending", Ending)
def test_the_last_line_depends_on_the_run_and_not_on_what_was_said_in_it(ending: Ending) -> None:
    said = {lines.ending(Ended(ending, turn), 12) for turn in range(9)}
    assert len(said) == 1
    assert said != {lines.ending(Ended(ending, 0), 13)}


@pytest.mark.parametrize("line", [*phrases.STOP_LINES, *phrases.LANDED_LINES])
def test_a_last_line_has_at_most_twelve_words(line: str) -> None:
    assert len(line.split()) <= 12

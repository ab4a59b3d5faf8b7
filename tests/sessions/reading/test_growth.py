"""No session file costs more than its size: each construct is grown, and what a check does is counted."""

from __future__ import annotations

import pytest

from sessions.check import check_text
from sessions.faults import Faults
from sessions.naming import MOST_COMPARED, Guesses
from sessions.reading import wrapping
from sessions.reading.files import MOST_BYTES
from tests.counting import calls_made
from tests.sessions.framed import framed
from tests.sessions.reading.grown import GROWN, near_parts

SIZE = 6000
TIMES = 4
ONCE = 1000
"""Calls that the first of its kind may cost, such as compiling a pattern."""


@pytest.mark.parametrize("name", GROWN)
def test_a_check_grows_with_the_size_of_its_file(name: str) -> None:
    small, large = (GROWN[name](size) for size in (SIZE, TIMES * SIZE))
    few, many = calls_made(lambda: check_text(small)), calls_made(lambda: check_text(large))
    assert many <= 1.2 * TIMES * few + ONCE


def test_every_construct_grows_up_to_the_limit() -> None:
    for make in GROWN.values():
        size = len(make(MOST_BYTES - 1000).encode())
        assert size <= MOST_BYTES


class Searched(list[int]):
    """Numbers that nobody may search through: calls do not show it, and it costs the square of a file."""

    def __contains__(self, number: object) -> bool:
        raise AssertionError(f"searched through for {number}")


def test_what_a_chat_says_around_a_fence_is_not_searched_through_for_each_line() -> None:
    lines = ["So:", "title: x", "There."]
    kept = wrapping._without(lines, Searched([0, 2]), [], Faults("a.session.yaml", lines))
    assert kept == ["", "title: x", ""]


def test_names_of_parts_are_guessed_at_until_the_budget_is_used_up() -> None:
    faults = check_text(near_parts(20_000)).faults
    guessed = [fault for fault in faults if fault.help.startswith("did you mean")]
    assert {fault.id for fault in faults} == {"E307"}
    assert 0 < len(guessed) < len(faults)
    assert all(fault.help for fault in faults)


def test_a_word_that_was_looked_up_costs_nothing_more() -> None:
    guesses = Guesses(most=3)
    known = ("bowl", "chime", "wood")
    assert guesses.nearest("bowll", known) == guesses.only_nearest("bowll", known) == "bowl"
    assert guesses.left == 0
    assert guesses.nearest("bowll", known) == "bowl"
    assert guesses.nearest("chimme", known) == ""


def test_a_word_between_two_others_is_no_sure_guess() -> None:
    known = ("part-1", "part-2")
    assert Guesses().nearest("part-3", known) == "part-1"
    assert Guesses().only_nearest("part-3", known) == ""
    assert Guesses().nearest("part-3", ("part-1",) * (MOST_COMPARED + 1)) == ""


def test_an_honest_file_has_a_guess_for_each_of_its_slips() -> None:
    parts = "".join(
        f"  {name}-{n}:\n    - quiet: 1s\n" for n in range(10) for name in ("sound", "light", "warmth")
    )
    uses = "".join(f"  - use: {name}-{n}x\n" for n in range(10) for name in ("sound", "light", "warmth"))
    faults = check_text(framed(f"parts:\n{parts}indirect:\n{uses}")).faults
    assert [fault.help[:12] for fault in faults] == ["did you mean"] * 30

"""A new session of any length and shape has nothing to mend, and lasts as long as it says."""

from __future__ import annotations

import pytest

from sessions.authoring.template import LONGEST, SHORTEST, Shape, outline
from sessions.check import check_text
from sessions.engine.effects import Ending
from sessions.model import Session
from sessions.rehearsal.paths import paths
from sessions.repertoire import repertoire
from sessions.written import CheckIn, Notice

LENGTHS = sorted(
    {*range(SHORTEST, LONGEST + 1, 11), *range(SHORTEST, 100), *range(880, LONGEST + 1), 300, 600}
)


def made(length: int, shape: Shape) -> Session:
    checked = check_text(outline("A title", length, shape), "new.session.yaml")
    assert checked.faults == (), (length, checked.faults[0])
    assert checked.session is not None
    return checked.session


@pytest.mark.parametrize("shape", Shape)
def test_there_is_nothing_to_mend_in_any_length(shape: Shape) -> None:
    for length in LENGTHS:
        assert made(length, shape).length == length


@pytest.mark.parametrize(
    ("shape", "length", "gate", "asked"),
    [
        (Shape.SHORT, 300, CheckIn, 0),
        (Shape.TWO_STEPS, 300, CheckIn, 1),
        (Shape.NOTICING, 300, Notice, 1),
        (Shape.INDIRECT_ONLY, 300, CheckIn, 1),
        (Shape.SHORT, 900, CheckIn, 3),
        (Shape.TWO_STEPS, 60, CheckIn, 1),
    ],
)
def test_a_shape_is_what_it_says(shape: Shape, length: int, gate: type[CheckIn | Notice], asked: int) -> None:
    session = made(length, shape)
    assert type(session.arriving[-1]) is gate
    assert sum(isinstance(step, CheckIn) for step in session.indirect) == asked
    assert bool(session.direct) is (shape is not Shape.INDIRECT_ONLY)


@pytest.mark.parametrize("shape", Shape)
def test_every_way_through_a_new_session_lasts_as_long_as_it_says(shape: Shape) -> None:
    ways = paths(repertoire(made(300, shape)), 0)
    assert {way.seconds for way in ways if way.ending is Ending.LANDED} == {300.0}


@pytest.mark.parametrize("title", ['"', "\\", 'A "quiet" hour', "no", "- x: [1", "声", "it's # 1"])
def test_a_title_stays_as_it_was_given(title: str) -> None:
    checked = check_text(outline(title, 300), "new.session.yaml")
    assert checked.session is not None
    assert checked.session.title == title


@pytest.mark.parametrize("shape", Shape)
def test_a_comment_explains_each_section(shape: Shape) -> None:
    lines = outline("A title", 300, shape).splitlines()
    for number, line in enumerate(lines):
        if line in ("arriving:", "direct:", "indirect:", "landing:"):
            assert lines[number - 1].startswith("# ")

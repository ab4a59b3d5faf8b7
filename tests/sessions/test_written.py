"""Values as authors write them: equal by what they say."""

from __future__ import annotations

from sessions.written import Bell, CheckIn, Mark, Notice, Quiet, Say, Tone


def test_two_that_say_the_same_are_equal_wherever_they_stand() -> None:
    one, other = Say("a", 5.0, tags=("eyes",), at=Mark(3, 5)), Say("a", 5.0, tags=("eyes",), at=Mark(9, 5))
    assert one == other
    assert len({one, other}) == 1
    assert one.at != other.at


def test_whatever_differs_makes_them_differ() -> None:
    assert Say("a", 5.0) != Say("a", 5.0, less="b")
    assert Bell(Tone.BOWL) != Bell(Tone.BOWL, 2)
    assert Quiet(5.0) != Quiet(6.0)


def test_another_kind_of_step_is_never_the_same() -> None:
    assert len({CheckIn("now?"), Notice("now?"), CheckIn("now?")}) == 2


def test_a_step_shows_all_it_says_and_where() -> None:
    assert repr(Quiet(5.0, "rest", Mark(3, 5))) == (
        "Quiet(length=5.0, reminder='rest', at=Mark(line=3, column=5))"
    )

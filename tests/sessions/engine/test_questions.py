"""Noticing pauses, on demand and written by an author, and an author's own questions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, MenuKind, ShowBeat
from sessions.engine.events import Back, ChooseOption, Coat, Feeling, Next, Noticing, Pause, Way, Wear
from sessions.engine.state import State
from sessions.engine.transitions import NotAllowedError
from sessions.written import Bell, Say, Tone, Track
from tests.fakes.small import FORKED, NOTICING
from tests.fakes.story import Story, outline


def on_track(track: Track, seconds: float = 0.0) -> Story:
    """A run some seconds into a track."""
    story = Story(track=track)
    story.answer(Feeling.SKIP)
    story.passes(seconds)
    return story


def at_fork(track: Track) -> Story:
    """A run at the question of a track."""
    story = Story(FORKED, track)
    story.answer(Feeling.SKIP)
    story.until_asked()
    assert story.state is State.FORK
    return story


@pytest.mark.parametrize("coat", Coat)
def test_every_coat_leads_to_the_check_in_on_the_same_page(coat: Coat) -> None:
    story = Story(NOTICING)
    story.answer(Feeling.OPENING)
    story.until_asked()
    assert isinstance(story.effects[-1], AskNotice)
    assert story.effects[-1].text == "anything?"
    (asked,) = story.press(Wear(coat))
    assert asked == AskCheckIn("", story.engine.run.turn, coat=coat)
    story.say(Feeling.OPENING)
    assert story.shown == "d1"


def test_an_answer_can_be_given_without_naming_a_coat() -> None:
    story = Story(NOTICING)
    story.answer(Feeling.OPENING)
    story.until_asked()
    story.say(Feeling.CLOSING)
    assert story.menu.kind is MenuKind.INDIRECT


@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize(
    ("feeling", "track", "next_prompt"),
    [
        (Feeling.SKIP, Track.DIRECT, "d1"),
        (Feeling.SKIP, Track.INDIRECT, "i2"),
        (Feeling.OPENING, Track.DIRECT, "d1"),
    ],
)
def test_noticing_on_demand_stops_the_clock_and_takes_the_beat_up_again(
    feeling: Feeling, track: Track, next_prompt: str, *, paused: bool
) -> None:
    story = on_track(track, 16.0)
    if paused:
        story.press(Pause())
    assert story.press(Noticing()) == (AskNotice("", story.engine.run.turn),)
    assert story.passes(86_400.0) == ()
    story.press(Wear(Coat.BORED))
    story.say(feeling)
    assert story.shown == next_prompt
    length = {"d1": 20.0, "i2": 15.0}[next_prompt]
    assert story.engine.due == story.now + length


def test_noticing_on_demand_can_change_the_track_within_the_segment() -> None:
    story = on_track(Track.INDIRECT, 16.0)
    story.press(Noticing())
    story.press(Wear(Coat.NOTHING_PUSHING_BACK))
    story.say(Feeling.BETWEEN)
    story.pick(Way.DIRECT)
    assert story.shown == "d1"
    story.press(Noticing())
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    assert story.shown == "i1"


def test_opening_on_demand_on_the_indirect_track_offers_the_menu() -> None:
    story = on_track(Track.INDIRECT, 16.0)
    story.press(Noticing())
    story.say(Feeling.OPENING)
    assert story.menu.kind is MenuKind.RETURN
    story.pick(Way.GENTLER)
    assert story.shown == "i2"


def test_noticing_on_demand_on_arriving_chooses_the_track_for_later() -> None:
    story = Story()
    story.press(Noticing())
    story.say(Feeling.OPENING)
    assert story.shown == "a1"
    story.answer(Feeling.SKIP)
    assert story.shown == "d1"


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN, Feeling.SKIP])
def test_noticing_on_demand_on_landing_goes_on_there(feeling: Feeling) -> None:
    story = on_track(Track.DIRECT)
    story.answer(Feeling.SKIP)
    story.until_shown("z2")
    story.press(Noticing())
    story.say(feeling)
    assert story.shown == "z2"
    story.until_asked()
    story.say(Feeling.SKIP)
    assert story.state is State.ENDED


def test_back_from_noticing_on_demand_shows_the_interrupted_prompt_again() -> None:
    story = on_track(Track.INDIRECT, 16.0)
    story.press(Noticing())
    story.press(Wear(Coat.CROSS))
    (shown,) = story.press(Back())
    assert isinstance(shown, ShowBeat)
    assert (shown.text, shown.again) == ("i2", True)
    assert story.engine.due == story.now + 15.0
    story.press(Back())
    assert story.shown == "i1"


def test_back_from_a_written_noticing_pause_asks_it_again() -> None:
    story = Story(NOTICING)
    story.answer(Feeling.SKIP)
    story.until_asked()
    story.press(Wear(Coat.UNEASY))
    story.press(Back())
    assert story.shown == "a2"
    story.until_asked()
    assert story.state is State.NOTICE


@pytest.mark.parametrize(
    ("index", "prompts"), [(0, ["left 1", "left 2"]), (1, ["right 1", "<wood 1>", "right 2"])]
)
def test_a_fork_plays_what_was_chosen_and_goes_on_after_it(index: int, prompts: list[str]) -> None:
    story = at_fork(Track.DIRECT)
    assert story.effects[-1] == AskFork("which?", ("left", "right"))
    assert story.passes(86_400.0) == ()
    shown = (*story.press(ChooseOption(index)), *story.until_asked())
    assert outline(shown) == [*prompts, "d2", "z1", "z2", "<bowl 2>", "<last check-in>"]
    assert story.seconds == 100.0


def test_a_bell_before_a_fork_rings_before_it_is_asked() -> None:
    fork = FORKED.direct[1]
    story = Story(replace(FORKED, direct=(Say("d1", 10.0), Bell(Tone.WOOD, 3), fork, Say("d2", 10.0))))
    story.answer(Feeling.OPENING)
    assert outline(story.until_asked()) == ["<wood 3>", "<which?>"]


@pytest.mark.parametrize("index", [-1, 2, 99])
def test_a_fork_has_no_other_options(index: int) -> None:
    story = at_fork(Track.DIRECT)
    with pytest.raises(NotAllowedError, match=rf"^there is no option {index + 1} here$"):
        story.press(ChooseOption(index))
    assert story.state is State.FORK


def test_back_in_a_branch_shows_the_prompt_before_the_question_and_does_not_ask_again() -> None:
    story = at_fork(Track.DIRECT)
    story.press(ChooseOption(0))
    story.press(Back())
    assert story.shown == "d1"
    story.passes(10.0)
    assert story.shown == "left 1"


def test_changing_track_at_a_fork_asks_the_question_of_the_other_track() -> None:
    story = at_fork(Track.DIRECT)
    story.say(Feeling.CLOSING)
    assert outline(story.pick(Way.GENTLER)) == ["<what?>"]
    story.press(ChooseOption(0))
    assert story.shown == "near 1"
    story.until_asked()
    assert story.seconds == 105.0


@pytest.mark.parametrize(
    ("into", "index", "entered", "seconds"),
    [
        (5.0, 0, "near 1", 110.0),
        (5.0, 1, "far 1", 110.0),
        (12.0, 1, "far 2", 102.0),
        (25.0, 0, "near 2", 105.0),
        (34.0, 0, "near 2", 114.0),
    ],
)
def test_changing_track_within_a_fork_enters_the_other_ones_branch_at_the_same_moment(
    into: float, index: int, entered: str, seconds: float
) -> None:
    story = at_fork(Track.DIRECT)
    story.press(ChooseOption(0))
    story.passes(into)
    story.say(Feeling.CLOSING)
    assert outline(story.pick(Way.GENTLER)) == ["<what?>"]
    story.press(ChooseOption(index))
    assert story.shown == entered
    story.until_asked()
    assert story.seconds == seconds


def test_closing_twice_at_the_same_fork_keeps_the_moment() -> None:
    story = at_fork(Track.DIRECT)
    story.press(ChooseOption(0))
    story.passes(25.0)
    for _ in range(2):
        story.say(Feeling.CLOSING)
        assert outline(story.pick(Way.GENTLER)) == ["<what?>"]
    story.press(ChooseOption(0))
    assert story.shown == "near 2"


def test_closing_in_a_branch_takes_its_beat_up_again_on_the_same_track() -> None:
    story = at_fork(Track.INDIRECT)
    story.press(ChooseOption(1))
    story.press(Next())
    assert story.shown == "far 2"
    story.passes(3.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    assert story.shown == "far 2"
    story.passes(25.0)
    assert story.shown == "i2"

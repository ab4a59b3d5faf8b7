"""Noticing pauses, on demand and written by an author, and an author's own questions."""

from __future__ import annotations

import pytest

from sessions.engine.effects import AskFork, AskNotice, MenuKind, ShowBeat, TakeIn
from sessions.engine.events import (
    CLOSING_COATS,
    Back,
    ChooseOption,
    Coat,
    Feeling,
    Next,
    Noticing,
    Pause,
    Report,
    TakeDirect,
    Way,
    Wear,
)
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


def test_an_answer_can_be_given_without_naming_a_coat() -> None:
    story = Story(NOTICING)
    story.answer(Feeling.OPENING)
    story.until_asked()
    story.say(Feeling.CLOSING)
    assert story.menu.kind is MenuKind.CLOSING


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


def test_a_skip_at_a_fork_plays_its_first_option() -> None:
    story = at_fork(Track.DIRECT)
    shown = (*story.press(Report(Feeling.SKIP)), *story.until_asked())
    assert outline(shown) == ["left 1", "left 2", "d2", "z1", "z2", "<bowl 2>", "<last check-in>"]
    assert story.seconds == 100.0


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN])
def test_a_fork_takes_no_other_answer_of_a_check_in(feeling: Feeling) -> None:
    story = at_fork(Track.DIRECT)
    with pytest.raises(NotAllowedError, match=r"^that answer belongs to a check-in$"):
        story.press(Report(feeling))


def test_back_at_a_fork_shows_the_prompt_before_it_and_asks_once_more() -> None:
    story = at_fork(Track.DIRECT)
    story.press(Back())
    assert story.shown == "d1"
    shown = story.passes(10.0)
    assert shown[-1] == AskFork("which?", ("left", "right"))
    story.press(ChooseOption(1))
    assert story.shown == "right 1"


def test_a_bell_before_a_fork_rings_before_it_is_asked() -> None:
    fork = FORKED.direct[1]
    story = Story(FORKED.changed(direct=(Say("d1", 10.0), Bell(Tone.WOOD, 3), fork, Say("d2", 10.0))))
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


OTHER_COATS = [coat for coat in Coat if coat not in CLOSING_COATS]


def in_notice() -> Story:
    """A run at a written noticing pause, on the direct track."""
    story = Story(NOTICING)
    story.answer(Feeling.OPENING)
    story.until_asked()
    assert story.effects[-1] == AskNotice("anything?", 0)
    return story


@pytest.mark.parametrize("coat", OTHER_COATS)
def test_after_most_coats_the_session_goes_on_as_at_a_skip(coat: Coat) -> None:
    assert outline(in_notice().press(Wear(coat))) == ["<TakeIn>", "d1"]
    story = Story(NOTICING)
    story.answer(Feeling.SKIP)
    story.until_asked()
    taken_in, _ = story.press(Wear(coat))
    assert taken_in == TakeIn(coat, 0)
    assert story.shown == "i1"


@pytest.mark.parametrize("coat", [coat for coat in Coat if coat in CLOSING_COATS])
def test_a_coat_that_is_a_sign_of_closing_opens_the_closing_page(coat: Coat) -> None:
    story = in_notice()
    story.press(Wear(coat))
    assert (story.menu.kind, story.menu.after) == (MenuKind.CLOSING, coat)
    assert story.menu.ways == (
        *(Way.GENTLER, Way.HOLD, Way.ORDINARY, Way.NOTHING),
        *(Way.AS_PLANNED, Way.STOP),
    )
    story.pick(Way.GENTLER)
    assert story.shown == "i1"
    assert outline(story.until_asked())[-1] == "<landed>"


def test_as_planned_goes_on_as_at_a_skip_and_is_no_closing() -> None:
    story = in_notice()
    story.press(Wear(Coat.BORED))
    story.pick(Way.AS_PLANNED)
    assert story.shown == "d1"
    assert story.engine.run.closings == 0
    assert outline(story.until_asked())[-1] == "<check-in>"


@pytest.mark.parametrize("paused", [False, True])
@pytest.mark.parametrize(("track", "next_prompt"), [(Track.DIRECT, "d1"), (Track.INDIRECT, "i2")])
def test_noticing_on_demand_stops_the_clock_and_takes_the_beat_up_again(
    track: Track, next_prompt: str, *, paused: bool
) -> None:
    story = on_track(track, 16.0)
    if paused:
        story.press(Pause())
    assert story.press(Noticing()) == (AskNotice("", 0),)
    assert story.passes(86_400.0) == ()
    story.press(Wear(Coat.BORED))
    story.pick(Way.AS_PLANNED)
    assert story.shown == next_prompt
    length = {"d1": 20.0, "i2": 15.0}[next_prompt]
    assert story.engine.due == story.now + length


def test_opening_on_demand_keeps_to_the_senses_for_whoever_chose_them() -> None:
    story = on_track(Track.INDIRECT, 16.0)
    story.press(Noticing())
    story.say(Feeling.OPENING)
    assert story.shown == "i2"
    with pytest.raises(NotAllowedError, match=r"^there is no direct track ahead$"):
        story.press(TakeDirect())


def test_back_from_noticing_on_demand_shows_the_interrupted_prompt_again() -> None:
    story = on_track(Track.INDIRECT, 16.0)
    story.press(Noticing())
    (shown,) = story.press(Back())
    assert isinstance(shown, ShowBeat)
    assert (shown.text, shown.again) == ("i2", True)
    assert story.engine.due == story.now + 15.0


def test_back_from_a_written_noticing_pause_asks_it_again() -> None:
    story = in_notice()
    story.press(Back())
    assert story.shown == "a2"
    story.until_asked()
    assert story.state is State.NOTICE


@pytest.mark.parametrize(
    ("into", "entered", "seconds"),
    [(0.0, "near 1", 105.0), (5.0, "near 1", 110.0), (25.0, "near 2", 105.0), (34.0, "near 2", 114.0)],
)
def test_closing_at_a_fork_or_in_its_branch_enters_the_first_branch_of_the_other_track(
    into: float, entered: str, seconds: float
) -> None:
    story = at_fork(Track.DIRECT)
    if into:
        story.press(ChooseOption(0))
        story.passes(into)
    story.say(Feeling.CLOSING)
    assert outline(story.pick(Way.GENTLER)) == [entered]
    story.until_asked()
    assert story.seconds == seconds


def test_the_direct_track_asks_its_own_question_where_it_is_entered() -> None:
    story = Story(FORKED)
    story.answer(Feeling.SKIP)
    story.until_asked()
    assert outline(story.press(TakeDirect())) == ["d1"]
    assert outline(story.until_asked()) == ["<which?>"]

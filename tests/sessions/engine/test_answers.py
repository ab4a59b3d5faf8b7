"""What follows each answer of a check-in, on each track, before and after closing (care guide, part 1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sessions.engine.effects import AskCheckIn, Ending, MenuKind
from sessions.engine.events import Coat, Feeling, Report, Way, Wear
from sessions.engine.state import State
from sessions.written import Track
from tests.fakes.small import INDIRECT_ONLY, NOTICING, repertoire
from tests.fakes.story import Story, outline

BEGUN = (None, Track.DIRECT, Track.INDIRECT)
STAY_STOP_DIRECT = (Way.GENTLER, Way.STOP, Way.DIRECT)
EITHER_OR_STOP = (Way.GENTLER, Way.DIRECT, Way.STOP)
HALTED = (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP)
INDIRECT_MENU: tuple[Way, ...] = (
    Way.GENTLER,
    Way.SENSES,
    Way.TOUCH,
    Way.NATURE,
    Way.BREATH,
    Way.NOTHING,
    Way.TOO_MUCH,
    Way.FAR_AWAY,
    Way.STOP,
)


def asked(track: Track | None) -> Story:
    """A run at its first check-in."""
    story = Story(track=track)
    story.until_asked()
    assert story.state is State.CHECK_IN
    return story


def asked_later(track: Track) -> Story:
    """A run at the check-in in the middle of a track."""
    story = asked(track)
    story.answer(Feeling.SKIP)
    story.until_asked()
    assert story.shown == {Track.DIRECT: "d2", Track.INDIRECT: "i3"}[track]
    return story


def asked_last(track: Track | None) -> Story:
    """A run at the check-in after its end."""
    story = asked(track)
    story.answer(Feeling.SKIP, Feeling.SKIP)
    story.until_asked()
    return story


def test_a_run_told_from_begin_to_end() -> None:
    story = Story()
    story.answer(Feeling.OPENING, Feeling.OPENING, Feeling.SKIP)
    assert outline(story.effects) == [
        *("<bowl 1>", "a1", "a2", "<check-in>"),
        *("d1", "", "d2", "<check-in>", "d3", "d4"),
        *("z1", "z2", "<bowl 2>", "<last check-in>", "<landed>"),
    ]
    assert story.seconds == 160.0


@pytest.mark.parametrize("track", [None, Track.DIRECT])
def test_opening_leads_to_the_direct_track(track: Track | None) -> None:
    story = asked(track)
    story.say(Feeling.OPENING)
    assert story.shown == "d1"


@pytest.mark.parametrize("come", [lambda: asked(Track.INDIRECT), lambda: asked_later(Track.INDIRECT)])
def test_opening_on_the_indirect_track_offers_stay_stop_then_direct(come: Callable[[], Story]) -> None:
    told = come()
    told.say(Feeling.OPENING)
    assert (told.menu.kind, told.menu.ways, told.menu.after) == (
        MenuKind.RETURN,
        STAY_STOP_DIRECT,
        Feeling.OPENING,
    )
    assert told.menu.already_gentle


@pytest.mark.parametrize("track", BEGUN)
def test_in_between_offers_both_tracks_and_stop(track: Track | None) -> None:
    story = asked(track)
    story.say(Feeling.BETWEEN)
    assert (story.menu.kind, story.menu.ways) == (MenuKind.BETWEEN, EITHER_OR_STOP)


@pytest.mark.parametrize(("way", "first"), [(Way.GENTLER, "i4"), (Way.DIRECT, "d3")])
@pytest.mark.parametrize("track", [Track.DIRECT, Track.INDIRECT])
def test_tracks_can_be_changed_at_each_check_in(track: Track, way: Way, first: str) -> None:
    story = asked_later(track)
    story.say(Feeling.BETWEEN)
    story.pick(way)
    assert story.shown == first
    story.answer(Feeling.SKIP)
    assert story.seconds == 160.0


@pytest.mark.parametrize("track", BEGUN)
def test_closing_opens_the_indirect_menu(track: Track | None) -> None:
    story = asked(track)
    story.say(Feeling.CLOSING)
    assert (story.menu.kind, story.menu.ways, story.menu.after) == (
        MenuKind.INDIRECT,
        INDIRECT_MENU,
        Feeling.CLOSING,
    )
    story.pick(Way.GENTLER)
    assert story.shown == "i1"


@pytest.mark.parametrize("feeling", [Feeling.TOO_MUCH, Feeling.FAR_AWAY])
@pytest.mark.parametrize("track", BEGUN)
def test_too_much_and_far_away_halt_with_stop_first(track: Track | None, feeling: Feeling) -> None:
    story = asked(track)
    story.say(feeling)
    assert (story.menu.kind, story.menu.ways, story.menu.after) == (MenuKind.HALTED, HALTED, feeling)


@pytest.mark.parametrize(
    ("begun", "if_skipped", "first"),
    [
        (None, Track.DIRECT, "d1"),
        (None, Track.INDIRECT, "i1"),
        (Track.DIRECT, Track.INDIRECT, "d1"),
        (Track.INDIRECT, Track.DIRECT, "i1"),
    ],
)
def test_skip_keeps_the_chosen_track_and_else_takes_the_sessions(
    begun: Track | None, if_skipped: Track, first: str
) -> None:
    story = Story(repertoire(if_skipped=if_skipped), begun)
    story.answer(Feeling.SKIP)
    assert story.shown == first


@pytest.mark.parametrize(("track", "next_prompt"), [(Track.DIRECT, "d3"), (Track.INDIRECT, "i4")])
def test_skip_in_the_middle_stays_on_the_track(track: Track, next_prompt: str) -> None:
    story = asked_later(track)
    story.say(Feeling.SKIP)
    assert story.shown == next_prompt


def test_a_track_that_was_taken_by_skipping_is_kept_by_skipping() -> None:
    story = Story(repertoire(if_skipped=Track.DIRECT))
    story.answer(Feeling.SKIP, Feeling.SKIP)
    assert story.shown == "d3"


@pytest.mark.parametrize("begun", BEGUN)
def test_skip_after_closing_is_indirect_whatever_was_chosen(begun: Track | None) -> None:
    story = Story(repertoire(if_skipped=Track.DIRECT), begun)
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    story.answer(Feeling.SKIP)
    assert story.shown == "i1"


def test_skip_after_closing_is_indirect_even_when_direct_was_chosen_again() -> None:
    story = asked(Track.DIRECT)
    story.say(Feeling.CLOSING)
    story.answer(Way.TOUCH, Way.DIRECT)
    assert story.shown == "d1"
    story.answer(Feeling.SKIP)
    assert story.shown == "i4"


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN])
def test_after_closing_the_way_back_is_stay_stop_then_direct(feeling: Feeling) -> None:
    story = asked(Track.DIRECT)
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    story.until_asked()
    story.say(feeling)
    assert (story.menu.kind, story.menu.ways) == (MenuKind.RETURN, STAY_STOP_DIRECT)
    story.pick(Way.DIRECT)
    assert story.shown == "d3"


def test_once_direct_was_chosen_again_opening_leads_there_by_itself() -> None:
    story = asked(Track.DIRECT)
    story.say(Feeling.CLOSING)
    story.answer(Way.SENSES, Way.DIRECT, Feeling.OPENING)
    assert story.shown == "d3"


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN, Feeling.SKIP])
@pytest.mark.parametrize("track", BEGUN)
def test_the_last_check_in_can_be_answered_or_skipped_and_the_run_is_over(
    track: Track | None, feeling: Feeling
) -> None:
    story = asked_last(track)
    assert story.effects[-1] == AskCheckIn("", story.engine.run.turn, final=True)
    story.say(feeling)
    assert story.ended.ending is Ending.LANDED
    assert not story.ended.halted


def test_closing_at_the_last_check_in_offers_everything_but_a_way_on() -> None:
    story = asked_last(Track.DIRECT)
    story.say(Feeling.CLOSING)
    assert story.menu.ways == INDIRECT_MENU[1:]
    story.answer(Way.NATURE)
    story.until_asked()
    assert story.menu.ways == (Way.ANOTHER, Way.STOP)
    story.pick(Way.STOP)
    assert story.ended.ending is Ending.STOPPED


def test_too_much_at_the_last_check_in_halts() -> None:
    story = asked_last(Track.INDIRECT)
    story.say(Feeling.TOO_MUCH)
    assert story.menu.ways == HALTED


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN, Feeling.SKIP])
def test_without_a_direct_track_no_answer_offers_it(feeling: Feeling) -> None:
    story = Story(INDIRECT_ONLY)
    story.answer(feeling)
    assert story.shown == "i1"
    story.answer(Feeling.CLOSING, Way.BREATH)
    story.until_asked()
    assert story.menu.ways == (Way.ANOTHER, Way.GENTLER, Way.STOP)


def test_between_two_gates_of_arriving_the_choice_is_kept() -> None:
    story = Story(NOTICING)
    story.answer(Feeling.BETWEEN, Way.DIRECT)
    assert story.shown == "a2"
    story.until_asked()
    assert story.state is State.NOTICE
    story.press(Wear(Coat.LATER))
    assert story.effects[-1] == AskCheckIn("", story.engine.run.turn, coat=Coat.LATER)
    story.say(Feeling.SKIP)
    assert story.shown == "d1"


def test_a_noticing_pause_can_be_skipped_whole() -> None:
    story = Story(NOTICING)
    story.answer(Feeling.SKIP)
    story.until_asked()
    assert story.state is State.NOTICE
    story.press(Report(Feeling.SKIP))
    assert story.shown == "i1"

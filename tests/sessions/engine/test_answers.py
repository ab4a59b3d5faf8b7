"""What follows each answer of a check-in, on each track, before and after closing (care guide, part 1)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sessions.engine.effects import AskCheckIn, AskingChanged, Ending, MenuKind, ShowBeat, TakeIn
from sessions.engine.events import AskLess, Event, Feeling, Pick, Report, TakeDirect, Way
from sessions.engine.state import State
from sessions.engine.transitions import NotAllowedError
from sessions.model import Session
from sessions.written import Track
from tests.fakes.small import INDIRECT_ONLY, NOTICING, TWO_TRACKS, repertoire
from tests.fakes.story import Story, outline

BEGUN = (None, Track.DIRECT, Track.INDIRECT)
HALTED = (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP, Way.SLIP)
CLOSING_MENU = (Way.GENTLER, Way.HOLD, Way.ORDINARY, Way.NOTHING, Way.STOP)


def asked(track: Track | None, if_skipped: Track | None = None) -> Story:
    """A run at its first check-in."""
    story = Story(repertoire(if_skipped=if_skipped), track)
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
        *("<TakeIn>", "d1", "", "d2", "<check-in>", "<TakeIn>", "d3", "d4"),
        *("z1", "z2", "<bowl 2>", "<last check-in>", "<landed>"),
    ]
    assert story.seconds == 160.0


@pytest.mark.parametrize("track", [None, Track.DIRECT])
def test_opening_leads_to_the_direct_track(track: Track | None) -> None:
    story = asked(track)
    story.say(Feeling.OPENING)
    assert story.shown == "d1"


@pytest.mark.parametrize("track", BEGUN)
def test_closing_opens_the_indirect_menu(track: Track | None) -> None:
    story = asked(track)
    story.say(Feeling.CLOSING)
    assert (story.menu.kind, story.menu.ways, story.menu.after) == (
        MenuKind.CLOSING,
        CLOSING_MENU,
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


def test_too_much_at_the_last_check_in_halts() -> None:
    story = asked_last(Track.INDIRECT)
    story.say(Feeling.TOO_MUCH)
    assert story.menu.ways == HALTED


def test_a_noticing_pause_can_be_skipped_whole() -> None:
    story = Story(NOTICING)
    story.answer(Feeling.SKIP)
    story.until_asked()
    assert story.state is State.NOTICE
    story.press(Report(Feeling.SKIP))
    assert story.shown == "i1"


@pytest.mark.parametrize("come", [lambda: asked(Track.INDIRECT), lambda: asked_later(Track.INDIRECT)])
@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN])
def test_whoever_chose_the_senses_is_not_asked_to_leave_them(
    come: Callable[[], Story], feeling: Feeling
) -> None:
    story = come()
    story.say(feeling)
    assert story.state is State.BEAT
    assert story.shown in ("i1", "i4")


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN])
def test_an_answer_on_the_direct_track_goes_on_there(feeling: Feeling) -> None:
    story = asked_later(Track.DIRECT)
    story.say(feeling)
    assert story.shown == "d3"


def test_in_between_is_indirect_where_nobody_has_chosen() -> None:
    story = asked(None, if_skipped=Track.DIRECT)
    story.say(Feeling.BETWEEN)
    assert story.shown == "i1"


def test_whoever_asked_to_be_asked_on_the_way_gets_the_direct_track_by_opening() -> None:
    story = asked(None)
    story.say(Feeling.SKIP)
    assert story.shown == "i1"
    story.until_asked()
    taken_in, shown = story.say(Feeling.OPENING)
    assert taken_in == TakeIn(Feeling.OPENING, 0)
    assert isinstance(shown, ShowBeat)
    assert shown.text == "d3"


@pytest.mark.parametrize("begun", BEGUN)
def test_after_closing_every_check_point_passes_by_itself_on_the_gentler_track(begun: Track | None) -> None:
    story = Story(repertoire(if_skipped=Track.DIRECT), begun)
    story.say(Feeling.CLOSING)
    shown = (*story.pick(Way.GENTLER), *story.until_asked())
    assert outline(shown) == ["a1", "a2", "i1", "i2", "i3", "i4", "i5", "z1", "z2", "<bowl 2>", "<landed>"]


@pytest.mark.parametrize("reach", [Pick(Way.DIRECT), TakeDirect()])
def test_after_closing_the_direct_track_is_there_for_whoever_reaches_for_it(reach: Event) -> None:
    story = asked(Track.DIRECT)
    story.say(Feeling.CLOSING)
    assert outline((*story.press(reach), *story.until_asked()))[:5] == ["d1", "", "d2", "d3", "d4"]


def test_in_a_beat_the_direct_track_is_entered_at_the_same_moment() -> None:
    story = asked(None)
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    story.passes(40.0)
    assert story.shown == "i3"
    assert outline(story.press(TakeDirect())) == ["d2"]
    with pytest.raises(NotAllowedError, match=r"^the direct track is on$"):
        story.press(TakeDirect())


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN, Feeling.CLOSING])
@pytest.mark.parametrize("track", BEGUN)
def test_an_answer_to_the_last_question_is_taken_in_and_nothing_more_is_asked(
    track: Track | None, feeling: Feeling
) -> None:
    story = asked_last(track)
    assert story.effects[-1] == AskCheckIn("", 0, final=True)
    assert story.say(feeling) == (AskCheckIn("", 0, final=True, answered=feeling),)
    story.say(Feeling.SKIP)
    assert story.ended.ending is Ending.LANDED
    assert not story.ended.halted


@pytest.mark.parametrize("feeling", [Feeling.OPENING, Feeling.BETWEEN, Feeling.SKIP])
def test_without_a_direct_track_nothing_offers_it(feeling: Feeling) -> None:
    story = Story(INDIRECT_ONLY)
    story.answer(feeling)
    assert story.shown == "i1"
    story.answer(Feeling.CLOSING)
    assert Way.DIRECT not in story.menu.more
    story.answer(Way.BREATH)
    story.until_asked()
    assert Way.DIRECT not in story.menu.more


def test_whoever_is_asked_less_meets_one_question_and_a_line_for_each_other() -> None:
    story = Story(NOTICING, ask_less=True)
    told = outline(story.until_asked())
    assert told == ["<QuestionPassed>", "a2", "<notice>"]
    told = outline((*story.say(Feeling.OPENING), *story.until_asked()))
    assert told == [
        "<TakeIn>",
        "d1",
        "",
        "d2",
        "<QuestionPassed>",
        "d3",
        "d4",
        "z1",
        "z2",
        "<bowl 2>",
        "<landed>",
    ]


def test_less_can_be_asked_on_the_way_and_taken_back() -> None:
    story = asked(Track.DIRECT)
    assert story.press(AskLess()) == (AskingChanged(less=True),)
    assert story.state is State.CHECK_IN
    story.press(AskLess(less=False))
    story.answer(Feeling.SKIP)
    story.until_asked()
    assert story.state is State.CHECK_IN


@pytest.mark.parametrize("session", [TWO_TRACKS, INDIRECT_ONLY])
def test_asked_less_on_the_way_of_the_senses_a_run_asks_nothing(session: Session) -> None:
    story = Story(session, Track.INDIRECT, ask_less=True)
    story.until_asked()
    assert story.state is State.ENDED
    assert story.seconds == 160.0

"""Closing, the short forms, nothing for a while, and the halt after too much or far away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sessions.engine.effects import (
    Effect,
    Ending,
    HoldStill,
    MenuKind,
    OpenMenu,
    RingBell,
    ShowCompany,
    ShowHelp,
)
from sessions.engine.events import (
    FORMS,
    RESTS,
    Back,
    Begin,
    Feeling,
    Leave,
    Less,
    Next,
    Noticing,
    Pause,
    Report,
    Resume,
    Way,
)
from sessions.engine.state import Leg, Run, State
from sessions.engine.transitions import NotAllowedError
from sessions.written import Tone, Track
from tests.fakes.small import FORKED, INDIRECT_ONLY, NOTICING, WAITING, repertoire
from tests.fakes.story import Story, outline, words


def on_direct(prompt: str, seconds: float = 0.0) -> Story:
    """A run on the direct track, some seconds into a prompt."""
    story = Story(track=Track.DIRECT)
    story.answer(Feeling.OPENING)
    while story.shown != prompt:
        if story.engine.due is None:
            story.say(Feeling.OPENING)
        else:
            story.passes(story.engine.due - story.now)
    story.passes(seconds)
    return story


def test_the_words_leave_at_once_and_the_clock_stands() -> None:
    story = on_direct("d1", 7.0)
    story.say(Feeling.CLOSING)
    assert story.state is State.MENU
    assert story.engine.run.beat is None
    assert story.passes(86_400.0) == ()
    assert story.menu.kind is MenuKind.CLOSING


@pytest.mark.parametrize(
    ("prompt", "seconds", "entered", "beats_seconds"),
    [
        ("d1", 0.0, "i1", 160.0),
        ("d1", 14.5, "i1", 174.5),
        ("d1", 15.0, "i2", 160.0),
        ("d1", 19.5, "i2", 164.5),
        ("d2", 0.0, "i3", 160.0),
        ("d2", 29.0, "i3", 189.0),
        ("d3", 10.0, "i4", 170.0),
        ("d4", 9.75, "i4", 189.75),
        ("d4", 10.0, "i5", 160.0),
        ("d4", 39.0, "i5", 189.0),
    ],
)
def test_the_gentler_track_is_entered_at_or_just_before_the_same_moment(
    prompt: str, seconds: float, entered: str, beats_seconds: float
) -> None:
    story = on_direct(prompt, seconds)
    story.say(Feeling.CLOSING)
    story.passes(333.0)
    story.pick(Way.GENTLER)
    assert story.shown == entered
    story.until_asked()
    assert story.state is State.ENDED
    assert story.seconds == beats_seconds


def test_moving_on_early_counts_as_having_played_the_beat() -> None:
    story = on_direct("d1", 2.0)
    story.press(Next())
    story.press(Next())
    assert story.shown == "d2"
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    assert story.shown == "i3"


def test_on_the_indirect_track_the_gentler_way_is_to_take_the_beat_up_again() -> None:
    story = Story(track=Track.INDIRECT)
    story.answer(Feeling.SKIP)
    story.passes(20.0)
    assert story.shown == "i2"
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    assert story.shown == "i2"
    story.passes(15.0)
    assert story.shown == "i3"


def test_closing_in_a_pause_leaves_the_pause() -> None:
    story = on_direct("d1", 16.0)
    story.press(Pause())
    story.passes(500.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    assert story.shown == "i2"
    assert story.state is State.BEAT


def test_closing_in_a_beat_that_waits() -> None:
    story = Story(WAITING)
    story.passes(20.0)
    assert story.shown == "ready?"
    story.passes(600.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.GENTLER)
    assert story.shown == "ready?"
    assert story.engine.due is None


@pytest.mark.parametrize("way", FORMS)
def test_each_short_form_plays_and_comes_back_to_a_menu(way: Way) -> None:
    story = on_direct("d2", 3.0)
    before = story.seconds
    story.say(Feeling.CLOSING)
    shown = (*story.pick(way), *story.until_asked())
    assert outline(shown) == ["<chime 1>", f"{way.value} 1", f"{way.value} 2", "<menu after_form>"]
    assert story.menu.ways == (Way.GENTLER, Way.HOLD, Way.ORDINARY, Way.NOTHING, Way.STOP)
    assert story.menu.more == (*FORMS, Way.TOO_MUCH, Way.FAR_AWAY, Way.DIRECT)
    assert story.seconds == before


def test_after_a_form_stop() -> None:
    story = on_direct("d2")
    story.say(Feeling.CLOSING)
    story.answer(Way.TOUCH, Way.STOP)
    assert story.ended.ending is Ending.STOPPED
    assert not story.ended.halted


def test_after_a_form_the_direct_track_takes_the_interrupted_beat_up_from_its_start() -> None:
    story = on_direct("d2", 29.0)
    story.say(Feeling.CLOSING)
    story.answer(Way.TOUCH, Way.DIRECT)
    assert story.shown == "d2"
    assert story.engine.due == story.now + 30.0


def test_closing_within_a_form_opens_the_menu_and_keeps_the_place() -> None:
    story = on_direct("d2", 3.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.NATURE)
    story.passes(4.0)
    story.say(Feeling.CLOSING)
    assert story.menu.ways[0] is Way.GENTLER
    story.pick(Way.GENTLER)
    assert story.shown == "i3"


def test_a_form_asks_nothing_but_can_be_moved_on_and_looked_back_in() -> None:
    story = on_direct("d2", 3.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.SENSES)
    with pytest.raises(NotAllowedError, match=r"^a short form asks nothing$"):
        story.press(Noticing())
    story.press(Next())
    assert story.shown == "senses 2"
    story.press(Next())
    assert story.menu.kind is MenuKind.AFTER_FORM


def test_only_the_second_closing_mentions_help() -> None:
    story = on_direct("d1")
    mentioned = []
    for _ in range(4):
        story.say(Feeling.CLOSING)
        mentioned.append(story.menu.mention_help)
        story.pick(Way.GENTLER)
    assert mentioned == [False, True, False, False]


def test_neither_next_nor_back_nor_resume_nor_skip_nor_noticing_brings_a_direct_beat_back() -> None:
    story = on_direct("d2", 5.0)
    story.say(Feeling.CLOSING)
    shown = len(story.effects)
    story.pick(Way.GENTLER)
    for event in EVERYTHING_BUT_DIRECT:
        if story.engine.allows(event, story.now):
            story.press(event)
    story.until_asked()
    assert not set(words(story.effects[shown:])) & {"d1", "d2", "d3", "d4"}
    assert story.ended.ending is Ending.LANDED


EVERYTHING_BUT_DIRECT = (
    *(Back(), Back(), Pause(), Resume(), Less(), Noticing(), Back(), Noticing(), Report(Feeling.SKIP)),
    *(Next(), Back(), Next(), Next(), Next(), Back(), Noticing(), Report(Feeling.BETWEEN)),
)


def ready() -> Story:
    """Not begun."""
    story = Story()
    story.engine.run = Run()
    return story


def in_check_in() -> Story:
    story = Story()
    story.until_asked()
    return story


def in_notice() -> Story:
    story = Story(NOTICING)
    story.answer(Feeling.OPENING)
    story.until_asked()
    return story


def in_fork() -> Story:
    story = Story(FORKED)
    story.answer(Feeling.OPENING)
    story.until_asked()
    return story


def in_pause() -> Story:
    story = on_direct("d1", 3.0)
    story.press(Pause())
    return story


def in_form() -> Story:
    story = on_direct("d1", 3.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.SENSES)
    return story


def in_rest() -> Story:
    story = on_direct("d1", 3.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.NOTHING)
    return story


def in_menu() -> Story:
    story = on_direct("d1", 3.0)
    story.say(Feeling.CLOSING)
    return story


def in_floor() -> Story:
    story = on_direct("d1", 3.0)
    story.say(Feeling.FAR_AWAY)
    story.pick(Way.FLOOR)
    return story


SITUATIONS: tuple[Callable[[], Story], ...] = (
    lambda: on_direct("d2", 1.0),
    in_check_in,
    in_notice,
    in_fork,
    in_pause,
    in_form,
    in_rest,
    in_menu,
    in_floor,
)


@pytest.mark.parametrize("feeling", [Feeling.TOO_MUCH, Feeling.FAR_AWAY])
@pytest.mark.parametrize("come", SITUATIONS)
def test_too_much_and_far_away_can_be_said_anywhere_and_lead_nowhere_but_out(
    come: Callable[[], Story], feeling: Feeling
) -> None:
    story = come()
    story.say(feeling)
    assert story.menu.ways == (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP, Way.SLIP)
    assert story.menu.after is feeling
    assert story.engine.run.bookmark is None
    assert story.passes(86_400.0) == ()
    shown = (*story.pick(Way.FLOOR), *story.until_asked())
    assert outline(shown) == ["floor 1", "floor 2", "<menu calm>"]
    assert story.menu.ways == (Way.STOP, Way.NATURE, Way.FLOOR, Way.COMPANY, Way.HELP)
    assert outline((*story.pick(Way.NATURE), *story.until_asked()))[-1] == "<menu calm>"
    story.pick(Way.STOP)
    assert story.ended.ending is Ending.STOPPED
    assert story.ended.halted


@pytest.mark.parametrize(
    ("way", "feeling"), [(Way.TOO_MUCH, Feeling.TOO_MUCH), (Way.FAR_AWAY, Feeling.FAR_AWAY)]
)
def test_the_menu_after_closing_leads_to_the_halt_as_well(way: Way, feeling: Feeling) -> None:
    story = in_menu()
    story.pick(way)
    assert (story.menu.kind, story.menu.after) == (MenuKind.HALTED, feeling)


def test_company_and_help_are_shown_and_the_menu_stays() -> None:
    story = in_floor()
    story.until_asked()
    ways = story.menu.ways
    expected: tuple[tuple[Way, Effect], ...] = ((Way.COMPANY, ShowCompany()), (Way.HELP, ShowHelp()))
    for way, effect in expected:
        assert story.pick(way) == (effect,)
        assert story.engine.run.ways == ways
        assert story.state is State.MENU


def test_the_floor_can_be_played_again_and_its_prompts_looked_back_at() -> None:
    story = in_floor()
    story.passes(10.0)
    assert story.shown == "floor 2"
    story.press(Back())
    assert story.shown == "floor 1"
    story.until_asked()
    story.pick(Way.FLOOR)
    assert story.shown == "floor 1"
    assert story.engine.run.leg is Leg.FLOOR


@pytest.mark.parametrize("come", [*SITUATIONS, ready])
def test_leaving_takes_one_event_from_anywhere(come: Callable[[], Story]) -> None:
    story = come()
    (ended,) = story.press(Leave())
    assert ended == story.ended
    assert story.ended.ending is Ending.STOPPED
    assert story.passes(86_400.0) == ()
    with pytest.raises(NotAllowedError, match=r"^Leave is not allowed in state ended$"):
        story.press(Leave())


def test_the_direct_track_cannot_be_begun_where_there_is_none() -> None:
    story = ready()
    story.engine.repertoire = repertoire(INDIRECT_ONLY)
    with pytest.raises(NotAllowedError, match=r"^this session has no direct track$"):
        story.press(Begin(Track.DIRECT))
    assert story.engine.run == Run()


def test_a_form_rings_its_bell_and_taking_a_beat_up_again_rings_none() -> None:
    story = Story()
    story.say(Feeling.CLOSING)
    assert RingBell(Tone.CHIME, 1, indirect=True) in story.pick(Way.SENSES)
    story.until_asked()
    assert outline(story.pick(Way.GENTLER)) == ["a1"]


def test_closing_said_in_the_halted_menu_changes_nothing() -> None:
    story = Story()
    story.say(Feeling.TOO_MUCH)
    with pytest.raises(NotAllowedError, match=r"^a menu for closing is open already$"):
        story.say(Feeling.CLOSING)
    assert story.menu.kind is MenuKind.HALTED


def test_closing_on_landing_goes_on_there_and_offers_no_direct_track_any_more() -> None:
    story = on_direct("d4")
    story.until_shown("z1")
    story.say(Feeling.CLOSING)
    assert Way.DIRECT not in story.menu.more
    story.answer(Way.BREATH)
    story.until_asked()
    assert Way.DIRECT not in story.menu.more
    story.pick(Way.GENTLER)
    assert story.shown == "z1"


@pytest.mark.parametrize("way", RESTS)
def test_a_page_to_stay_on_has_no_end_of_its_own_and_enter_carries_on_gently(way: Way) -> None:
    story = on_direct("d1", 4.0)
    story.say(Feeling.CLOSING)
    (held,) = story.pick(way)
    assert isinstance(held, HoldStill)
    assert (held.way, held.ways) == (way, (Way.GENTLER, Way.STOP))
    assert set(held.more) >= {*FORMS, *RESTS} - {way}
    assert story.passes(86_400.0) == ()
    story.press(Next())
    assert story.shown == "i1"


def test_from_a_page_to_stay_on_everything_else_is_there_as_well() -> None:
    story = on_direct("d1", 4.0)
    story.say(Feeling.CLOSING)
    story.pick(Way.NOTHING)
    story.pick(Way.ORDINARY)
    assert outline(story.pick(Way.NATURE)) == ["<chime 1>", "nature 1"]


def test_help_is_mentioned_once_and_backdraft_named_once() -> None:
    story = on_direct("d1")
    for _ in range(4):
        story.say(Feeling.CLOSING)
        story.pick(Way.SENSES)
        story.until_asked()
    menus = [effect for effect in story.effects if isinstance(effect, OpenMenu)]
    assert [menu.mention_help for menu in menus] == [False, False, True, *[False] * 5]
    assert [menu.backdraft for menu in menus] == [True, *[False] * 7]


def test_closing_cannot_be_said_again_on_its_own_page() -> None:
    story = on_direct("d1")
    story.say(Feeling.CLOSING)
    with pytest.raises(NotAllowedError, match=r"^a menu for closing is open already$"):
        story.say(Feeling.CLOSING)
    with pytest.raises(NotAllowedError, match=r"^floor is not offered here$"):
        story.pick(Way.FLOOR)
    assert story.menu.kind is MenuKind.CLOSING


def test_after_closing_an_authors_question_passes_with_its_first_option() -> None:
    story = Story(FORKED, Track.INDIRECT)
    story.answer(Feeling.SKIP)
    story.until_asked()
    assert story.state is State.FORK
    story.say(Feeling.CLOSING)
    assert outline(story.pick(Way.GENTLER)) == ["near 1"]
    story.until_asked()
    assert story.seconds == 100.0


def test_closing_on_the_floor_opens_the_calm_page() -> None:
    story = in_floor()
    with pytest.raises(NotAllowedError, match=r"^a short form asks nothing$"):
        story.press(Noticing())
    story.say(Feeling.CLOSING)
    assert (story.menu.kind, story.menu.after) == (MenuKind.CALM, None)
    assert story.engine.run.closings == 0
    assert outline(story.pick(Way.SLIP)) == ["floor 1", "<ShowPaused>"]


@pytest.mark.parametrize("feeling", [Feeling.CLOSING, Feeling.TOO_MUCH, Feeling.FAR_AWAY])
def test_a_slip_goes_back_to_the_very_prompt_paused(feeling: Feeling) -> None:
    story = on_direct("d2", 12.0)
    story.say(feeling)
    story.passes(500.0)
    assert outline(story.pick(Way.SLIP)) == ["d2", "<ShowPaused>"]
    assert story.passes(500.0) == ()
    story.press(Resume())
    assert story.engine.due == story.now + 18.0
    assert outline((*story.until_asked(),)) == ["<check-in>"]
    assert story.engine.run.halted is None


def test_a_slip_on_the_closing_page_comes_back_to_it_and_then_to_the_prompt() -> None:
    story = on_direct("d2", 12.0)
    story.say(Feeling.CLOSING)
    story.say(Feeling.TOO_MUCH)
    story.say(Feeling.FAR_AWAY)
    story.pick(Way.SLIP)
    assert story.menu.kind is MenuKind.CLOSING
    assert outline(story.pick(Way.SLIP)) == ["d2", "<ShowPaused>"]


@pytest.mark.parametrize("come", [in_check_in, in_notice, in_fork, in_rest])
@pytest.mark.parametrize("feeling", [Feeling.CLOSING, Feeling.TOO_MUCH])
def test_a_slip_where_something_waits_comes_back_to_it(come: Callable[[], Story], feeling: Feeling) -> None:
    story = come()
    before = story.effects[-1]
    state = story.state
    story.say(feeling)
    (asked,) = story.pick(Way.SLIP)
    assert type(asked) is type(before)
    assert story.state is state

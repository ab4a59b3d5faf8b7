"""The six invariants of the engine, over generated sessions and whatever a person may press."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    Ended,
    HoldStill,
    MenuKind,
    OpenMenu,
    ShowBeat,
)
from sessions.engine.engine import TABLE, Engine, TimeWentBackwardsError
from sessions.engine.events import (
    AskLess,
    Begin,
    ChooseOption,
    Event,
    Feeling,
    Leave,
    Less,
    Next,
    Noticing,
    Pause,
    Pick,
    Report,
    Resume,
    SetPace,
    TakeDirect,
    Tick,
    Way,
    Wear,
)
from sessions.engine.state import Repertoire, Run, State
from sessions.engine.transitions import NotAllowedError
from sessions.written import Track
from tests.fakes.small import FORKED
from tests.fakes.story import Story
from tests.fakes.strategies import EVENTS, ONGOING, PACES, moments, repertoires
from tests.fakes.watch import CHOOSING, TAKING_BACK, Press, Watch

presses: st.SearchStrategy[list[Press]] = st.lists(st.tuples(moments, st.integers(0, 10_000)), max_size=40)
HALTING = (Feeling.TOO_MUCH, Feeling.FAR_AWAY)
ENDING = (Way.STOP, Way.TOO_MUCH, Way.FAR_AWAY)
ANSWERS: tuple[Event, ...] = (
    *(Report(feeling) for feeling in Feeling if feeling not in HALTING),
    *(event for event in EVENTS if isinstance(event, Wear | ChooseOption)),
    *(Pick(way) for way in Way if way not in ENDING),
)
"""What can be answered where the engine asks, short of stopping."""
BEGINNINGS: tuple[Event, ...] = tuple(event for event in EVENTS if isinstance(event, Begin))
MID_BEAT: tuple[Event, ...] = (*ANSWERS, Noticing(), Pause(), Resume(), AskLess(), TakeDirect())


@given(repertoires(), presses, st.lists(st.floats(0, 1), max_size=6))
def test_the_pattern_of_ticks_never_changes_the_story(
    rep: Repertoire, pressed: list[Press], ticks: list[float]
) -> None:
    story = Watch(rep).press_all([(0.0, 0), *pressed])
    end = story.now + 45.0
    seldom, often = Engine(rep), Engine(rep)
    without: list[Effect] = []
    within: list[Effect] = []
    before = story.sent[0][0]
    for at, event in (*story.sent, (end, Tick())):
        for part in sorted(ticks):
            within += often.handle(Tick(), min(at, before + part * (at - before)))
        without += seldom.handle(event, at)
        within += often.handle(event, at)
        before = at
    assert within == without
    assert often.run == seldom.run
    story.passes(45.0)
    assert story.effects == without


@given(repertoires(), st.lists(st.integers(0, 10_000), max_size=25), st.sampled_from(PACES[:-1]))
def test_whatever_is_answered_the_beats_last_the_promised_length(
    rep: Repertoire, numbers: list[int], pace: float
) -> None:
    watch = Watch(rep)
    watch.press(SetPace(pace))
    watch.press_one_of(BEGINNINGS, sum(numbers))
    _answer(watch, numbers)
    watch.finish()
    assert watch.landed
    # An author may ask within a segment: closing there enters the other track at the beat before it.
    assert 0 <= watch.seconds - rep.score.length * pace <= watch.allowance * pace


@given(repertoires(), presses, st.sampled_from(PACES[:-1]))
def test_each_switch_within_a_beat_adds_that_beat_at_most(
    rep: Repertoire, pressed: list[Press], pace: float
) -> None:
    watch = Watch(rep)
    watch.press(SetPace(pace))
    watch.press_one_of(BEGINNINGS, len(pressed))
    watch.press_all(pressed, MID_BEAT)
    watch.finish()
    assert watch.landed
    assert 0 <= watch.seconds - rep.score.length * pace <= watch.allowance * pace


@given(repertoires(), presses, st.sampled_from((Feeling.CLOSING, *HALTING)), presses)
def test_after_closing_no_direct_beat_is_shown_until_it_is_picked(
    rep: Repertoire, before: list[Press], feeling: Feeling, after: list[Press]
) -> None:
    watch = Watch(rep).press_all([(0.0, 1)])
    watch.press_all(before, MID_BEAT)
    assume(watch.press(Report(feeling)))
    taken_back = {*CHOOSING, *TAKING_BACK, Leave(), Pick(Way.STOP)}
    without_direct = [event for event in EVENTS if event not in taken_back]
    shown = len(watch.effects)
    watch.press_all(after, without_direct)
    watch.finish()
    later = [effect for effect in watch.effects[shown:] if isinstance(effect, ShowBeat)]
    assert not any(effect.beat.direct for effect in later)


@given(repertoires(), presses, presses)
def test_after_closing_nothing_is_asked_by_itself(
    rep: Repertoire, before: list[Press], after: list[Press]
) -> None:
    watch = Watch(rep).press_all([(0.0, 1)])
    watch.press_all(before, MID_BEAT)
    assume(watch.press(Report(Feeling.CLOSING)) and watch.run.halted is None)
    asking = {*TAKING_BACK, Noticing()}
    shown = len(watch.effects)
    watch.press_all(after, [event for event in EVENTS if event not in asking and not _halts(event)])
    watch.finish()
    later = watch.effects[shown:]
    assert not [effect for effect in later if isinstance(effect, AskCheckIn | AskNotice | AskFork)]


@given(repertoires(), presses)
def test_whoever_is_asked_less_meets_the_question_before_direct_care_alone(
    rep: Repertoire, pressed: list[Press]
) -> None:
    watch = Watch(rep)
    watch.press(Begin(ask_less=True))
    watch.press_all(pressed, [Tick(), Next(), Less(), Report(Feeling.SKIP), Report(Feeling.OPENING)])
    watch.finish()
    asked = [effect for effect in watch.effects if isinstance(effect, AskCheckIn | AskNotice | AskFork)]
    assert len(asked) == (1 if rep.score.has_direct else 0)


@given(repertoires(), presses)
def test_whoever_chose_the_senses_is_never_offered_the_other_track(
    rep: Repertoire, pressed: list[Press]
) -> None:
    watch = Watch(rep)
    watch.press(Begin(Track.INDIRECT))
    watch.press_all(pressed, ONGOING)
    assert not any(isinstance(effect, ShowBeat) and effect.beat.direct for effect in watch.effects)
    menus = [effect for effect in watch.effects if isinstance(effect, OpenMenu | HoldStill)]
    assert not any(Way.DIRECT in (*menu.ways, *menu.more) for menu in menus)


@given(repertoires(), presses)
def test_a_slip_goes_back_to_the_very_prompt_or_question(rep: Repertoire, pressed: list[Press]) -> None:
    watch = Watch(rep).press_all([(0.0, 1)])
    watch.press_all(pressed, ONGOING)
    for feeling in (Feeling.CLOSING, *HALTING):
        before, copy = watch.run, Engine(rep, watch.run)
        if before.menu is MenuKind.HALTED or not copy.allows(Report(feeling), watch.now):
            continue
        copy.handle(Report(feeling), watch.now)
        if before.state is State.CHECK_IN and before.bookmark is None and feeling is Feeling.CLOSING:
            continue  # after the last question nothing has stopped
        copy.handle(Pick(Way.SLIP), watch.now + 60.0)
        back = State.PAUSED if before.state is State.BEAT else before.state
        assert copy.run.state is back
        assert (copy.run.beat, copy.run.left) == (before.beat, before.left_at(watch.now))
        assert (copy.run.track, copy.run.closings, copy.run.halted) == (
            before.track,
            before.closings,
            before.halted,
        )


@given(repertoires(), presses)
def test_every_run_ends_from_wherever_it_is(rep: Repertoire, pressed: list[Press]) -> None:
    watch = Watch(rep).press_all(pressed)
    watch.finish()
    assert [type(effect) for effect in watch.effects].count(Ended) == 1
    assert isinstance(watch.effects[-1], Ended)


@given(repertoires(), presses)
def test_a_refused_event_changes_nothing(rep: Repertoire, pressed: list[Press]) -> None:
    watch = Watch(rep).press_all(pressed)
    for event in EVENTS:
        copy = Engine(rep, watch.run)
        if not copy.allows(event, watch.now):
            with pytest.raises(NotAllowedError):
                copy.handle(event, watch.now)
            assert copy.run == watch.run


def _halts(event: Event) -> bool:
    return event in (Leave(), Pick(Way.STOP), *(Report(feeling) for feeling in HALTING)) or (
        isinstance(event, Pick) and event.way in ENDING
    )


def _answer(watch: Watch, numbers: list[int]) -> None:
    """Answer at random wherever the engine asks; a wait is ended at once."""
    for number in numbers:
        while watch.engine.due is not None:
            watch.passes(watch.engine.due - watch.now)
        if watch.run.state in (State.BEAT, State.STILL):
            watch.press(Next())
        watch.press_one_of(ANSWERS, number)


def _in_state(state: State) -> list[Story]:
    """Stories that have come to a state in different ways."""
    stories = [story for story in _everywhere() if story.state is state]
    assert stories, f"no story comes to {state.value}"
    return stories


def _everywhere() -> list[Story]:
    ready = Story(FORKED)
    ready.engine.run = Run()
    beat, paused, notice, check_in = Story(FORKED), Story(FORKED), Story(FORKED), Story(FORKED)
    fork, menu, still, ended = Story(FORKED), Story(FORKED), Story(FORKED), Story(FORKED)
    paused.press(Pause())
    notice.press(Noticing())
    check_in.until_asked()
    fork.answer(Feeling.OPENING)
    fork.until_asked()
    menu.say(Feeling.CLOSING)
    halted = Story(FORKED)
    halted.say(Feeling.TOO_MUCH)
    still.say(Feeling.CLOSING)
    still.pick(Way.NOTHING)
    ended.press(Leave())
    return [ready, beat, paused, notice, check_in, fork, menu, halted, still, ended]


TYPES = tuple(dict.fromkeys(type(event) for event in EVENTS))


@pytest.mark.parametrize("state", State, ids=lambda state: state.value)
@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_the_table_holds_exactly_what_is_taken(state: State, kind: type[Event]) -> None:
    events = [event for event in EVENTS if type(event) is kind]
    stories = _in_state(state)
    taken = [event for story in stories for event in events if story.engine.allows(event, story.now)]
    assert bool(taken) == (kind in TABLE[state])
    if not taken:
        message = f"^{kind.__name__} is not allowed in state {state.value}$"
        for story in stories:
            before = story.engine.run
            with pytest.raises(NotAllowedError, match=message):
                story.press(events[0])
            assert story.engine.run is before


@pytest.mark.parametrize("state", State, ids=lambda state: state.value)
def test_a_clock_that_goes_back_is_refused_and_changes_nothing(state: State) -> None:
    story = _in_state(state)[0]
    story.passes(1.0)
    before = story.engine.run
    message = f"^time can.t go from {story.now} back to {story.now - 0.25}$"
    with pytest.raises(TimeWentBackwardsError, match=message):
        story.engine.handle(Tick(), story.now - 0.25)
    assert story.engine.run is before


def test_every_event_there_is_stands_in_the_list_of_presses() -> None:
    assert set(TYPES) == set().union(*(set(row) for row in TABLE.values()))
    assert {type(event) for event in EVENTS if isinstance(event, Begin)} == {Begin}


def test_two_runs_with_the_same_presses_are_equal() -> None:
    one, two = Story(FORKED), Story(FORKED)
    for story in (one, two):
        story.answer(Feeling.OPENING)
        story.passes(7.5)
    assert one.engine.run == two.engine.run
    assert one.engine.run.changed(seed=99) != two.engine.run

"""Presses everything at random, at random times, and looks at every promise after each step."""

from __future__ import annotations

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from sessions.engine.events import Back, Begin, Event, Feeling, Noticing, Report
from sessions.engine.state import SESSION_LEGS, Leg, Repertoire, State
from sessions.written import Track
from tests.fakes.strategies import EVENTS, ONGOING, moments, repertoires
from tests.fakes.watch import Watch


class RestlessPerson(RuleBasedStateMachine):
    """Someone who presses anything, at any time."""

    def __init__(self) -> None:
        super().__init__()
        self.watch: Watch

    @initialize(rep=repertoires(), track=st.sampled_from((None, Track.DIRECT, Track.INDIRECT)))
    def start(self, rep: Repertoire, track: Track | None) -> None:
        self.watch = Watch(rep)
        self.watch.press(Begin(track))

    @rule(seconds=moments)
    def wait(self, seconds: float) -> None:
        self.watch.passes(seconds)

    @rule(event=st.sampled_from(ONGOING))
    def press_anything(self, event: Event) -> None:
        allowed = self.watch.engine.allows(event, self.watch.now)
        assert self.watch.press(event) == allowed

    @rule(seconds=moments, number=st.integers(0, 10_000))
    def press_what_is_allowed(self, seconds: float, number: int) -> None:
        self.watch.press_all([(seconds, number)], ONGOING)

    @precondition(lambda self: self.watch.run.state in (State.NOTICE, State.CHECK_IN, State.BEAT))
    @rule()
    def look_back(self) -> None:
        self.watch.press(Back())

    @precondition(lambda self: self.watch.engine.due is not None)
    @rule()
    def wait_for_the_question(self) -> None:
        while self.watch.engine.due is not None:
            self.watch.passes(self.watch.engine.due - self.watch.now)

    @precondition(lambda self: self._late() and self.watch.run.state not in (State.READY, State.ENDED))
    @rule(feeling=st.sampled_from((Feeling.TOO_MUCH, Feeling.FAR_AWAY)))
    def say_it_is_too_much(self, feeling: Feeling) -> None:
        assert self.watch.press(Report(feeling))
        assert self.watch.run.halted is feeling

    @precondition(lambda self: self._late())
    @rule(event=st.sampled_from(EVENTS))
    def press_what_may_end_it(self, event: Event) -> None:
        self.watch.press(event)

    def _late(self) -> bool:
        """Whether enough has happened for a halt or an end to be worth a look."""
        return len(self.watch.sent) > 12

    @precondition(lambda self: self.watch.run.state is State.BEAT and self.watch.run.leg in SESSION_LEGS)
    @rule()
    def close(self) -> None:
        assert self.watch.press(Report(Feeling.CLOSING))
        assert self.watch.run.state is State.MENU

    @precondition(lambda self: self.watch.run.halted is not None)
    @rule()
    def nothing_is_asked_after_halting(self) -> None:
        assert not self.watch.press(Noticing())

    @invariant()
    def a_beat_of_the_session_leaves_no_trace_of_the_questions_before(self) -> None:
        run = self.watch.run
        if run.state in (State.BEAT, State.PAUSED, State.FORK) and run.leg in SESSION_LEGS:
            assert run.bookmark is None
            assert (run.menu, run.ways, run.on_demand) == (None, (), False)

    @invariant()
    def a_menu_leaves_no_trace_of_what_was_on(self) -> None:
        run = self.watch.run
        if run.state in (State.MENU, State.STILL):
            assert (run.beat, run.fork, len(run.queue), run.on_demand) == (None, None, 0, False)

    @invariant()
    def after_halting_there_is_no_way_back(self) -> None:
        run = self.watch.run
        if run.halted is not None:
            assert (run.leg, run.bookmark) == (Leg.FLOOR, None)

    @invariant()
    def time_is_never_lost(self) -> None:
        run = self.watch.run
        assert run.left >= 0
        assert self.watch.engine.due is None or self.watch.engine.due >= self.watch.now
        assert run.elapsed(self.watch.now) >= self.watch.seconds


RestlessPerson.TestCase.settings = settings(max_examples=40, stateful_step_count=40)
TestRestlessPerson = RestlessPerson.TestCase

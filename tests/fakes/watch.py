"""Presses keys like a restless person and watches that the promises of the engine hold after each of them."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.engine.effects import AskCheckIn, Effect, Ended, Ending, MenuKind, ShowBeat
from sessions.engine.engine import TABLE, Engine
from sessions.engine.events import (
    CLOSING_COATS,
    GUARDING,
    HALTING_WAYS,
    ChooseOption,
    Event,
    Feeling,
    Leave,
    Next,
    Noticing,
    Pick,
    Report,
    Resume,
    TakeDirect,
    Tick,
    Way,
    Wear,
)
from sessions.engine.state import SESSION_LEGS, Repertoire, Run, State
from sessions.engine.transitions import NotAllowedError
from tests.fakes.strategies import EVENTS

DAY = 86_400.0
BARRING = frozenset(
    {
        *(Report(feeling) for feeling in GUARDING),
        *(Pick(way) for way in HALTING_WAYS),
        *(Wear(coat) for coat in CLOSING_COATS),
    }
)
"""After one of these, nothing of the direct track is shown until the person chooses it."""
CHOOSING = frozenset({Pick(Way.DIRECT), TakeDirect()})
"""What chooses it."""
TAKING_BACK = frozenset({Pick(Way.SLIP), Pick(Way.AS_PLANNED)})
"""What says that nothing was meant by it."""

Press = tuple[float, int]
"""Seconds to wait, and which of the events that are allowed then to send."""


class Watch:
    """A run under watch; it is told nothing of the engine's own notes on guarding and length.

    Attributes:
        engine: the engine under test.
        now: the time; it only grows.
        effects: everything the engine asked for, in order.
        sent: what was taken, with its time.
        seconds: what the timed beats of the session's own legs have taken.
        allowance: seconds by which a run may be longer, for beats that were entered anew.
        barred: whether a direct beat may not be shown.
    """

    def __init__(self, repertoire: Repertoire) -> None:
        self.engine = Engine(repertoire)
        self.now = 512.25
        self.effects: list[Effect] = []
        self.sent: list[tuple[float, Event]] = []
        self.seconds = 0.0
        self.allowance = 0.0
        self.barred = False
        self._barred_before: list[bool] = []
        self._entering = False

    @property
    def run(self) -> Run:
        """The run under watch."""
        return self.engine.run

    @property
    def asked_last(self) -> bool:
        """Whether the check-in after the end was reached."""
        return any(isinstance(effect, AskCheckIn) and effect.final for effect in self.effects)

    @property
    def landed(self) -> bool:
        """Whether the session was played to its end."""
        return any(isinstance(effect, Ended) and effect.ending is Ending.LANDED for effect in self.effects)

    def passes(self, seconds: float) -> None:
        """Let time pass, one due time after the other."""
        end = self.now + seconds
        while self.now < end:
            step = min(end, self.engine.due) if self.engine.due is not None else end
            if self.engine.due is not None and self.run.leg in SESSION_LEGS:
                self.seconds += step - self.now
            self.now = step
            self._take(Tick())

    def press(self, event: Event) -> bool:
        """Send an event now; whether it was taken."""
        before = self.run
        try:
            self._take(event)
        except NotAllowedError:
            assert self.run is before, "a refused event changed the run"
            return False
        self.sent.append((self.now, event))
        return True

    def press_one_of(self, events: Sequence[Event], number: int) -> None:
        """Send one of the events that are allowed now, if there is one."""
        allowed = [event for event in events if self.engine.allows(event, self.now)]
        if allowed:
            assert self.press(allowed[number % len(allowed)]), "what was called allowed was refused"

    def press_all(self, presses: Sequence[Press], events: Sequence[Event] = EVENTS) -> Watch:
        """Wait and press, again and again."""
        for seconds, number in presses:
            self.passes(seconds)
            self.press_one_of(events, number)
        return self

    def finish(self) -> None:
        """Answer as plainly as can be until the run is over."""
        for _ in range(1000):
            if self.run.state is State.ENDED:
                return
            if self.engine.due is not None:
                self.passes(self.engine.due - self.now)
            else:
                self.press(self._plain_answer())
        raise AssertionError("this run never ends")

    def _plain_answer(self) -> Event:
        match self.run.state:
            case State.FORK:
                return ChooseOption(0)
            case State.MENU:
                return Pick(Way.GENTLER if Way.GENTLER in self.run.ways else Way.STOP)
            case State.NOTICE | State.CHECK_IN:
                return Report(Feeling.SKIP)
            case State.PAUSED:
                return Resume()
            case State.READY:
                return EVENTS[0]
            case _:
                return Next()

    def _take(self, event: Event) -> None:
        before = self.run
        effects = self.engine.handle(event, self.now)
        self.effects += effects
        self._watch_direct(event, before, effects)
        self._watch_switch(event, before, effects)
        self._watch_waiting()
        self._watch_leaving()
        assert type(event) in TABLE[before.state], "taken, though the table does not hold it"

    def _watch_direct(self, event: Event, before: Run, effects: tuple[Effect, ...]) -> None:
        if event in BARRING:
            if before.menu is not MenuKind.HALTED:
                self._barred_before.append(self.barred)
            self.barred = True
        elif event in CHOOSING:
            self.barred = False
        elif event in TAKING_BACK:
            self.barred = self._barred_before.pop()
        if self.barred:
            assert not any(isinstance(effect, ShowBeat) and effect.beat.direct for effect in effects)
            assert self.run.beat is None or not self.run.beat.direct

    def _watch_switch(self, event: Event, before: Run, effects: tuple[Effect, ...]) -> None:
        if isinstance(event, Report | Noticing | TakeDirect) and before.beat and before.leg in SESSION_LEGS:
            self._entering = True
        for effect in effects:
            if isinstance(effect, ShowBeat) and self.run.leg in SESSION_LEGS and self._entering:
                self.allowance += effect.beat.length
                self._entering = False

    def _watch_waiting(self) -> None:
        run = self.run
        waits = run.state is not State.BEAT or run.pace is None or (run.beat is not None and run.beat.waits)
        assert (self.engine.due is None) == waits
        if waits:
            copy = Engine(self.engine.repertoire, run)
            assert copy.handle(Tick(), self.now + DAY) == ()
            assert copy.run.changed(clock=run.clock) == run

    def _watch_leaving(self) -> None:
        if self.run.state is not State.ENDED:
            copy = Engine(self.engine.repertoire, self.run)
            (last,) = copy.handle(Leave(), self.now)
            assert isinstance(last, Ended)
            assert last.ending is Ending.STOPPED
            assert copy.run.state is State.ENDED

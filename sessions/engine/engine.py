"""The engine: events and a time go in, effects come out; it uses no clock, file, screen or sound.

`TABLE` has every transition: state × event → the step that carries it out. An event without an entry is
not allowed: it raises `NotAllowedError` and changes nothing. The steps are in `transitions`, `answers` and
`flow`; nothing else in the project decides what comes next.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from sessions.engine import answers
from sessions.engine import events as ev
from sessions.engine import transitions as steps
from sessions.engine.effects import Effect
from sessions.engine.events import Event
from sessions.engine.flow import end_of_beat
from sessions.engine.state import Outcome, Repertoire, Run, State
from sessions.engine.transitions import NotAllowedError

Step: TypeAlias = Callable[[Repertoire, Run, Any, float], Outcome]

_ANY_TIME: Mapping[type[Event], Step] = {
    ev.Tick: steps.tick,
    ev.SetPace: steps.set_pace,
    ev.AskLess: steps.ask_less,
    ev.Leave: steps.leave,
}

TABLE: Mapping[State, Mapping[type[Event], Step]] = {
    State.READY: {**_ANY_TIME, ev.Begin: steps.begin},
    State.BEAT: {
        **_ANY_TIME,
        ev.Next: steps.next_beat,
        ev.Back: steps.back,
        ev.Less: steps.less,
        ev.Pause: steps.pause,
        ev.Noticing: steps.noticing,
        ev.TakeDirect: steps.take_direct,
        ev.Report: answers.close_or_halt,
    },
    State.PAUSED: {
        **_ANY_TIME,
        ev.Resume: steps.resume,
        ev.Noticing: steps.noticing,
        ev.TakeDirect: steps.take_direct,
        ev.Report: answers.close_or_halt,
    },
    State.NOTICE: {
        **_ANY_TIME,
        ev.Wear: answers.wear,
        ev.Report: answers.report,
        ev.Back: steps.back_from_gate,
        ev.TakeDirect: steps.take_direct,
    },
    State.CHECK_IN: {
        **_ANY_TIME,
        ev.Report: answers.report,
        ev.Back: steps.back_from_gate,
        ev.TakeDirect: steps.take_direct,
    },
    State.FORK: {
        **_ANY_TIME,
        ev.ChooseOption: answers.choose,
        ev.Report: answers.report_at_fork,
        ev.Back: steps.back_from_fork,
        ev.TakeDirect: steps.take_direct,
    },
    State.MENU: {
        **_ANY_TIME,
        ev.Pick: answers.pick,
        ev.Report: answers.close_or_halt,
        ev.TakeDirect: steps.take_direct,
    },
    State.STILL: {
        **_ANY_TIME,
        ev.Next: steps.end_rest,
        ev.Pick: answers.pick,
        ev.Report: answers.close_or_halt,
        ev.TakeDirect: steps.take_direct,
    },
    State.ENDED: {ev.Tick: steps.tick},
}


class TimeWentBackwardsError(ValueError):
    """The caller's clock gave an earlier time than before."""


class Engine:
    """Plays one run of one session.

    Attributes:
        run: the state, a frozen value; readable by tests and performers, changed by `handle` alone.
    """

    def __init__(self, repertoire: Repertoire, run: Run | None = None) -> None:
        """Play from the start, or go on from another engine's run."""
        self.repertoire = repertoire
        self.run = run or Run()

    @property
    def due(self) -> float | None:
        """When the engine wants its next tick, on the caller's clock; None while it waits for the person."""
        return self.run.due

    def handle(self, event: Event, now: float) -> tuple[Effect, ...]:
        """Take an event at a time.

        Beats that were due before `now` end first, each at its own due time, so the course of a run does not
        depend on when the caller ticks.

        Args:
            event: what happened.
            now: seconds on the caller's monotonic clock, never earlier than in the call before.

        Returns:
            What the performer has to do, in order.

        Raises:
            NotAllowedError: the event has no meaning in this state; nothing changed.
            TimeWentBackwardsError: `now` lies before the latest time seen; nothing changed.
        """
        if now < self.run.clock:
            raise TimeWentBackwardsError(f"time can't go from {self.run.clock} back to {now}")
        self.run, effects = self._outcome(event, now)
        return effects

    def allows(self, event: Event, now: float) -> bool:
        """Whether `handle` would take this event at this time."""
        if now < self.run.clock:
            return False
        try:
            self._outcome(event, now)
        except NotAllowedError:
            return False
        return True

    def _outcome(self, event: Event, now: float) -> Outcome:
        run, caught_up = self._catch_up(now)
        step = TABLE[run.state].get(type(event))
        if step is None:
            raise NotAllowedError(f"{type(event).__name__} is not allowed in state {run.state.value}")
        run, effects = step(self.repertoire, run, event, now)
        return run.changed(clock=now), (*caught_up, *effects)

    def _catch_up(self, now: float) -> Outcome:
        run = self.run
        effects: list[Effect] = []
        while (due := run.due) is not None and due <= now:
            run, more = end_of_beat(self.repertoire, run, due)
            effects += more
        return run, tuple(effects)

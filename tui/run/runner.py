"""Connects an engine with a clock and a performer: keys and one timer become events, effects are passed on.

Used by the player screen, the plain performer and rehearsals alike. A runner makes only one decision: a
person who was away (the computer slept, the program was stopped, or nothing reached the terminal) finds the
session paused instead of further on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sessions.clock import Clock
from sessions.engine.effects import Effect
from sessions.engine.engine import Engine
from sessions.engine.events import Begin, Event, Pause, Tick
from sessions.engine.state import Repertoire, State
from sessions.written import Track
from tui.terminal.outlet import AWAY, Open, Outlet


class Runner:
    """One run, performed.

    Attributes:
        engine: the engine; read its state, but send events only through the runner.
    """

    def __init__(
        self,
        repertoire: Repertoire,
        clock: Clock,
        perform: Callable[[Effect], None],
        *,
        away: float | None = AWAY,
        outlet: Outlet | None = None,
    ) -> None:
        """`away` is the lateness, in seconds, that means absence; None if no person is present.

        `outlet` tells whether what is shown arrives; by default it always does.
        """
        self.engine = Engine(repertoire)
        self._away = away
        self._clock = clock
        self._perform = perform
        self._outlet = outlet or Open()
        self._asleep = clock.asleep()

    @property
    def wait(self) -> float | None:
        """Seconds until the next pulse is due, never negative; None while the run waits for the person."""
        due = self.engine.due
        return None if due is None else max(0.0, due - self._clock.now())

    @property
    def elapsed(self) -> float:
        """Seconds that beats have taken so far."""
        return self.engine.run.elapsed(self._clock.now())

    def begin(self, track: Track | None, *, ask_less: bool = False) -> None:
        """Start the run.

        Raises:
            NotAllowedError: it has begun already, or the session has no such track.
        """
        self._asleep = self._clock.asleep()
        self._outlet.lost()
        self._handle(Begin(track, ask_less=ask_less), self._clock.now())

    def take_up(self, engine: Engine, effects: Iterable[Effect]) -> None:
        """Go on from the state of another run, and perform what is there."""
        self.engine = engine
        for effect in effects:
            self._perform(effect)

    def pulse(self) -> None:
        """Perform what is due."""
        self._notice_absence()
        self._handle(Tick(), max(self._clock.now(), self.engine.run.clock))

    def send(self, event: Event) -> bool:
        """Perform what is due, then the event; False if it is not allowed, and so ignored."""
        self.pulse()
        now = max(self._clock.now(), self.engine.run.clock)
        if not self.engine.allows(event, now):
            return False
        self._handle(event, now)
        return True

    def allows(self, event: Event) -> bool:
        """Whether `send` would accept the event now."""
        return self.engine.allows(event, max(self._clock.now(), self.engine.run.clock))

    def _notice_absence(self) -> None:
        """Pause, as of the moment the person was lost, so that they miss nothing."""
        lost = self._lost_at()
        if lost is not None:
            self._pause(max(lost, self.engine.run.clock))

    def _lost_at(self) -> float | None:
        """When the person was lost since the last pulse; None if they were not, or the run waits for them."""
        asleep = self._clock.asleep()
        slept, self._asleep = asleep - self._asleep, asleep
        unseen = self._outlet.lost()
        due, now = self.engine.due, self._clock.now()
        if due is None or self._away is None:
            return None
        moments = [now - unseen] if unseen else []
        moments += [due] if now - due > self._away else []
        moments += [now] if slept > self._away else []
        return min(moments, default=None)

    def _pause(self, at: float) -> None:
        """Pause, unless a question has come up by then, which waits anyway."""
        self._handle(Tick(), at)
        if self.engine.run.state is State.BEAT:
            self._handle(Pause(away=True), at)

    def _handle(self, event: Event, now: float) -> None:
        for effect in self.engine.handle(event, now):
            self._perform(effect)

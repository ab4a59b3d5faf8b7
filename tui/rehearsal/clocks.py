"""Faster than life: clocks and line sources for rehearsals."""

from __future__ import annotations

from sessions.clock import Clock
from tui.plain.typing_in import LineSource


class ScaledClock:
    """Another clock, made to run faster or slower from the moment this one is made."""

    def __init__(self, base: Clock, speed: float) -> None:
        self._base = base
        self._speed = speed
        self._start = self._base_start = base.now()

    @property
    def speed(self) -> float:
        """How many times as fast as the other it runs."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        """Run at another speed from now on; the time shown does not jump."""
        self._start, self._base_start = self.now(), self._base.now()
        self._speed = speed

    def now(self) -> float:
        """Seconds of a session's time."""
        return self._start + (self._base.now() - self._base_start) * self._speed

    def asleep(self) -> float:
        """Nobody sits beside a rehearsal, so nobody can be missed."""
        return 0.0


class JumpingClock:
    """A clock that stands still until it is told to jump: as fast as the machine can go."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        """Seconds jumped so far."""
        return self._now

    def asleep(self) -> float:
        """A clock that jumps never sleeps."""
        return 0.0

    def advance(self, seconds: float) -> None:
        """Jump ahead."""
        self._now += max(0.0, seconds)


class ScaledLines:
    """Typed lines beside a scaled clock: waits of a session's time become shorter ones of real time."""

    def __init__(self, source: LineSource, speed: float) -> None:
        self._source = source
        self._speed = speed
        self.interactive = source.interactive

    def read(self, seconds: float | None) -> str | None:
        """See `LineSource`."""
        return self._source.read(None if seconds is None else seconds / self._speed)


class NoLines:
    """Nobody types beside a jumping clock: a wait is a jump."""

    interactive = False

    def __init__(self, clock: JumpingClock) -> None:
        self._clock = clock

    def read(self, seconds: float | None) -> None:
        """See `LineSource`.

        Raises:
            EOFError: a line is waited for.
        """
        if seconds is None:
            raise EOFError
        self._clock.advance(seconds)

"""Clocks and line sources for rehearsals, which run faster than real time."""

from __future__ import annotations

from sessions.clock import Clock
from tui.plain.typing_in import LineSource


class ScaledClock:
    """A clock that runs faster or slower than another one, starting now."""

    def __init__(self, base: Clock, speed: float) -> None:
        self._base = base
        self._speed = speed
        self._start = self._base_start = base.now()

    @property
    def speed(self) -> float:
        """The speed, as a multiple of the other clock's."""
        return self._speed

    @speed.setter
    def speed(self, speed: float) -> None:
        """Run at another speed from now on; the time itself does not jump."""
        self._start, self._base_start = self.now(), self._base.now()
        self._speed = speed

    def now(self) -> float:
        """Seconds of session time."""
        return self._start + (self._base.now() - self._base_start) * self._speed

    def asleep(self) -> float:
        """Always 0: no person is present who could be missed."""
        return 0.0


class JumpingClock:
    """A clock that stands still until it is told to jump."""

    def __init__(self) -> None:
        self._now = 0.0

    def now(self) -> float:
        """Seconds advanced so far."""
        return self._now

    def asleep(self) -> float:
        """Always 0: this clock never sleeps."""
        return 0.0

    def advance(self, seconds: float) -> None:
        """Jump ahead by so many seconds."""
        self._now += max(0.0, seconds)


class ScaledLines:
    """Typed lines under a scaled clock: waits in session time are converted to real time."""

    def __init__(self, source: LineSource, speed: float) -> None:
        self._source = source
        self._speed = speed
        self.interactive = source.interactive

    def read(self, seconds: float | None) -> str | None:
        """See `LineSource`."""
        return self._source.read(None if seconds is None else seconds / self._speed)


class NoLines:
    """A line source for a jumping clock: nobody types, and a wait advances the clock."""

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

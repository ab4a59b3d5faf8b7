"""An alarm that rings when a test lets time pass, and at no other time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextvars import copy_context

from tests.fakes.clock import FakeClock


class HandAlarm:
    """The alarm port, linked to a fake clock.

    Attributes:
        due: when it will ring, on the fake clock; None while it is not set.
        rung: at which moments it rang.
    """

    def __init__(self, clock: FakeClock) -> None:
        self.due: float | None = None
        self.rung: list[float] = []
        self._clock = clock
        self._ring: Callable[[], object] = lambda: None

    def set(self, seconds: float | None, ring: Callable[[], None]) -> None:
        """Ring in `seconds`, or not at all; in the context of the caller, as timers of an event loop do."""
        context = copy_context()
        self._ring = lambda: context.run(ring)
        self.due = None if seconds is None else self._clock.now() + seconds

    def moments(self, seconds: float) -> Iterator[float]:
        """Let time pass, and stop after each ring for a look around."""
        end = self._clock.now() + seconds
        while self.due is not None and self.due <= end:
            self._clock.advance(max(0.0, self.due - self._clock.now()))
            self.due = None
            self.rung.append(self._clock.now())
            self._ring()
            yield self._clock.now()
        self._clock.advance(max(0.0, end - self._clock.now()))

"""Faster than life on the screen: the timers beside the clocks of `tui.rehearsal.clocks`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tui.rehearsal.clocks import JumpingClock, ScaledClock
from tui.run.alarm import Alarm, LoopAlarm

ROUNDING = 1e-6
"""Seconds that a scaled moment is put off, so that by then the scaled clock shows it for certain."""


class ScaledAlarm:
    """An alarm beside a scaled clock; it has to be set anew when the clock gets another speed."""

    def __init__(self, clock: ScaledClock, alarm: Alarm | None = None) -> None:
        self._clock = clock
        self._alarm = alarm or LoopAlarm()

    def set(self, seconds: float | None, ring: Callable[[], None]) -> None:
        """See `Alarm`; `seconds` are a session's."""
        self._alarm.set(None if seconds is None else seconds / self._clock.speed + ROUNDING, ring)


class JumpingAlarm:
    """An alarm that moves its clock to the moment and rings as soon as the loop is free."""

    def __init__(self, clock: JumpingClock) -> None:
        self._clock = clock
        self._handle: asyncio.Handle | None = None

    def set(self, seconds: float | None, ring: Callable[[], None]) -> None:
        """See `Alarm`."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if seconds is not None:
            self._handle = asyncio.get_running_loop().call_soon(self._jump, seconds, ring)

    def _jump(self, seconds: float, ring: Callable[[], None]) -> None:
        self._clock.advance(seconds)
        ring()

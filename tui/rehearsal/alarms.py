"""Timers for rehearsals on the screen, to go with the clocks of `tui.rehearsal.clocks`."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from tui.rehearsal.clocks import JumpingClock, ScaledClock
from tui.run.alarm import Alarm, LoopAlarm

ROUNDING = 1e-6
"""Seconds added to a scaled delay, so that rounding never lets the alarm ring too early."""


class ScaledAlarm:
    """An alarm for a scaled clock; it has to be set again when the clock's speed changes."""

    def __init__(self, clock: ScaledClock, alarm: Alarm | None = None) -> None:
        self._clock = clock
        self._alarm = alarm or LoopAlarm()

    def set(self, seconds: float | None, ring: Callable[[], None]) -> None:
        """See `Alarm`; `seconds` are in session time."""
        self._alarm.set(None if seconds is None else seconds / self._clock.speed + ROUNDING, ring)


class JumpingAlarm:
    """An alarm that advances its clock to the moment it is set for, and rings as soon as the loop is free."""

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

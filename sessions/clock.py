"""Where the time comes from: a port, and the one adapter that reads the machine's clocks."""

from __future__ import annotations

import time
from typing import Protocol


class Clock(Protocol):
    """What a performer needs to know of the time."""

    def now(self) -> float:
        """Seconds on a clock that never goes back."""

    def asleep(self) -> float:
        """Seconds the machine has been suspended since some fixed moment; grows with every sleep."""


class MachineClock:
    """The machine's monotonic clock, the same one the event loop's timers use."""

    def now(self) -> float:
        """Seconds of `CLOCK_MONOTONIC`, which stands still during suspend on Linux."""
        return time.monotonic()  # noqa: TID251  # this is the adapter

    def asleep(self) -> float:
        """`CLOCK_BOOTTIME` minus `CLOCK_MONOTONIC` on Linux; 0.0 where there is no such pair.

        On macOS and Windows the monotonic clock goes on during sleep, so a sleep shows itself there as a tick
        that comes late.
        """
        boottime = getattr(time, "CLOCK_BOOTTIME", None)
        if boottime is None:
            return 0.0
        read = time.clock_gettime  # noqa: TID251  # this is the adapter
        return read(boottime) - read(time.CLOCK_MONOTONIC)

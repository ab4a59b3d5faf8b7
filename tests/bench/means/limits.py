"""Gives up a trial that hangs, so that the table is still printed."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let the block run for at most this many seconds.

    Raises:
        TimeoutError: it has not ended by then.
    """

    def give_up(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"given up after {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def end_in_order() -> None:
    """Let SIGHUP and SIGTERM end the bench as Ctrl-C does: print the table, and end the programs."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)

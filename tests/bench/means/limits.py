"""A trial that hangs is given up, so that it does not take the table with it."""

from __future__ import annotations

import contextlib
import signal
from collections.abc import Iterator
from types import FrameType


@contextlib.contextmanager
def within(seconds: float) -> Iterator[None]:
    """Let the block run so long at most.

    Raises:
        TimeoutError: it has not come to its end by then.
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
    """Let a hang-up or a polite kill end the bench as Ctrl-C does: table told, programs ended."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)

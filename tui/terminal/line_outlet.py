"""Where the lines of a plain run go: to a pipe, or to a terminal that may be stopped or suspended."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Protocol

from sessions.clock import MachineClock
from tui.terminal.capabilities import write
from tui.terminal.outlet import Delivery, Open, Outlet
from tui.terminal.writer import Writer


class LineOutlet(Outlet, Protocol):
    """An outlet with a method to write."""

    def write(self, text: str) -> None:
        """Put text out, as it is."""


class Straight(Open):
    """Writes to a pipe or a file, and blocks as long as its reader does."""

    def write(self, text: str) -> None:
        """Write text at once."""
        write(text)


class Terminal:
    """Writes to a terminal without blocking, so that `q` still works after Ctrl-S; notices Ctrl-Z."""

    def __init__(self, wake: Callable[[], None]) -> None:
        """`wake` is called when the terminal is back after so long that the person was lost."""
        now = MachineClock().now
        self._wake = wake
        self._encoding, self._errors = sys.stdout.encoding, sys.stdout.errors or "replace"
        self._writer = Writer(sys.stdout.fileno(), now, wake)
        self._aside = Delivery(now, patience=0.0)
        """In transit while the shell has the terminal, so that a suspended session is found paused."""

    def write(self, text: str) -> None:
        """Queue text, which is written as soon as the terminal takes it."""
        self._writer.write(text.encode(self._encoding, self._errors))

    def lost(self) -> float:
        """See `Outlet`; the earlier of both losses."""
        return max(self._writer.lost(), self._aside.lost())

    def settle(self) -> None:
        """Wait until all is written, but not for a terminal that takes nothing."""
        self._writer.shorten()
        self._writer.settle()

    def put_aside(self, *_: object) -> None:
        """The handler of SIGTSTP: stop as the shell expects, and measure how long that lasts."""
        self._aside.sent()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self.put_aside)
        if self._aside.taken():
            self._wake()


@contextmanager
def way_out(wake: Callable[[], None]) -> Iterator[LineOutlet]:
    """The outlet for the lines of one run; `wake` makes the run check at once whether the person was lost."""
    if os.name != "posix" or sys.stdout is None or not sys.stdout.isatty():
        yield Straight()
        return
    terminal = Terminal(wake)
    before = signal.getsignal(signal.SIGTSTP)
    if before is signal.SIG_DFL:  # ignored if no shell could resume the program
        signal.signal(signal.SIGTSTP, terminal.put_aside)
    try:
        yield terminal
    finally:
        terminal.settle()
        signal.signal(signal.SIGTSTP, before)

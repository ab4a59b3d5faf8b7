"""Where the lines of a plain run go: straight out, or to a terminal that may be held or left to the shell."""

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
    """An outlet that is written to."""

    def write(self, text: str) -> None:
        """Put text out, as it is."""


class Straight(Open):
    """Into a pipe or a file, whose reader decides how fast it goes."""

    def write(self, text: str) -> None:
        """Put text out at once."""
        write(text)


class Terminal:
    """To a terminal: Ctrl-S holds it, Ctrl-Z leaves it to the shell; neither keeps `q` from being read."""

    def __init__(self, wake: Callable[[], None]) -> None:
        """`wake` is called when the terminal is back after so long that somebody was lost."""
        now = MachineClock().now
        self._wake = wake
        self._encoding, self._errors = sys.stdout.encoding, sys.stdout.errors or "replace"
        self._writer = Writer(sys.stdout.fileno(), now, wake)
        self._aside = Delivery(now, patience=0.0)
        """Out while the shell has the terminal: whoever puts a session aside finds it paused."""

    def write(self, text: str) -> None:
        """Put text out as soon as it is taken."""
        self._writer.write(text.encode(self._encoding, self._errors))

    def lost(self) -> float:
        """See `Outlet`; whichever was first."""
        return max(self._writer.lost(), self._aside.lost())

    def settle(self) -> None:
        """Wait for the last words, but not for a terminal that takes none."""
        self._writer.shorten()
        self._writer.settle()

    def put_aside(self, *_: object) -> None:
        """Stop as the shell wants it, and take note of how long that was: the handler of SIGTSTP."""
        self._aside.sent()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(os.getpid(), signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self.put_aside)
        if self._aside.taken():
            self._wake()


@contextmanager
def way_out(wake: Callable[[], None]) -> Iterator[LineOutlet]:
    """A way for the lines of one run; `wake` has the run look at once whether somebody was lost."""
    if os.name != "posix" or sys.stdout is None or not sys.stdout.isatty():
        yield Straight()
        return
    terminal = Terminal(wake)
    before = signal.getsignal(signal.SIGTSTP)
    if before is signal.SIG_DFL:  # it is ignored where no shell could bring the program back
        signal.signal(signal.SIGTSTP, terminal.put_aside)
    try:
        yield terminal
    finally:
        terminal.settle()
        signal.signal(signal.SIGTSTP, before)

"""What a person types into the plain performer, line by line, read without polling."""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from contextlib import suppress
from threading import current_thread, main_thread
from typing import Protocol

BLOCK = 4096


class LineSource(Protocol):
    """Where typed lines come from."""

    interactive: bool
    """A person can type here."""

    def read(self, seconds: float | None) -> str | None:
        """The next line without its end, or None once `seconds` have passed; None waits without limit.

        None may come earlier, where there is another reason to look at the time.

        Raises:
            EOFError: the person said good-bye, or a line is waited for and none can come.
        """


class StdinLines:
    """Lines from standard input; between a cue and the next nothing runs."""

    def __init__(self) -> None:
        self._descriptor = _stdin()
        self.interactive = self._descriptor is not None and os.isatty(self._descriptor)
        self._held = b""
        self._awake, self._alarm = os.pipe()
        os.set_blocking(self._alarm, False)
        if current_thread() is main_thread():
            # The system may hand Ctrl-C to another thread, such as one of the sound: the wait would go on.
            signal.set_wakeup_fd(self._alarm, warn_on_full_buffer=False)

    def wake(self) -> None:
        """End the wait for a line now; from any thread, or a signal's handler."""
        with suppress(BlockingIOError):  # it has been woken many times already
            os.write(self._alarm, b".")

    def read(self, seconds: float | None) -> str | None:
        """See `LineSource`; where nobody can type, the end of the input ends only what waits for a line."""
        end = None if seconds is None else time.perf_counter() + seconds
        while b"\n" not in self._held:
            left = None if end is None else max(0.0, end - time.perf_counter())
            if not self._receive(left):
                return None
        line, _, self._held = self._held.partition(b"\n")
        return line.decode("utf-8", errors="replace").rstrip("\r")

    def _receive(self, seconds: float | None) -> bool:
        """Wait for more; False if the time was up first, or the wait was ended."""
        if self._descriptor is None and seconds is None:
            raise EOFError
        typed = [] if self._descriptor is None else [self._descriptor]
        ready = select.select([self._awake, *typed], [], [], seconds)[0]
        if self._awake in ready:
            os.read(self._awake, BLOCK)
            return False
        if self._descriptor is None or not ready:
            return False
        block = _read(self._descriptor)
        if not block and self.interactive:
            raise EOFError
        if not block:
            self._descriptor = None
        self._held += block or b"\n" * bool(self._held)
        return True


def _stdin() -> int | None:
    try:
        return sys.stdin.fileno()
    except (AttributeError, OSError, ValueError):  # closed before the start, or replaced
        return None


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, BLOCK)
    except OSError:  # the terminal is gone
        return b""

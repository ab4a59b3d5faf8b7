"""What a person types into the plain performer, line by line, read without polling."""

from __future__ import annotations

import os
import select
import signal
import sys
from contextlib import suppress
from threading import current_thread, main_thread
from typing import Protocol

from sessions.clock import MachineClock
from tui.plain.typed import stops
from tui.plain.typed_line import Line, clean

BLOCK = 4096

MOST, MOST_READ = 32, 100_000
"""Lines that somebody may have typed ahead, and how many are looked at to find whether one of them stops."""

ENDS = b"\0\x04"
"""What a terminal hands over for an end of input (Ctrl-D) that was typed while its lines were taken apart."""

LONGEST_HALF = 64
"""Bytes of a line that was interrupted; the longest answer has fewer."""


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
        self._half = b""
        """What was typed of the next line before something was written in between."""
        self._ended = False
        """The person has ended the input, after what is held."""
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
        end = None if seconds is None else MachineClock().now() + seconds
        while b"\n" not in self._held:
            if self._ended:
                raise EOFError
            left = None if end is None else max(0.0, end - MachineClock().now())
            if not self._receive(left):
                return None
        line, _, self._held = self._held.partition(b"\n")
        half, self._half = self._half, b""
        return Line(_text(line), before=_text(half))

    def interrupted(self) -> None:
        """Something is about to be written: what is typed of a line by now stays there, and is remembered."""
        if self.interactive and self._descriptor is not None and os.name == "posix":
            from tui.terminal.half_line import half_line  # noqa: PLC0415  # where somebody types

            typed = self._without_end(half_line(self._descriptor))
            whole, line_end, half = typed.rpartition(b"\n")
            self._take_in(whole + line_end)
            self._half = (self._half + half)[:LONGEST_HALF]

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
        if self.interactive and not (block := self._without_end(block)):
            raise EOFError
        if not block:
            self._descriptor = None
        self._held += block or b"\n" * bool(self._held)
        if self.interactive and self._descriptor is not None:
            self._read_ahead(self._descriptor)
        return True

    def _read_ahead(self, descriptor: int) -> None:
        """Take in what else is there by now."""
        for _ in range(MOST_READ):
            if not select.select([descriptor], [], [], 0)[0]:
                return
            line = _read(descriptor)
            self._take_in(self._without_end(line))
            if not line or self._ended:
                self._ended = True
                return

    def _without_end(self, typed: bytes) -> bytes:
        """What was typed; an end of the input is remembered, where nothing of a line came before it."""
        whole, line_end, rest = typed.rpartition(b"\n")
        if not rest or rest.strip(ENDS):
            return typed
        self._ended = True
        return whole + line_end

    def _take_in(self, lines: bytes) -> None:
        """Keep no more lines than anybody means; one that stops takes the place of all."""
        for line in lines.splitlines(keepends=True):
            if self._held.count(b"\n") < MOST:
                self._held += line
            elif stops(_text(line.rstrip(b"\n"))):
                self._held = line


def _text(line: bytes) -> str:
    return clean(line.decode("utf-8", errors="replace").rstrip("\r"))


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

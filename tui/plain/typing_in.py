"""Reads the lines that a person types into the plain performer, without polling."""

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
"""The most lines that are kept when typed ahead, and how many are read to see whether one of them stops."""

ENDS = b"\0\x04"
"""What a terminal delivers for Ctrl-D (end of input) if it was typed while line mode was off."""

LONGEST_HALF = 64
"""The most bytes that are kept of an interrupted line; the longest answer has fewer."""


class LineSource(Protocol):
    """Where typed lines come from."""

    interactive: bool
    """Whether a person can type here."""

    def read(self, seconds: float | None) -> str | None:
        """The next line without its end, or None once `seconds` have passed; None waits without limit.

        None may be returned earlier, if there is another reason to look at the time.

        Raises:
            EOFError: the person ended the input, or no line can come although one is waited for.
        """


class StdinLines:
    """Lines from standard input; between two cues nothing runs."""

    def __init__(self) -> None:
        self._descriptor = _stdin()
        self.interactive = self._descriptor is not None and os.isatty(self._descriptor)
        self._held = b""
        self._half = b""
        """The part of the next line that was typed before output interrupted it."""
        self._ended = False
        """The person has ended the input, after the lines in `_held`."""
        self._awake, self._alarm = os.pipe()
        os.set_blocking(self._alarm, False)
        if current_thread() is main_thread():
            # The system may deliver Ctrl-C to another thread, such as the sound's; without this the wait
            # would go on.
            signal.set_wakeup_fd(self._alarm, warn_on_full_buffer=False)

    def wake(self) -> None:
        """End the wait for a line now; may be called from any thread or a signal handler."""
        with suppress(BlockingIOError):  # it has been woken many times already
            os.write(self._alarm, b".")

    def read(self, seconds: float | None) -> str | None:
        """See `LineSource`; if nobody can type, the end of input matters only once a line is waited for."""
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
        """Called before output: take a line that is typed halfway from the terminal, and remember it."""
        if self.interactive and self._descriptor is not None and os.name == "posix":
            from tui.terminal.half_line import half_line  # noqa: PLC0415  # where somebody types

            typed = self._without_end(half_line(self._descriptor))
            whole, line_end, half = typed.rpartition(b"\n")
            self._take_in(whole + line_end)
            self._half = (self._half + half)[:LONGEST_HALF]

    def _receive(self, seconds: float | None) -> bool:
        """Wait for more input; False if the time ran out, or the wait was woken."""
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
        """Read what else has been typed by now."""
        for _ in range(MOST_READ):
            if not select.select([descriptor], [], [], 0)[0]:
                return
            line = _read(descriptor)
            self._take_in(self._without_end(line))
            if not line or self._ended:
                self._ended = True
                return

    def _without_end(self, typed: bytes) -> bytes:
        """The typed bytes without an end-of-input mark, which is noted if it starts a line."""
        whole, line_end, rest = typed.rpartition(b"\n")
        if not rest or rest.strip(ENDS):
            return typed
        self._ended = True
        return whole + line_end

    def _take_in(self, lines: bytes) -> None:
        """Add lines up to the limit; beyond it, only a line that stops is kept, and replaces all."""
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
    except (AttributeError, OSError, ValueError):  # closed before the program started, or replaced
        return None


def _read(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, BLOCK)
    except OSError:  # the terminal is gone
        return b""

"""A terminal driver that sleeps while nothing is typed, knows whether it is read, and leaves at once.

Textual's own looks ten times a second whether it should end, which costs more than a quiet session does,
and takes up to two such looks to leave. This one waits for a byte from the terminal or from a pipe of its
own. Textual's also waits for a terminal that reads nothing, once thirty writes are due, and with it the whole
program; this one writes from a thread that can be left behind, and asks the terminal whether it is there.

All that it uses of Textual beyond the documented API is in this file: `write`, `close`, `process_message`,
`run_input_thread`, `disable_input`, `start_application_mode`, `stop_application_mode`,
`suspend_application_mode`, `resume_application_mode`, `SignalResume`, `fileno`, `input_tty` and the parser
of key sequences.
"""

from __future__ import annotations

import codecs
import os
import re
import selectors
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from sessions.clock import MachineClock
from tui.terminal.asking import Asking
from tui.terminal.outlet import Delivery, Shown
from tui.terminal.writer import Writer

TICK = 0.05
"""Seconds between two looks at a key sequence that has begun: a lone Escape is one if nothing follows."""

TICKS = 8
"""Looks after each input; the parser gives up on a sequence well before that."""

BEGUN = re.compile(r"\x1b\[[\d;]*\Z")
"""An answer that has come in part; read by itself it would be taken for typed digits after a while."""

ANSWER = re.compile(r"\x1b\[\d+;\d+R\Z")
"""The end of an input after which nothing more is to come: where the cursor is."""


class QuietDriver(LinuxDriver):
    """Reads the terminal without polling, and is the outlet of what is performed there."""

    def __init__(self, app: App[Any], **kwargs: Any) -> None:
        super().__init__(app, **kwargs)
        self._ends: list[int] = []
        """Where a byte ends an input thread; one for each that runs."""
        self._looks = 0
        self._begun = ""
        """The part of an answer that has come."""
        assert self._file is not None, "a terminal to draw on has a stream for it"  # noqa: S101
        self._encoding = self._file.encoding
        now = MachineClock().now
        self._writer = Writer(self._file.fileno(), now, self._tell)
        self._asking = Asking(self._put, now)
        self._aside = Delivery(now)
        """Out while the shell has the terminal."""
        if isinstance(app, Shown):
            app.outlet = self

    def lost(self) -> float:
        """See `Outlet`; whichever was first."""
        return max(self._writer.lost(), self._asking.lost(), self._aside.lost())

    def write(self, data: str) -> None:
        """Put out; returns at once, however long the terminal takes."""
        self._asking.write(data)

    def _put(self, text: str) -> None:
        self._writer.write(text.encode(self._encoding, "replace"))

    def _tell(self) -> None:
        """Have the app look whether somebody was lost, now that something has arrived late."""
        self.send_message(self.SignalResume())

    def process_message(self, message: Message) -> None:
        """Take answers from the terminal; hand everything else on."""
        if not isinstance(message, events.CursorPosition):
            super().process_message(message)
        elif self._asking.answered():
            self._tell()

    def start_application_mode(self) -> None:
        """Take the terminal, and ask it whether it is there as soon as it no longer shows what it answers."""
        super().start_application_mode()  # type: ignore[no-untyped-call]  # the library leaves it open
        if self.input_tty:
            self._asking.start()

    def stop_application_mode(self) -> None:
        """Give the terminal back; of what it has not taken for long, only the last words."""
        self._asking.stop()
        if not self._writer.settle():
            self._writer.drop()
        super().stop_application_mode()

    def close(self) -> None:
        """Wait for the last words, but not for a terminal that takes none."""
        super().close()
        self._writer.settle()

    def suspend_application_mode(self) -> None:
        """Give the terminal to the shell."""
        self._aside.sent()
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take it back; the app is told by the resume signal that follows."""
        self._aside.taken()
        super().resume_application_mode()

    def disable_input(self) -> None:
        """Wake the input thread, so that it ends now; it starts again when the program is resumed."""
        self._end_threads()
        super().disable_input()

    def _end_threads(self) -> None:
        for end in self._ends:
            os.write(end, b".")
        self._ends = []

    def run_input_thread(self) -> None:
        """Wait for input and hand it on, until `disable_input`.

        A program that was stopped without warning gets a second thread when it goes on: the first ends then.
        """
        self._end_threads()
        ending, end = os.pipe()
        self._ends.append(end)
        parser = XTermParser(self._debug)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(ending, selectors.EVENT_READ)
            self._looks = 0
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(TICK if self._looks else None)}
                if ending in ready:
                    return
                self._looks = max(0, self._looks - 1)
                if ready and not self._feed(parser.feed, decode):
                    return
                self._hand_on(parser.tick())

    def _feed(self, feed: Callable[[str], Iterable[Message]], decode: Callable[[bytes], str]) -> bool:
        """Read what was typed; False where the terminal is gone."""
        data = b""
        with suppress(OSError):
            data = os.read(self.fileno, 1 << 12)
        if not data:
            self._app.call_later(self._app.exit)
            return False
        if text := self._whole(decode(data)):
            self._looks = 0 if ANSWER.search(text) else TICKS
            self._hand_on(feed(text))
        return True

    def _whole(self, text: str) -> str:
        """The input without the beginning of an answer that is still on its way; that waits for its end."""
        text, self._begun = self._begun + text, ""
        begun = BEGUN.search(text) if self._asking.is_open else None
        if begun is None:
            return text
        self._begun = begun.group()
        return text[: begun.start()]

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

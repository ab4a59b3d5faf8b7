"""A terminal driver that sleeps while nothing is typed, and lets go of the terminal at once.

Textual's own looks ten times a second whether it should end, which costs more than a quiet session does,
and takes up to two such looks to leave. This one waits for a byte from the terminal or from a pipe of its
own. All that it uses of Textual beyond the documented API is in this file: `run_input_thread`,
`disable_input`, `fileno` and the parser of key sequences.
"""

from __future__ import annotations

import codecs
import os
import selectors
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import Any

from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

TICK = 0.05
"""Seconds between two looks at a key sequence that has begun: a lone Escape is one if nothing follows."""

TICKS = 8
"""Looks after each input; the parser gives up on a sequence well before that."""


class QuietDriver(LinuxDriver):
    """Reads the terminal without polling."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._ends: list[int] = []
        """Where a byte ends an input thread; one for each that runs."""

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
            looks = 0
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(TICK if looks else None)}
                if ending in ready:
                    return
                looks = TICKS if ready else looks - 1
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
        if text := decode(data):
            self._hand_on(feed(text))
        return True

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

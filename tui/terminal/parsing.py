"""Turns a terminal's input into Textual's messages, and does not parse input that would be dropped.

What it uses of Textual beyond the documented API: the parser of key sequences, its `_timeout_time`, and the
table of those that it knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual._xterm_parser import XTermParser
from textual.message import Message

from tui.terminal.key_events import STOPS
from tui.terminal.keyboards import B_KEY, LAM_ALEF, Keyboard
from tui.terminal.sequences import ESCAPE, Sequences
from tui.terminal.typeahead import MOST

TICK = 0.05
"""Seconds between two calls of `look` while a key sequence is unfinished."""

ESCAPE_TICKS, TICKS, PASTE_TICKS = 2, 8, 20
"""Calls of `look` after which no more input is expected: for a lone Escape, another sequence, and a paste."""

CONTROL_STOPS = "\x03\x11"
"""Ctrl-C and Ctrl-Q."""

NEVER_STOP = tuple("ABCDEFHPQSZMm")
"""Final characters of sequences that are arrow keys and the like, or the mouse."""


class Parsing:
    """A parser of terminal input.

    Attributes:
        looks: how many more times `look` has to be called, a `TICK` apart, if no input comes.
    """

    def __init__(self, keyboard: Keyboard, is_full: Callable[[], bool], *, debug: bool = False) -> None:
        """`is_full` tells whether only input that stops everything is still accepted."""
        self._keyboard = keyboard
        self._is_full = is_full
        self._parser = XTermParser(debug)
        self._sequences = Sequences(ANSI_SEQUENCES_KEYS, keyboard.learn)
        self.looks = 0

    def await_ground(self, told: Callable[[str], None]) -> None:
        """See `Sequences.await_ground`."""
        self._sequences.await_ground(told)

    def feed(self, text: str) -> Iterator[Message]:
        """The messages for these characters."""
        for piece in self._sequences.feed(text.replace(LAM_ALEF, B_KEY)):
            yield from self._parse(piece)
        if not self._sequences.begun:
            self.looks = 0
        elif not self._sequences.is_paste:
            self.looks = ESCAPE_TICKS if self._sequences.is_escape else TICKS
        elif len(text) > 1 or not self.looks:  # keys typed one by one are not a paste
            self.looks = PASTE_TICKS

    def look(self, *, answer_due: bool) -> Iterator[Message]:
        """The messages after a moment without input; after enough of them, unfinished input is given up."""
        self.looks = max(0, self.looks - 1)
        if not self.looks:
            for piece in self._sequences.give_up(answer_due=answer_due):
                yield from self._parse(piece)

    def _parse(self, piece: str) -> Iterator[Message]:
        """The messages for a complete piece; Textual's parser is not left waiting for more."""
        step = len(piece) if piece.startswith(ESCAPE) else MOST
        for at in range(0, len(piece), step):
            part = piece[at : at + step]
            part = self._that_may_stop(part) if self._is_full() else part
            yield from (
                self._parser.feed(part) if part else ()
            )  # feeding an empty string would mean end of input
        if self._parser._timeout_time is not None:  # noqa: SLF001  # see above
            self._parser._timeout_time = 0.0  # noqa: SLF001  # same
            yield from self._parser.tick()

    def _that_may_stop(self, piece: str) -> str:
        """The part of dropped input that has to be parsed all the same."""
        if piece.startswith(ESCAPE):
            return "" if piece.endswith(NEVER_STOP) else piece
        return "".join(sign for sign in piece if sign in CONTROL_STOPS or self._keyboard.key(sign) in STOPS)

r"""Cuts what a terminal sends into whole pieces, and leaves out whatever no key and no answer can be.

A key may come as a sequence of many characters, in parts, cut off, or made up by a program that nobody meant.
Textual's parser types out character by character what it does not know, and ends the app at a number that is
no character. So it is handed only what is whole and known.

ECMA-48, 5.4: a control sequence is `ESC [`, parameters `0`-`?`, intermediates space-`/`, and one of `@`-`~`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from tui.terminal import ground
from tui.terminal.key_codes import APPLICATION_KEYPAD, KEY, KeyCode, read_key

# Patterns are compiled when they are first needed: the first page waits for none of them.

ESCAPE = "\x1b"

PASTED = r"\x1b\[201~|\x03"
"""The end of what is pasted; Ctrl-C is heard in any case."""

LONGEST = 64
"""Characters of a sequence that is taken in; a report of the mouse needs some twenty."""

LONGEST_PASTE = 4096
"""Characters of what is pasted; all there is to paste into is a line to search with."""

PASTE, PASTE_END = "\x1b[200~", "\x1b[201~"

PIECE = r"""(?x)
    (?P<text>[^\x1b]+)
    | \x1b\[\[[A-E]                 # function keys of the Linux console
    | \x1b\[M[^\x1b]{3}             # a report of the mouse, of the oldest kind
    | \x1b\[[0-?]*[ -/]*[@-~]       # a control sequence
    | \x1bO[@-~]                    # a key of the keypad, or a function key
    | \x1b(?:\](?=\d)|P(?=[0-9>+!$])|_(?=G))[^\x07\x1b]*(?:\x07|\x1b\\)    # an answer in words
    | \x1b(?:[^\x1b\[O\]P_]|\](?=\D)|P(?=[^0-9>+!$])|_(?=[^G]))          # Alt with a key
"""
BEGUN = r"\x1b(?:\[[0-?]*[ -/]*|\[M[^\x1b]{0,2}|O|[\]P_]|(?:\]\d|P[0-9>+!$]|_G)[^\x07\x1b]*\x1b?)?\Z"
"""The beginning of a piece, at the end of what has come."""

CUT_OFF = r"\x1b(?:\[M?[0-?]*[ -/]*|O|[\]P_][^\x07\x1b]*)?"
"""A piece that ends where it cannot."""

ANSWER_BEGUN = r"\x1b\[[\d;]*"
ANSWER = r"\x1b\[\d{1,5};\d{1,5}R"
"""Where the cursor is."""

REPORT = (
    r"\x1b\[[IO]"  # the window is looked at, or no longer
    r"|\x1b\[\?\d{1,5};\d\$y"  # whether a mode is known
    r"|\x1b\[<\d{1,4};-?\d{1,5};-?\d{1,5}[Mm]"  # the mouse
)
WINDOW = r"\x1b\[48;(\d{1,4})(?::\d+)?;(\d{1,4})(?::\d+)?;(\d{1,5})(?::\d+)?;(\d{1,5})(?::\d+)?t"
LARGEST_WINDOW = 2000
"""Rows or columns; a screen of eight thousand dots in the smallest letters has fewer."""


class Sequences:
    """The input so far, as far as it is cut into pieces."""

    def __init__(
        self,
        known: Container[str] = frozenset(),
        learn: Callable[[str, str], None] = lambda _character, _key: None,
    ) -> None:
        """`known` has sequences of keys that have no form of their own.

        `learn` is told which character stands on which key of a Latin board.
        """
        self._known = known
        self._learn = learn
        self._held = ""
        self._late = False
        self._pasted: str | None = None
        self._ground: Callable[[str], None] | None = None
        self._escaped = False
        """The last thing was a lone Escape, which may have been the beginning of an answer."""

    def await_ground(self, told: Callable[[str], None]) -> None:
        """The terminal has been asked for the colour of its ground; `told` gets the first answer."""
        self._ground = told

    @property
    def begun(self) -> bool:
        """Whether something has come in part, the rest of which is not overdue."""
        return (bool(self._held) and not self._late) or self._pasted is not None

    @property
    def is_escape(self) -> bool:
        """Whether that is a lone Escape, so far."""
        return self._held == ESCAPE

    @property
    def is_paste(self) -> bool:
        """Whether something is being pasted."""
        return self._pasted is not None

    def feed(self, text: str) -> list[str]:
        """What is whole by now: runs of characters, and sequences one by one."""
        together = self._held + text
        if self._late and not self._answers(together, text):
            together = text
        if self._escaped and self._ground is not None and re.match(ground.TAIL, text):
            together = ESCAPE + text
        self._escaped = False
        self._held, self._late = "", False
        return [piece for piece in self._pieces(together) if piece]

    def give_up(self, *, answer_due: bool = False) -> list[str]:
        """Nothing more has come for a while: a lone Escape is a key, and what else has begun is nothing.

        Where an answer is due that may have been cut off, its beginning is kept for one more input.
        """
        held, self._held = self._held, ""
        if self._pasted is not None:
            return [self._end_of_paste()]
        if held == ESCAPE:
            self._escaped = True
            return [held]
        position = answer_due and re.fullmatch(ANSWER_BEGUN, held)
        if position or (self._ground is not None and re.fullmatch(ground.BEGUN, held)):
            self._held, self._late = held, True
        return []

    def _answers(self, together: str, text: str) -> bool:
        """Whether what comes late is the rest of an answer; a single character is rather a key."""
        if self._ground is not None:
            longer = len(text) > 1 and re.fullmatch(ground.BEGUN, together)
            if longer or re.match(ground.ANSWER, together):
                return True
        return re.match(ANSWER, together) is not None

    def _pieces(self, text: str) -> Iterator[str]:
        while text:
            if self._pasted is not None:
                text = self._paste(text)
                if text:
                    yield self._end_of_paste()
                    text = text.removeprefix(PASTE_END)
            elif match := re.match(PIECE, text):
                text = text[match.end() :]
                yield match["text"] or self._meant(match.group())
            elif re.match(BEGUN, text):
                self._hold(text)
                return
            else:
                cut = re.match(CUT_OFF, text)
                length = cut.end() if cut else 1
                yield ESCAPE if length == 1 else ""
                text = text[length:]

    def _paste(self, text: str) -> str:
        """Take in what is pasted; returns the rest, from its end on."""
        together = (self._pasted or "") + text
        end = re.search(PASTED, together)
        if end is not None:
            self._pasted = together[: end.start()]
            return together[end.start() :]
        much = len(together) > 2 * LONGEST_PASTE
        self._pasted = together[:LONGEST_PASTE] + together[-len(PASTE_END) :] if much else together
        return ""

    def _end_of_paste(self) -> str:
        pasted, self._pasted = self._pasted or "", None
        text = "".join(sign for sign in pasted[:LONGEST_PASTE] if sign.isprintable() or sign in "\n\t")
        return PASTE + text + PASTE_END

    def _hold(self, begun: str) -> None:
        """Wait for the rest; of what is too long only that it is too long."""
        self._held = begun if len(begun) <= LONGEST else begun[:2] + "?" * LONGEST

    def _meant(self, piece: str) -> str:
        """A sequence as it can be handed on; empty where it is none that anybody could have meant."""
        if piece == PASTE:
            self._pasted = ""
            return ""
        if len(piece) > LONGEST or self._is_ground(piece):
            return ""
        if len(piece) == len(ESCAPE) + 1 or re.fullmatch(ANSWER, piece) or re.fullmatch(REPORT, piece):
            return piece
        key = read_key(piece)
        if key is not None:
            return self._canonical(key)
        if re.fullmatch(KEY, piece):
            return ""
        return APPLICATION_KEYPAD.get(piece, piece if piece in self._known else _window(piece))

    def _is_ground(self, piece: str) -> bool:
        """Whether it is the colour of the ground; the first is told."""
        if re.fullmatch(ground.ANSWER, piece) is None:
            return False
        told, self._ground = self._ground, None
        if told is not None:
            told(piece)
        return True

    def _canonical(self, key: KeyCode) -> str:
        """A key as the parser takes it; one of another board is learnt, and with Ctrl goes by its place."""
        if key.types and key.key:
            self._learn(key.typed[0], key.key)
        return key.sequence


def _window(piece: str) -> str:
    """The size of the window; empty where there is no such window.

    A terminal that does not know its size in dots says 0, by which Textual would divide the mouse.
    """
    match = re.fullmatch(WINDOW, piece)
    if match is None:
        return ""
    rows, columns, height, width = (int(size) for size in match.groups())
    if not (0 < rows <= LARGEST_WINDOW and 0 < columns <= LARGEST_WINDOW):
        return ""
    return f"\x1b[48;{rows};{columns};{height or rows};{width or columns}t"

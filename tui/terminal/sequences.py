r"""Splits a terminal's input into complete pieces, and drops whatever can be neither a key nor an answer.

A key may come as a sequence of many characters, in parts, cut off, or be forged by another program's output.
Textual's parser treats unknown sequences as typed characters, and crashes the app on a number that is not a
code point. So it is given only what is complete and known.

ECMA-48, 5.4: a control sequence is `ESC [`, parameters `0`-`?`, intermediates space-`/`, and one of `@`-`~`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator

from tui.terminal import ground
from tui.terminal.key_codes import APPLICATION_KEYPAD, KEY, KeyCode, read_key

# Patterns are compiled when first needed, so that the first page does not wait for them.

ESCAPE = "\x1b"

PASTED = r"\x1b\[201~|\x03"
"""Matches the end of a paste; Ctrl-C ends one too."""

LONGEST = 64
"""The most characters of an accepted sequence; a mouse report needs about twenty."""

LONGEST_PASTE = 4096
"""The most characters of a paste; it can only go into a single-line field."""

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
"""Matches an unfinished piece at the end of the input."""

CUT_OFF = r"\x1b(?:\[M?[0-?]*[ -/]*|O|[\]P_][^\x07\x1b]*)?"
"""Matches a sequence that was cut off by other input."""

ANSWER_BEGUN = r"\x1b\[[\d;]*"
ANSWER = r"\x1b\[\d{1,5};\d{1,5}R"
"""A report of the cursor position."""

REPORT = (
    r"\x1b\[[IO]"  # the window has gained or lost focus
    r"|\x1b\[\?\d{1,5};\d\$y"  # report of a mode
    r"|\x1b\[<\d{1,4};-?\d{1,5};-?\d{1,5}[Mm]"  # the mouse
)
WINDOW = r"\x1b\[48;(\d{1,4})(?::\d+)?;(\d{1,4})(?::\d+)?;(\d{1,5})(?::\d+)?;(\d{1,5})(?::\d+)?t"
LARGEST_WINDOW = 2000
"""Rows or columns; a screen of eight thousand pixels in the smallest font has fewer."""


class Sequences:
    """Splits input into pieces, and keeps an unfinished one."""

    def __init__(
        self,
        known: Container[str] = frozenset(),
        learn: Callable[[str, str], None] = lambda _character, _key: None,
    ) -> None:
        """`known` has the sequences of keys that follow none of the patterns here.

        `learn` is called with a character and the key of a Latin keyboard that it is on.
        """
        self._known = known
        self._learn = learn
        self._held = ""
        self._late = False
        self._pasted: str | None = None
        self._ground: Callable[[str], None] | None = None
        self._escaped = False
        """The last piece was a lone Escape, which may have been the start of an answer."""

    def await_ground(self, told: Callable[[str], None]) -> None:
        """Expect an answer about the background colour; `told` is called with the first one."""
        self._ground = told

    @property
    def begun(self) -> bool:
        """Whether a piece has begun whose rest is not overdue."""
        return (bool(self._held) and not self._late) or self._pasted is not None

    @property
    def is_escape(self) -> bool:
        """Whether that piece is a lone Escape, so far."""
        return self._held == ESCAPE

    @property
    def is_paste(self) -> bool:
        """Whether a bracketed paste is in progress."""
        return self._pasted is not None

    def feed(self, text: str) -> list[str]:
        """The pieces that are complete now: runs of characters, and single sequences."""
        together = self._held + text
        if self._late and not self._answers(together, text):
            together = text
        if self._escaped and self._ground is not None and re.match(ground.TAIL, text):
            together = ESCAPE + text
        self._escaped = False
        self._held, self._late = "", False
        return [piece for piece in self._pieces(together) if piece]

    def give_up(self, *, answer_due: bool = False) -> list[str]:
        """Give up waiting: a lone Escape is a key, and any other unfinished piece is dropped.

        If the piece may be the start of an expected answer, it is kept for one more input.
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
        """Whether late input is the rest of an answer; a single character is more likely a key."""
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
        """Read a paste; returns the input after its end."""
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
        """Keep an unfinished piece; of one that is too long, only note that it is."""
        self._held = begun if len(begun) <= LONGEST else begun[:2] + "?" * LONGEST

    def _meant(self, piece: str) -> str:
        """A sequence in the form to pass on; empty if it cannot be a key or an answer."""
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
        """Whether it is an answer about the background colour; the first one is reported."""
        if re.fullmatch(ground.ANSWER, piece) is None:
            return False
        told, self._ground = self._ground, None
        if told is not None:
            told(piece)
        return True

    def _canonical(self, key: KeyCode) -> str:
        """A key as the parser accepts it; one in another layout is learnt, and replaced if with Ctrl."""
        if key.types and key.key:
            self._learn(key.typed[0], key.key)
        return key.sequence


def _window(piece: str) -> str:
    """A report of the window's size; empty if the size is impossible.

    A terminal that does not know its size in pixels reports 0, by which Textual would divide mouse positions.
    """
    match = re.fullmatch(WINDOW, piece)
    if match is None:
        return ""
    rows, columns, height, width = (int(size) for size in match.groups())
    if not (0 < rows <= LARGEST_WINDOW and 0 < columns <= LARGEST_WINDOW):
        return ""
    return f"\x1b[48;{rows};{columns};{height or rows};{width or columns}t"

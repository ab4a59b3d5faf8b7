"""The layout of a list: a key, a label, and a hint beside it, below it, or none."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import NamedTuple, Protocol

from rich.cells import cell_len, set_cell_size

from tui.windows import is_grand

MARK = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
"""The sign before the marked line."""

BEFORE_MARK = 1
"""Columns before that sign."""

INDENT, GAP = 6, 3
"""Columns before a label, and between a label and its hint."""

SIDES = 2
"""Columns that stay free, one at each side."""

WIDEST = 92
"""The most columns of a list."""

ROOM_FOR_HINT = 30
"""Columns from which the beginning of a hint is worth showing."""

ROOM_FOR_VALUE = 8
"""Columns from which a value is shown; if cut, it is shown in full elsewhere."""

SHORT, ROOM_FOR_LABEL = 11, 20
"""Hints up to this width, such as lengths, are never cut if this many columns are left for labels."""

CUT = "\N{HORIZONTAL ELLIPSIS}"
"""Replaces what there is no room for."""

ROWS_OF_HEAD = 2
"""An empty row and a head before the first line of a group; the very first needs no empty row."""

ROWS_AROUND = 9
"""Rows that a page needs besides its answers: a question, a line, the foot."""

ROWS_AROUND_AIR = 22
"""Rows that a grand window keeps free besides a list with empty rows between its lines."""


class Hints(Enum):
    """Where hints are placed."""

    BESIDE = "beside"
    BELOW = "below"
    NONE = "none"


class Line(Protocol):
    """An entry of a list: an answer, a session, a setting."""

    @property
    def key(self) -> str:
        """The key that takes it; empty if there are more lines than keys."""

    @property
    def also(self) -> str:
        """A second key; empty if there is none."""

    @property
    def label(self) -> str:
        """What it is called."""

    @property
    def hint(self) -> str:
        """A few more words; may be empty."""


def head_of(line: Line) -> str:
    """The head above a line; empty except on the first line of a group."""
    head: str = getattr(line, "head", "")
    return head


def leads(line: Line) -> bool:
    """Whether a line is the first with its hint, which is then emphasized."""
    return bool(getattr(line, "leads", False))


class Row(NamedTuple):
    """One row of the screen, in parts of different colour."""

    key: str = ""
    label: str = ""
    hint: str = ""


class Rows:
    """The rows of a list in a window of a given size.

    Attributes:
        lines: what is listed.
        tops: the row on which each line begins, after its head.
        of: for each row, the index of its line.
        width: the columns needed to show everything.
    """

    def __init__(
        self,
        lines: Sequence[Line] = (),
        page: tuple[int, int] = (0, 0),
        *,
        hints: bool = True,
        values: bool = False,
    ) -> None:
        """`page` is the window's size in columns and rows; without `hints` none are shown.

        `values`: the hints are what the list is for, and are shown beside the labels in any window.
        """
        self.lines = tuple(lines)
        self._by_key = {key: line for line in self.lines for key in (line.key, line.also) if key}
        self._widest = max((cell_len(line.label) for line in self.lines), default=0)
        self._longest = max((cell_len(line.hint) for line in self.lines), default=0)
        self._wants_hints, self._are_values = hints, values
        self._hints = self._place(*page)
        self._airy = self._has_air(*page)
        self.tops: list[int] = []
        self.of: list[int] = []
        self._widest_head = 0
        for number, line in enumerate(self.lines):
            if head := head_of(line):
                self._widest_head = max(self._widest_head, cell_len(head))
                self.of += [number] * (ROWS_OF_HEAD if number else 1)
            self.tops.append(len(self.of))
            self.of += [number] * self._height(line)
            if self._airy and number + 1 < len(self.lines):
                self.of.append(number)

    def line(self, key: str) -> Line | None:
        """The line with this key; None if there is none."""
        return self._by_key.get(key)

    def in_window(self, page: tuple[int, int]) -> Rows:
        """The same lines for a window of another size."""
        if self._place(*page) is self._hints and self._has_air(*page) is self._airy:
            return self
        return Rows(self.lines, page, hints=self._wants_hints, values=self._are_values)

    @property
    def width(self) -> int:
        """The columns needed to show everything."""
        beside = self._widest + (GAP + self._longest if self._longest and self._hints is Hints.BESIDE else 0)
        below = self._longest if self._hints is Hints.BELOW else 0
        return INDENT + max(beside, below, self._widest_head) + SIDES

    def is_head(self, at: int) -> bool:
        """Whether a row is part of the head above a line."""
        return at < self.tops[self.of[at]]

    def is_air(self, at: int) -> bool:
        """Whether a row is the empty one below a line."""
        number = self.of[at]
        return at >= self.tops[number] + self._height(self.lines[number])

    def row(self, at: int, width: int, *, marked: bool) -> Row:
        """The contents of a row in a list of so many columns."""
        number = self.of[at]
        line = self.lines[number]
        if at < self.tops[number]:
            return Row(" " * INDENT, hint=head_of(line) if at == self.tops[number] - 1 else "")
        if self.is_air(at):
            return Row()
        if at > self.tops[number]:
            return Row(" " * INDENT, hint=line.hint)
        head = f"{' ' * BEFORE_MARK}{MARK if marked else ' '} {line.key or ' '}  "
        if not line.hint or self._hints is not Hints.BESIDE:
            return Row(head, line.label)
        column = self._column(width)
        label = line.label if cell_len(line.label) <= column else set_cell_size(line.label, column - 1) + CUT
        return Row(head, label + " " * (column - cell_len(label) + GAP), line.hint)

    def _column(self, width: int) -> int:
        """The columns for labels: as many as they need, unless short hints would have to be cut."""
        left = width - INDENT - SIDES - GAP - self._longest
        return min(self._widest, left) if self._is_short and left >= ROOM_FOR_LABEL else self._widest

    @property
    def _is_short(self) -> bool:
        return self._longest <= SHORT

    def _height(self, line: Line) -> int:
        return 2 if self._hints is Hints.BELOW and line.hint else 1

    def _has_air(self, columns: int, rows: int) -> bool:
        """Whether lines are separated by empty rows: only if the window would be half empty otherwise.

        Lists of values are not: they are scanned, and grow and shrink during a search.
        """
        heads = sum(ROWS_OF_HEAD for line in self.lines if head_of(line))
        wanted = sum(self._height(line) + 1 for line in self.lines) + heads
        return not self._are_values and is_grand((columns, rows)) and wanted <= rows - ROWS_AROUND_AIR

    def _place(self, columns: int, rows: int) -> Hints:
        """Where hints go: beside the labels if they fit, else below them, else cut off, else nowhere."""
        width = min(WIDEST, columns - 4)
        beside = width - INDENT - self._widest - GAP
        if self._are_values:
            return Hints.BESIDE if beside >= ROOM_FOR_VALUE else Hints.NONE
        if not self._wants_hints:
            return Hints.NONE
        rows_below = 2 * len(self.lines) + ROWS_AROUND
        if self._longest <= beside:
            return Hints.BESIDE
        if rows_below <= rows and self._longest <= width - INDENT:
            return Hints.BELOW
        fits_short = self._is_short and width - INDENT - GAP - self._longest >= ROOM_FOR_LABEL
        return Hints.BESIDE if beside >= ROOM_FOR_HINT or fits_short else Hints.NONE

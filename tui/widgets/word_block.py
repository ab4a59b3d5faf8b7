"""Many short answers as a compact block of words, navigated with the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.strip import Strip

from tui.widgets.choices import ChoiceList
from tui.widgets.drawn import inks, key_parts, palette_of, strip
from tui.widgets.rows import MARK, Line
from tui.windows import is_grand

GAP, KEY = 3, 3
"""Columns between two words, and for the mark and key before each."""

WIDEST = 72
"""The most columns of a block."""

PITCH, WIDEST_GRAND = 2, 96
"""In a grand window: the factor for spacing in both directions, and the most columns."""

FEW_ROWS = 6
"""The most rows for columns; words that need more are set one after the other, to save rows."""


class Cell(NamedTuple):
    """The place of a word."""

    row: int
    column: int
    width: int


class WordBlock(ChoiceList):
    """Shows its lines as words in a block; the page shows the hints."""

    DEFAULT_CSS = "WordBlock { width: auto; height: auto; overflow: hidden; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "move(-1)", "left", id="block.left", tooltip="To the word before", show=False),
        Binding("right", "move(1)", "right", id="block.right", tooltip="To the word after", show=False),
        Binding("up", "row(-1)", "up", id="block.up", tooltip="To the row above", show=False),
        Binding("down", "row(1)", "down", id="block.down", tooltip="To the row below", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._cells: tuple[Cell, ...] = ()
        self._pitch = 1
        """Screen rows from one row of words to the next."""

    @property
    def mark_at(self) -> Offset | None:
        """The offset of the sign before the marked word."""
        if self.highlighted is None or not self._cells:
            return None
        cell = self._cells[self.highlighted]
        return Offset(cell.column, cell.row * self._pitch)

    def offer(
        self,
        lines: Sequence[Line],
        *,
        stay: bool = False,
        unlisted: Sequence[Line] = (),
        enter: Line | None = None,
        hints: bool = False,
    ) -> None:
        """Show these words, none of them marked."""
        super().offer(lines, stay=stay, unlisted=unlisted, enter=enter, hints=hints)
        self._lay_out_block()

    def on_resize(self) -> None:
        """Lay the words out again."""
        self._lay_out_block()

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # Textual's signature
        """The width of the widest row, in columns."""
        return max((cell.column + cell.width for cell in self._cells), default=0)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # same
        """The height of the block, in rows."""
        return max((cell.row * self._pitch + 1 for cell in self._cells), default=0)

    def render_line(self, y: int) -> Strip:
        """One row of words."""
        colours = inks(palette_of(self.app))
        parts: list[tuple[str, Style]] = []
        at = 0
        for number, cell in enumerate(self._cells):
            if cell.row * self._pitch != y:
                continue
            line, marked = self.offered[number], number == self.highlighted
            parts.append((" " * (cell.column - at), colours.ink))
            ink, key = (colours.marked, colours.marked) if marked else (colours.ink, colours.glow)
            parts += key_parts(f"{MARK if marked else ' '}{line.key} ", key, ink)
            parts.append((line.label, ink))
            at = cell.column + KEY + cell_len(line.label)
        return strip(parts).extend_cell_length(self.size.width, colours.ink)

    def action_row(self, step: int) -> None:
        """Mark the nearest word above or below, wrapping around at the ends."""
        if self.highlighted is None:
            self.action_move(step)
            return
        here = self._cells[self.highlighted]
        rows = self._cells[-1].row + 1
        row = (here.row + step) % rows
        found = [number for number, cell in enumerate(self._cells) if cell.row == row]
        self.highlighted = min(found, key=lambda number: abs(self._cells[number].column - here.column))

    def _lay_out_block(self) -> None:
        grand = is_grand(self.app.size)
        self._pitch = PITCH if grand else 1
        room = min(WIDEST_GRAND if grand else WIDEST, self.app.size.width - 4)
        widths = [KEY + cell_len(line.label) for line in self.offered]
        self._cells = cells(widths, room, GAP * self._pitch)
        rows = self.get_content_height(self.size, self.size, room)
        self.virtual_size = Size(self.get_content_width(self.size, self.size), rows)
        self.refresh(layout=True)

    def _at(self, event: events.MouseEvent) -> int | None:
        for number, cell in enumerate(self._cells):
            if cell.row * self._pitch == event.y and cell.column <= event.x < cell.column + cell.width:
                return number
        return None

    def _region(self, number: int) -> Region:
        cell = self._cells[number]
        return Region(cell.column, cell.row * self._pitch, cell.width, 1)


def cells(widths: Sequence[int], room: int, gap: int = GAP) -> tuple[Cell, ...]:
    """The words in columns, if that makes few rows, else one after the other."""
    for count in range(5, 1, -1):
        columns = [max(widths[at::count], default=0) for at in range(min(count, len(widths)))]
        starts = [0, *accumulate(width + gap for width in columns)]
        rows = max(1, -(-len(widths) // count))
        if -(-len(widths) // rows) < count:
            continue  # fewer columns make as few rows, and fill them more evenly
        if starts[-1] - gap <= room and rows <= FEW_ROWS:
            return tuple(Cell(n // count, starts[n % count], width) for n, width in enumerate(widths))
    return _flowing(widths, room, gap)


def _flowing(widths: Sequence[int], room: int, gap: int) -> tuple[Cell, ...]:
    found: list[Cell] = []
    row = column = 0
    for width in widths:
        if column and column + width > room:
            row, column = row + 1, 0
        found.append(Cell(row, column, width))
        column += width + gap - 1
    return tuple(found)

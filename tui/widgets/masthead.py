"""The head of the library: the name, with a welcome in a tall window, and a small door in a narrow one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from textwrap import wrap

from rich.style import Style
from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from tui.widgets.door import SMALL, door
from tui.widgets.drawn import Drawn, inks, palette_of, strip
from tui.widgets.heading import in_large
from tui.windows import TALL, WIDE, is_grand
from tui.words.page_lines import WELCOME

INDENT = 2


class Masthead(Drawn):
    """One widget, since each more has to be made, styled and laid out before the page answers a key."""

    window: reactive[Size] = reactive(Size(0, 0), layout=True)

    def __init__(self, window: Size) -> None:
        super().__init__()
        self.set_reactive(Masthead.window, window)

    def rows(self, width: int) -> list[Strip]:
        """The name, and whatever there is room for below and beside it."""
        palette = palette_of(self.app)
        colours = inks(palette)
        name = ("ajar", colours.glow)
        if self.window.height < TALL:
            return _beside([], [name], colours.ink)
        if is_grand(self.window):
            title = in_large("ajar", width, self.app) or ("ajar",)
            return [strip([(f"{' ' * INDENT}{row}", style)]) for row, style in self._grand(title, width)]
        picture = [] if self.window.width >= WIDE else door(SMALL, palette)
        indent = _indent(picture)
        words = [name, *((line, colours.soft) for line in wrap(WELCOME, max(8, width - indent - INDENT)))]
        blank = ("", colours.ink)
        return _beside(picture, [blank, *words] if picture else [*words, blank], colours.ink)

    def _grand(self, title: Sequence[str], width: int) -> list[tuple[str, Style]]:
        """The name, in large letters if wanted, and the welcome with empty rows around it."""
        palette = palette_of(self.app)
        colours = inks(palette)
        # A background would fill whole cells, and with them the space between the strokes.
        ink = colours.ink if palette.key_ground and len(title) > 1 else colours.glow
        welcome = wrap(WELCOME, width - 2 * INDENT)
        rows = [*((row, ink) for row in title), ("", colours.ink)]
        return [*rows, *((row, colours.soft) for row in welcome), ("", colours.ink)]


def _indent(picture: list[Strip]) -> int:
    return picture[0].cell_length + 2 * INDENT if picture else INDENT


def _beside(picture: list[Strip], words: list[tuple[str, Style]], ground: Style) -> list[Strip]:
    """A picture, and a column of words to its right."""
    empty = Strip([])
    rows = zip_longest(picture, [strip([word]) for word in words], fillvalue=empty)
    return [Strip.join([left.adjust_cell_length(_indent(picture), ground), right]) for left, right in rows]

"""The prompt in the middle of the page: bold, narrow, with empty lines in between."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len
from textual.app import App, RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from tui.line_breaks import broken
from tui.quiet_app import QuietApp
from tui.windows import ROOM_FOR_LETTERS

MEASURE = 38
"""Columns a prompt is wrapped to: with short lines, tired eyes easily find the next one."""

MEASURE_ASKED, MEASURE_BELOW = 48, 60
"""Columns of questions, and of the lines around a prompt, which are not read from a distance."""

SIDES = 4
"""Columns that stay free beside a line in a narrow window."""

MOST_LINES = 40
"""The most lines of a balanced paragraph; longer ones are simply wrapped."""

AIRY_FROM = 18
"""Rows of the window from which the lines of a prompt are separated by empty ones."""


def room_below(app: App[object]) -> int:
    """The width of a line below a prompt, in columns."""
    return min(MEASURE_BELOW, app.size.width - SIDES)


class Prompt(Widget):
    """Shows one text as it is written; never markup."""

    DEFAULT_CSS = """
    Prompt { width: 1fr; height: auto; content-align: center middle; text-align: center;
             text-style: bold; color: $ink; }
    """

    text: reactive[str] = reactive("", layout=True)
    airy: reactive[bool] = reactive(default=False, layout=True)
    """Whether lines are separated by empty ones, if the window is tall enough."""

    enlarged: reactive[bool] = reactive(default=False, layout=True)
    """Whether the text is set in large letters if the window has room for them."""
    spare: reactive[int] = reactive(8, layout=True)
    """Rows of the window that large letters leave free."""

    measure: reactive[int] = reactive(MEASURE, layout=True)
    """Columns it is wrapped to."""

    def __init__(self, *, measure: int = MEASURE, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.set_reactive(Prompt.measure, measure)

    @property
    def fits_large(self) -> bool:
        """Whether the text fits the window in large letters."""
        return bool(self._large())

    def _large(self) -> Sequence[str] | None:
        from tui.large.lettering import large  # noqa: PLC0415  # the letters are loaded only when used

        room = self.app.size
        columns, rows = room.width - 6, room.height - self.spare
        narrow = (
            room.width >= ROOM_FOR_LETTERS[0] and isinstance(self.app, QuietApp) and self.app.has_quadrants
        )
        return large(self.text, columns, rows) or (
            large(self.text, columns, rows, narrow=True) if narrow else None
        )

    def render(self) -> RenderResult:
        """The text, wrapped to the measure or in large letters."""
        if self.enlarged and (rows := self._large()):
            return Content("\n".join(rows))
        width = max(8, min(self.measure, self.app.size.width - SIDES))
        gap = "\n\n" if self.airy and self.app.size.height >= AIRY_FROM else "\n"
        return Content(gap.join(balanced(self.text, width)))


@lru_cache(maxsize=8)
def balanced(prompt: str, width: int) -> tuple[str, ...]:
    """Break into lines of at most `width` columns, at the end of sentences if possible; words stay whole.

    Cached, because a page asks more than once during layout, and a prompt must not be late.
    """
    return tuple(line for paragraph in prompt.split("\n") for line in _lines(paragraph, width))


def _lines(paragraph: str, width: int) -> list[str]:
    words = paragraph.split()
    lines = broken(words, [cell_len(word) for word in words], 1, width, MOST_LINES)
    if lines is None:  # a word is too long for a line
        return [line.plain.rstrip() for line in Content(paragraph).wrap(width)]
    return [" ".join(line) for line in lines]

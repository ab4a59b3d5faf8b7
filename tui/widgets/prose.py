"""Sentences that fill their lines: a paragraph does not leave its last word alone on a line."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import VisualType
from textual.widgets import Static

TIE = "\ue000"
"""A blank where no line breaks, while rows are made: Textual breaks at no-break spaces as well."""

FEWEST_WORDS, LONGEST = 5, 24
"""Words of a paragraph that is worth it, and columns of two words that can stand together."""


class Prose(Static):
    """Text to read; never markup."""

    def __init__(self, content: str | Content = "", *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(_tied(content), id=id, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text."""
        super().update(_tied(content) if isinstance(content, str | Content) else content, layout=layout)

    def render_line(self, y: int) -> Strip:
        """A row, with plain blanks."""
        drawn = super().render_line(y)
        if TIE not in drawn.text:
            return drawn
        return Strip([Segment(part.text.replace(TIE, " "), part.style) for part in drawn], drawn.cell_length)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """What is copied, with plain blanks."""
        found = super().get_selection(selection)
        return None if found is None else (found[0].replace(TIE, " "), found[1])


def _tied(text: str | Content) -> Content:
    plain = text if isinstance(text, str) else text.plain
    spans = [] if isinstance(text, str) else list(text.spans)
    return Content("\n".join(map(tied, plain.split("\n"))), spans)


def tied(paragraph: str) -> str:
    """The last two words kept together, where the paragraph is long enough to break at all."""
    before, _, last = paragraph.rpartition(" ")
    two = len(before) - before.rfind(" ") + len(last)
    return f"{before}{TIE}{last}" if before.count(" ") >= FEWEST_WORDS - 2 and two <= LONGEST else paragraph

"""Paragraphs of text, whose last line never holds a single word."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import VisualType
from textual.widgets import Static

TIE = "\ue000"
"""Stands for a no-break space during layout, since Textual breaks lines at those too."""

FEWEST_WORDS, LONGEST = 5, 24
"""The fewest words of a paragraph in which words are tied, and the most columns of two tied words."""


class Prose(Static):
    """Text to read; markup is not interpreted."""

    def __init__(self, content: str | Content = "", *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(_tied(content), id=id, markup=False)

    def update(self, content: VisualType = "", *, layout: bool = True) -> None:
        """Show another text."""
        super().update(_tied(content) if isinstance(content, str | Content) else content, layout=layout)

    def render_line(self, y: int) -> Strip:
        """A row, with ties turned back into blanks."""
        drawn = super().render_line(y)
        if TIE not in drawn.text:
            return drawn
        return Strip([Segment(part.text.replace(TIE, " "), part.style) for part in drawn], drawn.cell_length)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, with ties turned back into blanks."""
        found = super().get_selection(selection)
        return None if found is None else (found[0].replace(TIE, " "), found[1])


def _tied(text: str | Content) -> Content:
    plain = text if isinstance(text, str) else text.plain
    spans = [] if isinstance(text, str) else list(text.spans)
    return Content("\n".join(map(tied, plain.split("\n"))), spans)


def tied(paragraph: str) -> str:
    """Tie the last two words together, if the paragraph is long enough to wrap at all."""
    before, _, last = paragraph.rpartition(" ")
    two = len(before) - before.rfind(" ") + len(last)
    return f"{before}{TIE}{last}" if before.count(" ") >= FEWEST_WORDS - 2 and two <= LONGEST else paragraph

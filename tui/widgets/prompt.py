"""The prompt in the middle of the page: bold, narrow, with air between its lines."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

MEASURE = 38
"""Columns a prompt is wrapped to: short lines are found again easily by tired eyes."""

AIRY_FROM = 18
"""Rows of the screen from which an empty line stands between the lines of a prompt."""


class Prompt(Widget):
    """Shows one text as it is written; never markup."""

    DEFAULT_CSS = """
    Prompt { width: 1fr; height: auto; padding: 0 2; content-align: center middle; text-align: center;
             text-style: bold; color: $ink; }
    """

    text: reactive[str] = reactive("", layout=True)

    def render(self) -> RenderResult:
        """The text, wrapped to the measure."""
        width = max(8, min(MEASURE, self.app.size.width - 6))
        lines = Content(self.text).wrap(width)
        gap = "\n\n" if self.app.size.height >= AIRY_FROM else "\n"
        return Content(gap).join(line.rstrip() for line in lines)

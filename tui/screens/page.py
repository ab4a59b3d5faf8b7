"""What every page shares: its width and height classes, and keys for the answers it lists."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.screen import Screen

from tui.widgets.choices import ChoiceList

Result = TypeVar("Result")

NARROW, SHORT = 64, 20
"""Columns and rows below which pages lay themselves out more simply."""

SMALLEST = (40, 12)
"""Columns and rows the pages are made for; below that they say so and still play."""


class Page(Screen[Result]):
    """A screen of the app."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny-width"), (SMALLEST[0], "-narrow"), (NARROW, "-wide")]  # noqa: RUF012  # Textual's shape
    VERTICAL_BREAKPOINTS = [(0, "-tiny-height"), (SMALLEST[1], "-short"), (SHORT, "-tall")]  # noqa: RUF012  # Textual's shape

    def on_key(self, event: events.Key) -> None:
        """A key that belongs to a listed answer takes it, wherever the focus is."""
        for answers in self.query(ChoiceList):
            if answers.display and answers.take(event.character or event.key):
                event.stop()
                event.prevent_default()
                return

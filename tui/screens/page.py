"""What every page shares: its width and height classes, and keys for the answers it lists."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual import events
from textual.screen import Screen

from tui.widgets.choices import ChoiceList

Result = TypeVar("Result")

SMALLEST = (40, 12)
"""Columns and rows the pages are made for; below that they say so and still play."""


class Page(Screen[Result]):
    """A screen of the app."""

    HORIZONTAL_BREAKPOINTS = [(0, "-tiny-width"), (SMALLEST[0], "-narrow"), (78, "-wide")]  # noqa: RUF012  # Textual's shape
    VERTICAL_BREAKPOINTS = [(0, "-tiny-height"), (SMALLEST[1], "-short"), (20, "-middling"), (27, "-tall")]  # noqa: RUF012  # Textual's shape

    TAKES_KEYS: ClassVar[bool] = True
    """Whether the key of a listed answer takes it, wherever the focus is."""

    def on_key(self, event: events.Key) -> None:
        """Take the answer this key belongs to. `q` is not an answer: it stops everything, at once."""
        key = event.character or event.key
        if not self.TAKES_KEYS or key == "q":
            return
        for answers in self.query(ChoiceList):
            if answers.display and answers.take(key):
                event.stop()
                event.prevent_default()
                return

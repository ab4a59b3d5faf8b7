"""What every page shares: its width and height classes, and keys for the answers it lists."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar, TypeVar

from textual import on
from textual.screen import Screen

from tui.widgets.choices import ChoiceList, Line

Result = TypeVar("Result")

SMALLEST = (40, 12)
"""Columns and rows the pages are made for; below that they say so and still play."""


class Page(Screen[Result]):
    """A screen of the app."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "pages.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny-width"), (SMALLEST[0], "-narrow"), (78, "-wide")]  # noqa: RUF012  # Textual's shape
    VERTICAL_BREAKPOINTS = [(0, "-tiny-height"), (SMALLEST[1], "-short"), (20, "-middling"), (27, "-tall")]  # noqa: RUF012  # Textual's shape

    TAKES_KEYS: ClassVar[bool] = True
    """Whether the key of a listed answer takes it, wherever the focus is."""

    @property
    def halted(self) -> bool:
        """Whether too much or far away was said on this page."""
        return False

    def enlarge(self) -> None:
        """Take up the size of text that was just chosen."""

    def chosen(self, line: Line) -> None:
        """The person took a listed answer."""

    def take(self, key: str) -> bool:
        """Take the answer this key belongs to, at once; False where there is none.

        `q` is not an answer: it stops everything.
        """
        if not self.TAKES_KEYS or key == "q":
            return False
        for answers in self.query(ChoiceList):
            line = answers.line(key) if answers.display else None
            if line is not None:
                self.chosen(line)
                return True
        return False

    @on(ChoiceList.Chosen)
    def _chosen_in_list(self, message: ChoiceList.Chosen) -> None:
        message.stop()
        self.chosen(message.line)

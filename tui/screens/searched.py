"""A page with a list to search in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.base import Page, Result
from tui.widgets.choices import ChoiceList

if TYPE_CHECKING:
    from textual.widgets import Input


class SearchedPage(Page[Result]):
    """The arrow keys move in the list, and letters go to the field."""

    off_the_field = False
    """Whether the arrow keys have been used since the last letter typed in the field."""

    def action_take(self) -> None:
        """Take the marked line, even while the field has the focus."""
        self.query_one(ChoiceList).action_take()

    def action_move(self, step: int) -> None:
        """Move to the line above or below."""
        self.off_the_field = True
        self.query_one(ChoiceList).action_move(step)

    def action_page(self, step: int) -> None:
        """Move a page up or down."""
        self.off_the_field = True
        self.query_one(ChoiceList).action_page(step)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take the marked line."""
        message.stop()
        self.action_take()

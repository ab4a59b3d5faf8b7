"""A page around one prompt, which is set in large letters where the prompts of a session are."""

from __future__ import annotations

from textual.events import Resize

from tui.screens.base import Page
from tui.widgets.heading import grows
from tui.widgets.prompt import Prompt

ROWS_BELOW = 16
"""Rows that large letters leave to what stands below, and to the foot."""


class LetteredPage(Page[None]):
    """Its prompt is `#prompt`."""

    def on_resize(self, _event: Resize) -> None:
        """Letters grow with the window."""
        self.enlarge()

    def enlarge(self) -> None:
        """Set it in large letters, where prompts are."""
        prompt = self.query_one("#prompt", Prompt)
        prompt.spare = ROWS_BELOW
        prompt.enlarged = grows(self.app)

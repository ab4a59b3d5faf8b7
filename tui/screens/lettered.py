"""A page around one prompt, set in large letters whenever a session's prompts are."""

from __future__ import annotations

from textual.events import Resize

from tui.screens.base import Page
from tui.widgets.prompt import Prompt
from tui.windows import grows

ROWS_BELOW = 16
"""Rows that large letters leave free, for what is below and for the foot."""


class LetteredPage(Page[None]):
    """A page whose prompt has the id `prompt`."""

    def on_resize(self, _event: Resize) -> None:
        """Adapt the letters to the window."""
        self.enlarge()

    def enlarge(self) -> None:
        """Set the prompt in large letters if prompts are."""
        prompt = self.query_one("#prompt", Prompt)
        prompt.spare = ROWS_BELOW
        prompt.enlarged = grows(self.app)

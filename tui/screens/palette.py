"""The command palette, standing still: its cursor does not blink, and its sign is in every font."""

from __future__ import annotations

from textual.command import CommandPalette, SearchIcon
from textual.widgets import Input

from tui.widgets.choices import MARK


class Palette(CommandPalette):
    """Lists what else there is to do."""

    def on_mount(self) -> None:
        """Nothing blinks (care guide rule 15)."""
        self.query_one(Input).cursor_blink = False
        self.query_one(SearchIcon).icon = MARK

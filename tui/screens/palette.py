"""The command palette, in our ways: `q` stops from here as well, and nothing blinks."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.widgets import LoadingIndicator

from tui.widgets.choices import MARK


class Search(CommandInput):
    """Takes letters, all but the one that stops everything (care guide rule 1)."""

    def on_mount(self) -> None:
        """The cursor stands still (care guide rule 15)."""
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is a letter to look for."""
        return key != "q" and super().check_consume_key(key, character)


class QuietPalette(CommandPalette):
    """Lists what else there is to do."""

    CSS_PATH = "palette.tcss"

    def compose(self) -> ComposeResult:
        """As in the palette this is made from, with another field to type in."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield Search(placeholder="What would you like to do?", select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()

    def on_mount(self) -> None:
        """A sign that is in every font."""
        self.query_one(SearchIcon).icon = MARK

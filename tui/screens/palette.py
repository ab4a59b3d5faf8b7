"""The command palette, in our ways: `q` stops from here as well, and nothing blinks."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.command import CommandInput, CommandList, CommandPalette, SearchIcon
from textual.containers import Horizontal, Vertical
from textual.geometry import Offset
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
    off_the_field = False
    """Whether the arrows were used after the last letter."""

    @property
    def cursor(self) -> Offset:
        """Where the cursor of the terminal stands: in the field, or on the row that the arrows led to."""
        found, number = self.query_one(CommandList), self.query_one(CommandList).highlighted
        if not self.off_the_field or number is None:
            return self.query_one(Search).cursor_screen_offset
        down = found._index_to_line[number] - found.scroll_offset.y  # noqa: SLF001  # a row may take two lines
        return found.content_region.offset + Offset(0, down)

    def compose(self) -> ComposeResult:
        """As in the palette this is made from, with another field to type in."""
        with Vertical(id="--container"):
            with Horizontal(id="--input"):
                yield SearchIcon()
                yield Search(placeholder="What would you like to do?", select_on_focus=False)
            with Vertical(id="--results"):
                yield CommandList()
                yield LoadingIndicator()

    def _action_command_list(self, action: str) -> None:
        self.off_the_field = True
        super()._action_command_list(action)

    def _action_cursor_down(self) -> None:
        self.off_the_field = True
        super()._action_cursor_down()

    def on_input_changed(self) -> None:
        """Back to what is typed."""
        self.off_the_field = False

    def on_mount(self) -> None:
        """A sign that is in every font."""
        self.query_one(SearchIcon).icon = MARK

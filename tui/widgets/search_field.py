"""The search field above the list of sessions, which searches while it is typed in."""

from __future__ import annotations

from textual.widgets import Input


class SearchField(Input):
    """Takes all letters but `q`, which stops everything (care guide rule 1)."""

    DEFAULT_CSS = """
    SearchField, SearchField.-textual-compact {
        border: none; height: 1; padding: 0 0 0 6; background: $ground; color: $ink;
    }
    SearchField:focus { background-tint: $ground 0%; }
    SearchField > .input--placeholder { color: $soft; }
    """

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)

    def on_mount(self) -> None:
        """Keep the cursor from blinking (care guide rule 15)."""
        self.cursor_blink = False

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is a letter to search for."""
        return key != "q" and super().check_consume_key(key, character)

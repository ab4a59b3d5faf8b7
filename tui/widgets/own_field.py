"""The field for a person's own line, which takes every letter once it holds one."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from sessions.unsafe import find_unsafe


class OwnField(Input):
    """Takes all letters, except `q` while it is empty; Ctrl-C always stops everything (care guide rule 1).

    A letter of another layout on that key is typed; to begin a line with `q`, type a space first.
    """

    DEFAULT_CSS = (
        "OwnField { border: none; width: 1fr; height: 1; margin: 0 0 0 6; background: $ground; color: $ink; }"
    )

    def __init__(self, placeholder: str, most: int) -> None:
        """`most`: the limit in characters."""
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, max_length=most)

    def on_mount(self) -> None:
        """Keep the cursor from blinking (care guide rule 15)."""
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Insert its first line, without invisible and control characters."""
        event.prevent_default()
        event.stop()
        line = next(iter(event.text.split("\n")), "")
        self.insert_text_at_cursor("".join(sign for sign in line if not any(find_unsafe(sign))))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is a letter of the line."""
        return (key != "q" or bool(self.value)) and super().check_consume_key(key, character)

"""The field in which a line of one's own is typed: every letter belongs to it, once there is one."""

from __future__ import annotations

from textual.events import Paste
from textual.widgets import Input

from sessions.unsafe import find_unsafe


class OwnField(Input):
    """Takes all letters. While it is empty, `q` still stops everything; Ctrl-C always does (rule 1).

    A letter of another board on that key is typed; a blank first lets a line begin with `q`.
    """

    DEFAULT_CSS = (
        "OwnField { border: none; width: 1fr; height: 1; margin: 0 0 0 6; background: $ground; color: $ink; }"
    )

    def __init__(self, placeholder: str, most: int) -> None:
        """`most`: characters."""
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False, max_length=most)

    def on_mount(self) -> None:
        """The cursor stands still (care guide rule 15)."""
        self.cursor_blink = False

    def on_paste(self, event: Paste) -> None:
        """Take in the first line of it, without what nobody sees or a terminal would obey."""
        event.prevent_default()
        event.stop()
        line = next(iter(event.text.split("\n")), "")
        self.insert_text_at_cursor("".join(sign for sign in line if not any(find_unsafe(sign))))

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Whether a key is a letter of the line."""
        return (key != "q" or bool(self.value)) and super().check_consume_key(key, character)

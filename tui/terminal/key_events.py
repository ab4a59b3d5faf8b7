"""Translates Textual's key events from other keyboard layouts.

What it uses of Textual beyond the documented API: `_character_to_key`.
"""

from __future__ import annotations

from textual.events import Key
from textual.keys import _character_to_key

from tui.terminal.keyboards import Keyboard

STOPS = frozenset(("q", "ctrl+c", "ctrl+q"))
"""Keys that stop everything, on every page."""

CONTROLS = frozenset(map(chr, (*range(32), 127)))

WITHOUT_TEXT = {"ctrl", "super", "hyper", "meta"}
"""Modifiers with which a key types nothing."""


def meant(event: Key, keyboard: Keyboard) -> Key:
    """The key in the same place of a Latin keyboard; the event itself if it is that already."""
    *modifiers, name = event.key.split("+")
    sign = event.character if event.character and not modifiers else name
    if len(sign) != 1 or sign in CONTROLS:
        return event
    key = keyboard.key(sign)
    if WITHOUT_TEXT.intersection(modifiers):
        return event if key == name else Key("+".join([*modifiers, _character_to_key(key)]), None)
    if (key == sign and not modifiers) or (modifiers == ["alt"] and key != "q"):
        return event
    return Key(_character_to_key(key), key)

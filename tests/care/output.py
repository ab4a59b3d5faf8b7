"""Looks for sequences in what a terminal is sent."""

from __future__ import annotations

import re

BLINK = frozenset({"5", "6"})
"""SGR: slow and fast blinking."""
INVERTED = frozenset({"7"})
"""SGR: ink and ground exchanged; a blank or a bar that is drawn so stands still and tells nothing."""

_STYLE = re.compile(rb"\x1b\[([\d;:]*)m([^\x1b]*)")
_CURSOR = re.compile(rb"\x1b\[([135]) q|\x1b\[\?12h")
"""A blinking cursor: DECSCUSR with an odd number, or the old private mode."""
_SCREEN = re.compile(rb"\x1b\[\?5h")
"""DECSCNM: the whole screen inverted."""


def sequences(raw: bytes, unwanted: frozenset[str]) -> list[bytes]:
    """The sequences that make text blink or invert it, and those that do so to the cursor or the screen."""
    found = []
    for match in _STYLE.finditer(raw):
        marks = unwanted is BLINK or re.search(r"\w", match[2].decode(errors="replace"))
        if marks and attributes(match[1].decode()) & unwanted:
            found.append(match[0])
    beside = _CURSOR if unwanted is BLINK else _SCREEN
    return found + [match[0] for match in beside.finditer(raw)]


def attributes(parameters: str) -> set[str]:
    """The attributes of a style, without the numbers that belong to a colour."""
    left = parameters.replace(":", ";").split(";")
    found: set[str] = set()
    while left:
        number = left.pop(0)
        if number in ("38", "48", "58") and left:
            left = left[2:] if left[0] == "5" else left[4:]
        else:
            found.add(number)
    return found

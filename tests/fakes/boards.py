# ruff: noqa: RUF001  # letters of other boards that look like Latin ones are what this is about
"""What the keys of `p` and `q` type on the boards of the world, and how the keyboard protocol says stop."""

from __future__ import annotations

BOARDS = {
    "Latin": ("p", "q"),
    "Caps Lock": ("P", "Q"),
    "Russian": ("з", "й"),
    "Ukrainian with Caps Lock": ("З", "Й"),
    "Greek": ("π", ";"),
    "Hebrew": ("פ", "/"),
    "Arabic": ("ح", "ض"),
    "full-width": ("ｐ", "ｑ"),
}
"""How long it has been, and stop: what the keys of `p` and `q` type."""

PROTOCOL = {
    "Latin": "\x1b[113;;113u",
    "Latin with Ctrl": "\x1b[99;5u",
    "Caps Lock": "\x1b[113;65;81u",
    "Russian": "\x1b[1081::113;;1081u",
    "Russian with Ctrl, c": "\x1b[1089;5u",
    "Russian with Ctrl, q": "\x1b[1081;5u",
    "Greek": "\x1b[59::113;;59u",
    "Georgian": "\x1b[4325::113;;4325u",
    "Georgian with Ctrl": "\x1b[4330::99;5u",
}
"""Stop, as the keyboard protocol says it."""

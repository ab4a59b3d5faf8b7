"""Keys as numbers, each in its range: what the keyboard protocols send, and what nobody could have meant.

kitty's protocol, and xterm's before it: `ESC [ code:shifted:base ; modifiers:event ; text u`, where `base` is
the key in the same place of a Latin board. Arrows and the like end in a letter or in `~`.
"""

from __future__ import annotations

import re
from typing import NamedTuple

KEY = (
    r"\x1b\[(?P<code>\d{0,7})(?::\d{0,7})?(?::(?P<base>\d{1,7}))?"
    r"(?:;(?P<modifiers>\d{0,3})(?::[12])?)?"
    r"(?:;(?P<text>\d{1,7}(?::\d{1,7}){0,7})?)?(?P<end>[u~A-FHPQRS])"
)
"""A key; one that is let go is none."""

CONTROLS = (9, 13, 27, 127)
"""Control characters that are keys of their own."""

NUMBERED = frozenset((*range(1, 9), *range(11, 16), *range(17, 22), *range(23, 35)))
"""Keys that end in `~`; 27 is xterm's way to say any other."""

MOST_MODIFIERS = 256

TYPING = 1 | 64 | 128
"""Shift, Caps Lock and Num Lock: modifiers with which a key still types what is on it."""

FUNCTIONAL, KNOWN_FUNCTIONAL = range(57344, 63744), range(57358, 57455)
KEYPAD = {57399 + n: ord(sign) for n, sign in enumerate("0123456789./*-+\r=,")}
"""Keys of the keypad that do what other keys do as well."""

APPLICATION_KEYPAD = {"\x1bOl": ",", "\x1bOX": "="}

LAST_LATIN = 0x24F
"""Letters up to here are Latin and mean what is on them wherever they stand: `z` on a German board is `z`."""

ON_Q = ";/"
"""What the key of `q` types on a Greek and on a Hebrew board."""


class KeyCode(NamedTuple):
    """A key that somebody may have pressed."""

    code: int
    """The character on it, or its number; 0 where it has none."""
    place: int
    """The character in its place on a Latin board, where the terminal tells; else 0."""
    modifiers: int
    """A sum of bits, and 1."""
    text: tuple[int, ...]
    """The characters that it types, where the terminal tells."""
    end: str

    @property
    def types(self) -> bool:
        """Whether it types what is on it, as no key does that is pressed with Ctrl."""
        return not (self.modifiers - 1) & ~TYPING

    @property
    def typed(self) -> str:
        """What it types."""
        return "".join(map(chr, self.text or (self.code,)))

    @property
    def key(self) -> str:
        """The key it is by its place, where that is to be learnt; empty for one of a Latin board."""
        if self.end != "u" or self.code in CONTROLS:
            return ""
        sign = chr(self.code)
        if not self.place:  # told of no other place, it stands where a Latin board has it
            return sign if sign in ON_Q else ""
        elsewhere = self.code > LAST_LATIN or (sign in ON_Q and chr(self.place) == "q")
        return chr(self.place) if elsewhere else ""

    @property
    def sequence(self) -> str:
        """How it is sent; one of another board, pressed with Ctrl, as the key in its place."""
        code = self.code if self.types or not self.key else ord(self.key)
        modifiers = str(self.modifiers) if self.modifiers > 1 else ""
        numbers = (str(code or 1), modifiers, ":".join(map(str, self.text)))
        return f"\x1b[{';'.join(numbers).rstrip(';')}{self.end}"


def read_key(sequence: str) -> KeyCode | None:
    """The key that a sequence stands for; None where it has no such form, or a number out of its range."""
    match = re.fullmatch(KEY, sequence)
    if match is None:
        return None
    end, code, modifiers = match["end"], int(match["code"] or 0), int(match["modifiers"] or 1)
    text = tuple(int(number) for number in (match["text"] or "").split(":") if number)
    if not (1 <= modifiers <= MOST_MODIFIERS and all(map(_is_character, text)) and _is_key(code, end)):
        return None
    place = int(match["base"] or 0)
    code = KEYPAD.get(code, code) if end == "u" else code
    return KeyCode(code, place if _is_character(place) else 0, modifiers, text, end)


def _is_key(code: int, end: str) -> bool:
    if end == "u":
        return code in CONTROLS or code in KNOWN_FUNCTIONAL or _is_character(code)
    return code in NUMBERED if end == "~" else code in (0, 1)


def _is_character(code: int) -> bool:
    """Whether a number is a character that can be typed."""
    printable = 32 <= code < 127 or 160 <= code < 0x110000
    return printable and not 0xD800 <= code < 0xE000 and code not in FUNCTIONAL

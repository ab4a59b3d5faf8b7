"""Reads the key codes of the keyboard protocols, and rejects numbers out of range.

kitty's protocol, and xterm's before it: `ESC [ code:shifted:base ; modifiers:event ; text u`, where `base` is
the key in the same place of a Latin keyboard. Arrows and the like end in a letter or in `~`.
"""

from __future__ import annotations

import re

from sessions.value import Value

KEY = (
    r"\x1b\[(?P<code>\d{0,7})(?::\d{0,7})?(?::(?P<base>\d{1,7}))?"
    r"(?:;(?P<modifiers>\d{0,3})(?::[12])?)?"
    r"(?:;(?P<text>\d{1,7}(?::\d{1,7}){0,7})?)?(?P<end>[u~A-FHPQRS])"
)
"""Matches a key press, but not a release."""

CONTROLS = (9, 13, 27, 127)
"""Control characters that are keys of their own."""

NUMBERED = frozenset((*range(1, 9), *range(11, 16), *range(17, 22), *range(23, 35)))
"""Numbers of keys that end in `~`; 27 is xterm's escape for any other key."""

MOST_MODIFIERS = 256

TYPING = 1 | 64 | 128
"""Shift, Caps Lock and Num Lock: modifiers with which a key still types its character."""

FUNCTIONAL, KNOWN_FUNCTIONAL = range(57344, 63744), range(57358, 57455)
KEYPAD = {57399 + n: ord(sign) for n, sign in enumerate("0123456789./*-+\r=,")}
"""Keys of the keypad, by the characters that they type."""

APPLICATION_KEYPAD = {"\x1bOl": ",", "\x1bOX": "="}

LAST_LATIN = 0x24F
"""Letters up to here are Latin and count as themselves wherever they are: `z` on a German keyboard is `z`."""

ON_Q = ";/"
"""What the `q` key types in the Greek and the Hebrew layout."""


class KeyCode(Value):
    """A key press."""

    code: int
    """Its code point or number; 0 if it has none."""
    place: int
    """The code point in its place on a Latin keyboard, if the terminal tells; else 0."""
    modifiers: int
    """A bit mask plus 1."""
    text: tuple[int, ...]
    """The characters that it types, if the terminal tells."""
    end: str

    @property
    def types(self) -> bool:
        """Whether it types a character, as a key with Ctrl does not."""
        return not (self.modifiers - 1) & ~TYPING

    @property
    def typed(self) -> str:
        """The text that it types."""
        return "".join(map(chr, self.text or (self.code,)))

    @property
    def key(self) -> str:
        """The key in the same place of a Latin keyboard; empty if it is on one."""
        if self.end != "u" or self.code in CONTROLS:
            return ""
        sign = chr(self.code)
        if not self.place:  # without another place, it is where a Latin keyboard has it
            return sign if sign in ON_Q else ""
        elsewhere = self.code > LAST_LATIN or (sign in ON_Q and chr(self.place) == "q")
        return chr(self.place) if elsewhere else ""

    @property
    def sequence(self) -> str:
        """Its canonical sequence; a key of another layout with Ctrl becomes the Latin key in its place."""
        code = self.code if self.types or not self.key else ord(self.key)
        modifiers = str(self.modifiers) if self.modifiers > 1 else ""
        numbers = (str(code or 1), modifiers, ":".join(map(str, self.text)))
        return f"\x1b[{';'.join(numbers).rstrip(';')}{self.end}"


def read_key(sequence: str) -> KeyCode | None:
    """The key that a sequence stands for; None if it has another form, or a number out of range."""
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
    """Whether a number is the code point of a character that can be typed."""
    printable = 32 <= code < 127 or 160 <= code < 0x110000
    return printable and not 0xD800 <= code < 0xE000 and code not in FUNCTIONAL

"""Keyboard layouts (Cyrillic, Greek and others): which key of a Latin keyboard a character is on.

A key in another layout (Cyrillic, Greek, Hebrew, Arabic), with Caps Lock, or in the full-width letters of an
input method, does the same as the Latin letter in its place. Characters that Latin keyboards have too count
as themselves, except the one that the Greek and the Hebrew layout have on the `q` key, which always stops.
"""

from __future__ import annotations

from collections.abc import Mapping

PLACES = (
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),  # Russian
    ("іїєґљњ", "s]'\\qw"),  # Ukrainian, and Serbian where it differs
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),  # Greek
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),  # Hebrew
    ("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvbnm,./"),  # Arabic
    ("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789"),
    ("。、　", "., "),  # an input method's own
)
ON_Q = {"el": ";", "he": "/"}
"""The character on the `q` key, by the language of the layout."""

ALPHA, OMEGA, ALEF, TAV = "\u03b1", "\u03c9", "\u05d0", "\u05ea"
"""First and last letters of the Greek and of the Hebrew alphabet."""

LETTER_Q = "qQ\uff51\uff31"
"""The letter q itself, also in full width as an input method sends it."""

FULL_WIDTH, BY = range(0xFF01, 0xFF5F), 0xFEE0
"""Full-width characters, and their offset from the ASCII ones."""

LAM_ALEF, B_KEY = "لا", "ﻻ"
"""The two letters that many systems send for one key, and the ligature that others send."""

MOST_LEARNT = 256


class Keyboard:
    """The keyboard layout in use, as far as the language, the terminal and the typed letters tell."""

    def __init__(self, language: str = "") -> None:
        """`language` is the system's, such as `el_GR.UTF-8`; it decides until a letter is typed."""
        self._places = {sign: key for signs, keys in PLACES for sign, key in zip(signs, keys, strict=True)}
        self._learnt: dict[str, str] = {}
        self._on_q = ON_Q.get(language[:2].lower(), "")

    def learn(self, character: str, key: str) -> None:
        """Note what the terminal reports: the character that is on a key."""
        if len(self._learnt) < MOST_LEARNT:
            self._learnt[character.lower()] = key.lower()

    def key(self, character: str) -> str:
        """The key of a typed character, as a lower-case Latin letter; else the character itself."""
        low = character.lower()
        self._notice(low)
        if low == self._on_q:
            return "q"
        if low in self._learnt:
            return self._learnt[low]
        if len(low) == 1 and ord(low) in FULL_WIDTH:
            return chr(ord(low) - BY).lower()
        return self._places.get(low, low)

    def keys(self, text: str) -> str:
        """The keys of a typed line."""
        return "".join(map(self.key, text.replace(LAM_ALEF, B_KEY)))

    def _notice(self, character: str) -> None:
        """Infer the layout in use from a typed letter."""
        if ALPHA <= character <= OMEGA:
            self._on_q = ON_Q["el"]
        elif ALEF <= character <= TAV:
            self._on_q = ON_Q["he"]
        elif character.isalpha():
            self._on_q = ""


def language_of(environment: Mapping[str, str]) -> str:
    """The language of the system, from the variables that POSIX defines."""
    return next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")

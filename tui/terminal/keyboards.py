"""Keyboard layouts (Cyrillic, Greek and others): which key of a Latin board a character stands on.

The key in the same place does what the Latin letter does, on a Cyrillic, Greek, Hebrew or Arabic board, with
Caps Lock, and in the full-width letters of an input method. Characters that Latin boards have as well are
themselves, except where a Greek or Hebrew board has them on the key of `q`: that one always stops.
"""

from __future__ import annotations

from collections.abc import Mapping

PLACES = (
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),  # Russian
    ("іїєґљњ", "s]'\\qw"),  # Ukrainian, and where Serbian boards differ
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),  # Greek
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),  # Hebrew
    ("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرﻻىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvbnm,./"),  # Arabic
    ("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789"),
    ("。、　", "., "),  # an input method's own
)
ON_Q = {"el": ";", "he": "/"}
"""What stands on the key of `q`, by the language of the board."""

ALPHA, OMEGA, ALEF, TAV = "\u03b1", "\u03c9", "\u05d0", "\u05ea"
"""First and last letters of the Greek and of the Hebrew alphabet."""

LETTER_Q = "qQ\uff51\uff31"
"""That letter itself, also as an input method sends it."""

FULL_WIDTH, BY = range(0xFF01, 0xFF5F), 0xFEE0
"""Full-width letters and signs, and how far they are from those that are meant."""

LAM_ALEF, B_KEY = "لا", "ﻻ"
"""Two letters that many systems send for one key, and the one letter that others send."""

MOST_LEARNT = 256


class Keyboard:
    """The board in use, as far as the language, the terminal and what was typed tell."""

    def __init__(self, language: str = "") -> None:
        """`language` is that of the system, such as `el_GR.UTF-8`; it holds until a letter is typed."""
        self._places = {sign: key for signs, keys in PLACES for sign, key in zip(signs, keys, strict=True)}
        self._learnt: dict[str, str] = {}
        self._on_q = ON_Q.get(language[:2].lower(), "")

    def learn(self, character: str, key: str) -> None:
        """The terminal says that this character stands on this key."""
        if len(self._learnt) < MOST_LEARNT:
            self._learnt[character.lower()] = key.lower()

    def key(self, character: str) -> str:
        """The key that a typed character stands for: small, Latin, or as it is where it stands on none."""
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
        """A letter tells which board is in use."""
        if ALPHA <= character <= OMEGA:
            self._on_q = ON_Q["el"]
        elif ALEF <= character <= TAV:
            self._on_q = ON_Q["he"]
        elif character.isalpha():
            self._on_q = ""


def language_of(environment: Mapping[str, str]) -> str:
    """The language of the system, as POSIX has it."""
    return next((environment[name] for name in ("LC_ALL", "LC_CTYPE", "LANG") if environment.get(name)), "")

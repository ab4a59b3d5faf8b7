"""Large letters with accents, composed of a letter and its accent."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final
from unicodedata import normalize

from tui.large.glyphs import GLYPHS, ROWS

_ABOVE: Final[Mapping[str, tuple[str, str]]] = {
    "\N{COMBINING GRAVE ACCENT}": ("#.", ".#"),
    "\N{COMBINING ACUTE ACCENT}": (".#", "#."),
    "\N{COMBINING CIRCUMFLEX ACCENT}": (".#.", "#.#"),
    "\N{COMBINING TILDE}": (".#.#", "#.#."),
    "\N{COMBINING DIAERESIS}": ("#..#", "...."),
    "\N{COMBINING RING ABOVE}": ("##", "##"),
    "\N{COMBINING CARON}": ("#.#", ".#."),
    "\N{COMBINING MACRON}": ("###", "..."),
    "\N{COMBINING BREVE}": ("#..#", ".##."),
    "\N{COMBINING DOT ABOVE}": ("#", "."),
    "\N{COMBINING DOUBLE ACUTE ACCENT}": (".#.#", "#.#."),
}
"""Accents above: two rows over a small letter."""

_BELOW: Final[Mapping[str, tuple[str, str]]] = {
    "\N{COMBINING CEDILLA}": (".#", "#."),
    "\N{COMBINING COMMA BELOW}": (".#", "#."),
    "\N{COMBINING OGONEK}": ("#.", ".#"),
}
"""Accents below: two rows under the baseline."""

_TOP, _BASE = 2, 7
"""Number of rows above small letters, and down to the baseline."""

_LOWERED = (0, 1, 3, 5, 6)
"""The rows kept of a capital with an accent: it is squeezed to the height of a small letter."""


@cache
def glyph(letter: str) -> tuple[str, ...]:
    """A letter as rows of `#` and `.`; empty if it has no drawing."""
    if letter in GLYPHS:
        return GLYPHS[letter]
    base, signs = normalize("NFD", letter)[:1], normalize("NFD", letter)[1:]
    if base not in GLYPHS or not signs or any(sign not in _ABOVE and sign not in _BELOW for sign in signs):
        return ()
    rows = list(GLYPHS[base])
    for sign in signs:
        rows = _with_above(rows, _ABOVE[sign]) if sign in _ABOVE else _with_below(rows, _BELOW[sign])
    return tuple(rows)


def _with_above(rows: list[str], sign: tuple[str, str]) -> list[str]:
    width = len(rows[0])
    blank = "." * width
    is_dotted = rows[0] != blank and rows[1] == blank  # i and j
    if rows[1] != blank:
        rows = [blank, blank, *(rows[at] for at in _LOWERED), *rows[_BASE:]]
    elif is_dotted:
        rows = [blank, blank, *rows[_TOP:]]
    width = max(width, len(sign[0]))
    return [_middle(row, width) for row in (*sign, *rows[_TOP:])]


def _with_below(rows: list[str], sign: tuple[str, str]) -> list[str]:
    width = max(len(rows[0]), len(sign[0]))
    drawn = [*rows[:_BASE], *sign, *rows[_BASE + len(sign) :]]
    return [_middle(row, width) for row in drawn][:ROWS]


def _middle(row: str, width: int) -> str:
    """A row centred in so many columns; an odd space goes to the left."""
    left = (width - len(row)) // 2
    return "." * left + row + "." * (width - len(row) - left)

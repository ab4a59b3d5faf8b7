"""Sets a text in large letters made of half blocks, or of quarter blocks, which are half as wide."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from tui.large.accents import glyph
from tui.large.glyphs import ROWS, SPACE
from tui.line_breaks import broken

LINES: int = ROWS // 2
"""Lines of the terminal that one line of large text takes."""

_BLOCKS = {("#", "#"): "█", ("#", "."): "▀", (".", "#"): "▄", (".", "."): " "}

_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""Indexed by a sum of 1 for upper left, 2 for upper right, 4 for lower left, 8 for lower right."""


def large(text: str, columns: int, lines: int, *, narrow: bool = False) -> tuple[str, ...] | None:
    """The text in large letters, each line centred and padded to `columns`.

    Words stay whole, and lines end with sentences where possible. None if a letter has no drawing, or if the
    text does not fit into `columns` and `lines`; then it has to be shown in normal text. `narrow` uses
    quarter blocks.
    """
    words = text.split()
    if not words or not all(glyph(letter) for word in words for letter in word):
        return None
    room = columns * (2 if narrow else 1)
    rows = broken(words, [_width(word) for word in words], SPACE + 2, room, lines // LINES)
    if rows is None:
        return None
    draw = _narrow if narrow else _wide
    return tuple(line.center(columns) for row in rows for line in draw(_pixels(row)))


def _width(word: str) -> int:
    """Width of a word in pixels, with one pixel between letters."""
    return sum(len(glyph(letter)[0]) + 1 for letter in word) - 1


def _pixels(words: Sequence[str]) -> list[str]:
    """One line of large text, as rows of `#` and `.`."""
    gap = "." * (SPACE + 2)
    return [
        gap.join(".".join(glyph(letter)[row] for letter in word) for word in words) for row in range(ROWS)
    ]


def _wide(pixels: Sequence[str]) -> list[str]:
    return [
        "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    ]


def _narrow(pixels: Sequence[str]) -> list[str]:
    return [
        "".join(
            _QUARTERS[sum(1 << at for at, pixel in enumerate(quarter) if pixel == "#")]
            for quarter in zip_longest(upper[::2], upper[1::2], lower[::2], lower[1::2], fillvalue=".")
        )
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    ]

"""Sets a text in large letters of half blocks: two rows of pixels in each line of the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from tui.large.glyphs import GLYPHS, ROWS, SPACE

LINES: int = ROWS // 2
"""Lines of the terminal that one line of large text takes."""

_BLOCKS = {("#", "#"): "█", ("#", "."): "▀", (".", "#"): "▄", (".", "."): " "}


def large(text: str, columns: int, lines: int) -> tuple[str, ...] | None:
    """The text in large letters, each line centred and padded to `columns`.

    Words stay whole, and the lines are about equally long. None where a letter has no drawing, such as one
    with an accent, or where the text does not fit into `columns` and `lines`: then it is shown as it is.
    """
    words = text.split()
    if not words or not all(letter in GLYPHS for word in words for letter in word):
        return None
    widths = [_width(word) for word in words]
    if max(widths) > columns:
        return None
    rows = _balanced(widths, columns)
    if len(rows) * LINES > lines:
        return None
    starts = accumulate(map(len, rows), initial=0)
    set_rows = (_line(words[start : start + len(row)]) for start, row in zip(starts, rows, strict=False))
    return tuple(line.center(columns) for row in set_rows for line in row)


def _width(word: str) -> int:
    """Pixels of a word, with one between two letters."""
    return sum(len(GLYPHS[letter][0]) + 1 for letter in word) - 1


def _balanced(widths: Sequence[int], columns: int) -> list[list[int]]:
    """Rows of words in as few rows as there can be, the widest of them as narrow as that allows."""
    rows = _rows(widths, columns)
    while columns > max(widths) and len(narrower := _rows(widths, columns - 1)) == len(rows):
        rows, columns = narrower, columns - 1
    return rows


def _rows(widths: Sequence[int], columns: int) -> list[list[int]]:
    rows: list[list[int]] = [[]]
    for width in widths:
        if rows[-1] and sum(rows[-1]) + (SPACE + 2) * len(rows[-1]) + width > columns:
            rows.append([])
        rows[-1].append(width)
    return rows


def _line(words: Sequence[str]) -> list[str]:
    """One line of large text, as lines of the terminal."""
    pixels = [_row_of(words, row) for row in range(ROWS)]
    return [
        "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(pixels[::2], pixels[1::2], strict=True)
    ]


def _row_of(words: Sequence[str], row: int) -> str:
    gap = "." * (SPACE + 2)
    return gap.join(".".join(GLYPHS[letter][row] for letter in word) for word in words)

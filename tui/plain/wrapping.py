"""Wraps lines between words, at the terminal's width or a given one."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

NARROWEST, WIDEST = 20, 400

Width = Callable[[], int | None]
"""Returns the columns for text; None for no wrapping."""


def wrapped(text: str, width: int | None) -> str:
    """The text with long lines broken between words; a word longer than a line stays whole."""
    return text if width is None else "\n".join(_broken(line, width) for line in text.split("\n"))


def width_of(asked: int | None) -> Width:
    """A function for the width: the given one, else the terminal's at that moment; None for a pipe."""
    return (lambda: asked) if asked else terminal_width


def terminal_width() -> int | None:
    """Columns of the terminal; None if standard output is not a terminal, or does not tell."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return None
    return columns if columns >= NARROWEST else None


def _broken(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    from textwrap import wrap  # noqa: PLC0415  # only if a line is too long

    end = line[len(line.rstrip()) :]
    start = line[: len(line) - len(line.lstrip())]
    lines = wrap(line, width, subsequent_indent=start, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines) + end

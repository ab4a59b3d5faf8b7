"""Lines that end between words, at the width of the terminal or one that was asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable

NARROWEST, WIDEST = 20, 400

Width = Callable[[], int | None]
"""Columns for text; None where nothing is broken."""


def wrapped(text: str, width: int | None) -> str:
    """The same text with longer lines broken between words; a word that is longer stays whole."""
    return text if width is None else "\n".join(_broken(line, width) for line in text.split("\n"))


def width_of(asked: int | None) -> Width:
    """The width that was asked for; without one the terminal's, as it is now; a pipe gets whole lines."""
    return (lambda: asked) if asked else terminal_width


def terminal_width() -> int | None:
    """Columns of the terminal; None where standard output is none, or does not say."""
    try:
        columns = os.get_terminal_size(sys.stdout.fileno()).columns
    except (AttributeError, OSError, ValueError):
        return None
    return columns if columns >= NARROWEST else None


def _broken(line: str, width: int) -> str:
    if len(line) <= width:
        return line
    from textwrap import wrap  # noqa: PLC0415  # only where a line is too long

    end = line[len(line.rstrip()) :]
    start = line[: len(line) - len(line.lstrip())]
    lines = wrap(line, width, subsequent_indent=start, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines) + end

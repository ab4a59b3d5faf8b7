"""The untimed pages as plain lines, for `ajar one`, `week`, `words`, `questions` and `reading`."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator
from textwrap import wrap

from tui.terminal.capabilities import say
from tui.words.extras.paragraphs import Passage

WIDEST = 72
"""Columns of a line; from the end of a longer one, the start of the next is hard to find."""

INDENT = "  "


def show(entries: Iterable[Passage]) -> None:
    """Print entries, wrapped where a person reads them in a terminal."""
    say(*lines(entries, _columns()))


def lines(entries: Iterable[Passage], columns: int | None) -> Iterator[str]:
    """The entries, separated by empty lines; wrapped only if `columns` is given."""
    for number, entry in enumerate(entries):
        if number:
            yield ""
        if entry.heading:
            yield from _wrapped(entry.heading, columns, "")
        for paragraph in entry.paragraphs:
            yield from _wrapped(paragraph, columns, INDENT if entry.heading else "")


def _wrapped(text: str, columns: int | None, indent: str) -> list[str]:
    if columns is None:
        return [indent + text]
    return wrap(text, columns, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _columns() -> int | None:
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    return min(WIDEST, max(20, shutil.get_terminal_size().columns - 1))

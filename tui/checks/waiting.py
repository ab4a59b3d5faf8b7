"""A bar for who waits: how far a long piece of work is, on a terminal's stderr and nowhere else."""

from __future__ import annotations

import os
import sys
from typing import Self

from sessions.clock import Clock, MachineClock

PATIENCE = 1.0
"""Seconds before the bar appears, and between two states of it."""
LONGEST_BAR = 40
SHORTEST_BAR = 8
"""Columns; where fewer are left, the words stand alone."""
DRAWN, TYPED = ("━", "─"), ("#", "-")
"""What is done and what is not; the second where the terminal knows only ASCII."""


class Waiting:
    """Says how many files have been read; nothing where nobody looks at it."""

    def __init__(self, total: int, clock: Clock | None = None) -> None:
        """The bar is drawn once `PATIENCE` has passed, and redrawn no sooner than that."""
        self._total = total
        self._clock = clock or MachineClock()
        self._next = self._clock.now() + PATIENCE
        self._read = 0
        self._drawn = False
        self._seen = (
            sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def one_more(self) -> None:
        """Count a file."""
        self._read += 1
        now = self._clock.now() if self._seen else 0.0
        if self._seen and now >= self._next:
            self._next = now + PATIENCE
            self._draw(state(self._read, self._total, _columns(), _signs()))

    def clear(self) -> None:
        """Take the bar away, so that something else can be printed."""
        if self._drawn:
            self._draw("")
            self._drawn = False

    def _draw(self, text: str) -> None:
        self._drawn = True  # before it is: Ctrl-C may come in between
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)


def state(read: int, total: int, columns: int, signs: tuple[str, str] = DRAWN) -> str:
    """A bar and the count in words; with few columns less of it, with none nothing.

    The last column stays free: some terminals begin a new line once it is taken.
    """
    words = next((text for text in _counts(read, total) if len(text) < columns), "")
    room = min(LONGEST_BAR, columns - len(words) - 2)
    if not words or room < SHORTEST_BAR:
        return words
    done, ahead = signs
    filled = room * read // total
    return f"{done * filled}{ahead * (room - filled)} {words}"


def _counts(read: int, total: int) -> tuple[str, ...]:
    return f"{read:,} of {total:,} files", f"{read:,} of {total:,}", f"{100 * read // total}%"


def _columns() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _signs() -> tuple[str, str]:
    try:
        "".join(DRAWN).encode(sys.stderr.encoding or "ascii")
    except UnicodeEncodeError:
        return TYPED
    return DRAWN

"""A typed line and its possible readings: in another keyboard layout, interrupted, with escape sequences."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Self

SHORTEST_WORD = 3
"""From this many letters on, both halves of an interrupted line are read as one word."""


class Line(str):  # noqa: SLOT000  # only one exists at a time
    """A line, and what had been typed of it before it was interrupted by output."""

    before: str

    def __new__(cls, text: str, before: str = "") -> Self:
        """`before` is still visible further up, but can no longer be edited."""
        line = super().__new__(cls, text)
        line.before = before
        return line


def clean(text: str) -> str:
    """A line without the escape sequences of arrow keys and the like."""
    if text.isprintable():
        return text
    if "\x1b" in text:
        text = _without_sequences(text)
    return "".join(sign for sign in text if sign.isprintable() or sign == "\t")


def readings(line: str, words: Container[str]) -> Iterator[str]:
    """The possible readings of a line, the likeliest first.

    As typed; joined with what had been typed before an interruption; and translated to the keys in the same
    places of a Latin keyboard. `words` are those the performer understands.
    """
    before = line.before if isinstance(line, Line) else ""
    together = _one(before + line)
    if before and (not line.strip() or (len(together) >= SHORTEST_WORD and together in words)):
        yield together
    yield _one(line) or line
    yield together
    from tui.terminal.keyboards import ON_Q, Keyboard  # noqa: PLC0415  # only for lines that are not understood as typed

    for language in ("", *ON_Q):
        yield _one(Keyboard(language).keys(line))
        yield _one(Keyboard(language).keys(before + line))


def _one(text: str) -> str:
    return " ".join(text.lower().split())


def _without_sequences(text: str) -> str:
    from tui.terminal.sequences import Sequences  # noqa: PLC0415  # only for lines with escape sequences

    places: dict[str, str] = {}
    sequences = Sequences(learn=places.__setitem__)
    typed = "".join(map(_typed, (*sequences.feed(text), *sequences.give_up())))
    return "".join(places.get(sign, sign) for sign in typed)


def _typed(piece: str) -> str:
    """The text that a key types: `q` for Ctrl-C, nothing for other keys that are not characters."""
    if not piece.startswith("\x1b"):
        return piece
    from tui.terminal.key_codes import read_key  # noqa: PLC0415  # same
    from tui.terminal.keyboards import Keyboard  # noqa: PLC0415  # same

    key = read_key(piece)
    if key is None or key.end != "u":
        return piece[1:] if len(piece) == len("\x1bx") else ""
    if key.types:
        return key.typed
    return "q" if Keyboard().key(key.typed) in ("c", "q") else ""

"""A typed line, and what it may say: on another board, broken by a prompt, with keys that are no letters."""

from __future__ import annotations

from collections.abc import Container, Iterator
from typing import Self

SHORTEST_WORD = 3
"""Letters from which a line that was broken is rather one word than two."""


class Line(str):  # noqa: SLOT000  # there is one at a time
    """A line, and what had been typed of it before something was written in between."""

    before: str

    def __new__(cls, text: str, before: str = "") -> Self:
        """`before` is still to be seen further up, but cannot be taken back there."""
        line = super().__new__(cls, text)
        line.before = before
        return line


def clean(text: str) -> str:
    """A line as it was meant: an arrow key or another that is no letter says nothing."""
    if text.isprintable():
        return text
    if "\x1b" in text:
        text = _without_sequences(text)
    return "".join(sign for sign in text if sign.isprintable() or sign == "\t")


def readings(line: str, words: Container[str]) -> Iterator[str]:
    """What a line may say, the likeliest first.

    As it was typed; together with what had been typed before a prompt came in between; and with the keys in
    the same place of a Latin board. `words` are those of the performer itself.
    """
    before = line.before if isinstance(line, Line) else ""
    together = _one(before + line)
    if before and (not line.strip() or (len(together) >= SHORTEST_WORD and together in words)):
        yield together
    yield _one(line) or line
    yield together
    from tui.terminal.keyboards import ON_Q, Keyboard  # noqa: PLC0415  # for what is not understood otherwise

    for language in ("", *ON_Q):
        yield _one(Keyboard(language).keys(line))
        yield _one(Keyboard(language).keys(before + line))


def _one(text: str) -> str:
    return " ".join(text.lower().split())


def _without_sequences(text: str) -> str:
    from tui.terminal.sequences import Sequences  # noqa: PLC0415  # for keys that are no letters

    places: dict[str, str] = {}
    sequences = Sequences(learn=places.__setitem__)
    typed = "".join(map(_typed, (*sequences.feed(text), *sequences.give_up())))
    return "".join(places.get(sign, sign) for sign in typed)


def _typed(piece: str) -> str:
    """What a key types in a line: nothing for one that types nothing, `q` for Ctrl-C."""
    if not piece.startswith("\x1b"):
        return piece
    from tui.terminal.key_codes import read_key  # noqa: PLC0415  # as above
    from tui.terminal.keyboards import Keyboard  # noqa: PLC0415  # same

    key = read_key(piece)
    if key is None or key.end != "u":
        return piece[1:] if len(piece) == len("\x1bx") else ""
    if key.types:
        return key.typed
    return "q" if Keyboard().key(key.typed) in ("c", "q") else ""

"""A pile of things: what is still to come of a session, and what has been."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")


class Pile(Generic[T]):
    """Things one on top of the other; a pile never changes.

    One more on top, or one taken from it, makes another pile that shares all the rest, so that a beat costs
    the same in a session of ten beats as in one of two thousand.
    """

    __slots__ = ("_count", "_top")

    def __init__(self) -> None:
        """Starts empty."""
        self._top: tuple[T, Pile[T]] | None = None
        self._count = 0

    def with_top(self, item: T) -> Pile[T]:
        """This pile with one thing more on it."""
        pile: Pile[T] = Pile()
        pile._top = (item, self)
        pile._count = self._count + 1
        return pile

    def taken(self) -> tuple[T, Pile[T]]:
        """What lies on top, and the pile below it.

        Raises:
            IndexError: the pile is empty.
        """
        if self._top is None:
            raise IndexError("an empty pile has no top")
        return self._top

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        """From the top down."""
        pile = self
        while pile._top is not None:
            item, pile = pile._top
            yield item

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Pile) and tuple(self) == tuple(other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Pile{tuple(self)}"


NOTHING: Final[Pile[Any]] = Pile()
"""The empty pile."""


def pile_of(items: Iterable[T], below: Pile[T] = NOTHING) -> Pile[T]:
    """A pile with the first of these items on top, and `below` under the last."""
    pile = below
    for item in reversed(tuple(items)):
        pile = pile.with_top(item)
    return pile

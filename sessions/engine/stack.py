"""An immutable stack, for the items of a session that are still to come and those that have been."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")


class Stack(Generic[T]):
    """An immutable linked list.

    Adding or taking the top gives another stack that shares all the rest, so that a beat costs the same in a
    session of ten beats as in one of two thousand.
    """

    __slots__ = ("_count", "_top")

    def __init__(self) -> None:
        """Starts empty."""
        self._top: tuple[T, Stack[T]] | None = None
        self._count = 0

    def with_top(self, item: T) -> Stack[T]:
        """This stack with one more item on top."""
        stack: Stack[T] = Stack()
        stack._top = (item, self)
        stack._count = self._count + 1
        return stack

    def taken(self) -> tuple[T, Stack[T]]:
        """The item on top, and the stack below it.

        Raises:
            IndexError: the stack is empty.
        """
        if self._top is None:
            raise IndexError("an empty stack has no top")
        return self._top

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T]:
        """From the top down."""
        stack = self
        while stack._top is not None:
            item, stack = stack._top
            yield item

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Stack) and tuple(self) == tuple(other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"Stack{tuple(self)}"


NOTHING: Final[Stack[Any]] = Stack()
"""The empty stack."""


def stack_of(items: Iterable[T], below: Stack[T] = NOTHING) -> Stack[T]:
    """A stack with the first of these items on top, and `below` under the last."""
    stack = below
    for item in reversed(tuple(items)):
        stack = stack.with_top(item)
    return stack

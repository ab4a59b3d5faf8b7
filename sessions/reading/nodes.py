"""The tree of a YAML file: texts, lists and maps, each with its place."""

from __future__ import annotations

from typing import NamedTuple, Protocol, TypeAlias

from sessions.faults import Span
from sessions.written import Mark


class Point(Protocol):
    """A place as the parser marks it, both counted from 0."""

    line: int
    column: int


class _Placed:
    """Where a node begins; lines and columns are counted from 1.

    The parser's own point is kept and converted when asked for; in a sound file few are.
    """

    __slots__ = ("start",)

    def __init__(self, start: Point) -> None:
        self.start = start

    @property
    def line(self) -> int:
        """The line of the first character."""
        return self.start.line + 1

    @property
    def column(self) -> int:
        """The column of the first character."""
        return self.start.column + 1

    @property
    def mark(self) -> Mark:
        """The first character."""
        return Mark(self.start.line + 1, self.start.column + 1)

    @property
    def span(self) -> Span:
        """What a fault points at."""
        return Span(self.line, self.column, self.line, self.column + 1)


class Scalar(_Placed):
    """A text, whatever it looks like: YAML's own types are never applied."""

    __slots__ = ("end", "plain", "text")

    def __init__(self, text: str, plain: bool, start: Point, end: Point) -> None:  # noqa: FBT001  # a fact of the file, not a mode
        """`plain` says that the text is written without quotes."""
        self.text = text
        self.plain = plain
        self.start = start
        self.end = end

    @property
    def end_line(self) -> int:
        """The line of the first character behind it."""
        return self.end.line + 1

    @property
    def end_column(self) -> int:
        """The column of the first character behind it."""
        return self.end.column + 1

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(self.line, self.column, self.end_line, self.end_column)


class Pair(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


class ListNode(_Placed):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, start: Point) -> None:
        """Starts empty."""
        super().__init__(start)
        self.items: list[Node] = []


class MapNode(_Placed):
    """Keys and values, in the order of the file."""

    __slots__ = ("entries", "lossy")

    def __init__(self, start: Point) -> None:
        """Starts empty."""
        super().__init__(start)
        self.entries: dict[str, Pair] = {}
        self.lossy = False
        """A key was refused; it may be the one that seems to be missing."""


class Broken(_Placed):
    """A node that has been reported already; nothing more is reported about it."""

    __slots__ = ()


Node: TypeAlias = Scalar | ListNode | MapNode | Broken

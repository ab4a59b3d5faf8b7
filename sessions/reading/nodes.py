"""The tree of a YAML file: texts, lists and maps, each with its place."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from sessions.faults import Span
from sessions.model import Mark


class _Placed:
    """Where a node begins and ends; lines and columns are counted from 1."""

    __slots__ = ("column", "end_column", "end_line", "line")

    line: int
    column: int
    end_line: int
    end_column: int

    def __init__(self, line: int, column: int, end_line: int, end_column: int) -> None:
        self.line = line
        self.column = column
        self.end_line = end_line
        self.end_column = end_column

    def move_to(self, line: int, column: int) -> None:
        """Stand at one point."""
        self.line = self.end_line = line
        self.column = self.end_column = column

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(self.line, self.column, self.end_line, self.end_column)

    @property
    def mark(self) -> Mark:
        """The first character."""
        return Mark(self.line, self.column)


class Scalar(_Placed):
    """A text, whatever it looks like: YAML's own types are never applied."""

    __slots__ = ("plain", "text")

    def __init__(self, text: str, plain: bool, place: tuple[int, int, int, int]) -> None:  # noqa: FBT001  # a fact of the file, not a mode
        """`plain` says that the text is written without quotes."""
        super().__init__(*place)
        self.text = text
        self.plain = plain


class Entry(NamedTuple):
    """A key and its value."""

    key: Scalar
    value: Node


class Sequence(_Placed):
    """A list."""

    __slots__ = ("items",)

    def __init__(self, place: tuple[int, int, int, int]) -> None:
        """Starts empty."""
        super().__init__(*place)
        self.items: list[Node] = []


class Mapping(_Placed):
    """Keys and values, in the order of the file."""

    __slots__ = ("entries", "lossy")

    def __init__(self, place: tuple[int, int, int, int]) -> None:
        """Starts empty."""
        super().__init__(*place)
        self.entries: dict[str, Entry] = {}
        self.lossy = False
        """A key was refused, so that another may only seem to be missing."""


class Broken(_Placed):
    """A node that has been reported already; nothing more is said about it."""

    __slots__ = ()


Node: TypeAlias = Scalar | Sequence | Mapping | Broken

"""Finds tables that only lay out a page, as mail programs write them; their words are plain text."""

from __future__ import annotations

from dataclasses import dataclass

from sessions.importing.markup import MarkupParser


def layout_tables(text: str) -> frozenset[int]:
    """The tables with another table in them, or at most one filled cell a row; numbered from 0."""
    if "<table" not in text.lower():
        return frozenset()
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return frozenset(number for number, table in enumerate(reader.tables) if table.is_layout)


@dataclass(slots=True)
class _Table:
    holds_another: bool = False
    most: int = 0
    """The most filled cells of a row."""
    filled: int = 0
    in_fresh_cell: bool = False

    @property
    def is_layout(self) -> bool:
        return self.holds_another or self.most < 2


class _Reader(MarkupParser):
    """Counts the filled cells of each row of each table."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Table] = []
        self._open: list[_Table] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # as given
        """Cells and rows begin; their end tags may be left out."""
        if tag == "table":
            for table in self._open[-1:]:
                table.holds_another = True
            self._open.append(_Table())
            self.tables.append(self._open[-1])
        elif self._open and tag == "tr":
            self._open[-1].filled = 0
        elif self._open and tag in ("td", "th"):
            self._open[-1].in_fresh_cell = True

    def handle_endtag(self, tag: str) -> None:
        """A table ends, and the one around it goes on."""
        if tag == "table" and self._open:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Words fill a cell once."""
        if self._open and data.strip() and self._open[-1].in_fresh_cell:
            table = self._open[-1]
            table.in_fresh_cell = False
            table.filled += 1
            table.most = max(table.most, table.filled)

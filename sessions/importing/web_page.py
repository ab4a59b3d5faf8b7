"""Reads HTML: the words of a page, without scripts, styles and other parts that nobody reads."""

from __future__ import annotations

from collections.abc import Collection
from itertools import count

from sessions.importing.layout_tables import layout_tables
from sessions.importing.ledger import Ledger, Thing
from sessions.importing.markup import MarkupParser
from sessions.importing.pages import Page
from sessions.importing.source import Source

_SKIPPED = frozenset({"script", "style", "nav", "form", "noscript", "svg", "template", "button", "iframe"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure"}
    | {"footer", "header", "hr", "main", "p", "pre", "section", "speak", "s", "li"}
)
_TABLES = frozenset({"table", "tr", "td", "th"})
_WITHOUT_END = frozenset({"br", "break", "img"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(text: str, ledger: Ledger) -> Source:
    """The words of a page, or of a text with speech markup."""
    reader = _Reader(ledger, layout_tables(text))
    reader.feed(text)
    reader.close()
    return reader.source()


class _Reader(MarkupParser):
    """Collects blocks; never stops at a fault."""

    def __init__(self, ledger: Ledger, layout: Collection[int]) -> None:
        super().__init__()
        self._ledger = ledger
        self._layout = layout
        self._tables = count()
        self._page = Page(ledger)
        self._pieces: list[str] = []
        """The words of the open block."""
        self._has_words = False
        self._begun = self._list_begun = self._table_begun = 0
        self._skipping: list[str] = []
        self._items: list[str] = []
        self._lists = 0
        self._rows: list[list[str]] | None = None
        self._is_title = False

    def source(self) -> Source:
        """The page, after the end of the file."""
        self._end_table()
        self._end()
        self._end_list()
        return self._page.source()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block ends where another begins."""
        line = self.getpos()[0]
        lays_out = tag == "table" and next(self._tables) in self._layout
        if self._skipping or tag in _SKIPPED:
            self._ledger.note(Thing.PROGRAM, line, not self._skipping)
            self._skipping += [tag] if tag in _SKIPPED and tag not in self._skipping else []
            return
        match tag:
            case "html":
                self._page.head("", dict(attrs).get("lang") or "")
            case "title":
                self._is_title = True
            case "br" | "break":
                self._add("\n" if tag == "br" else self.get_starttag_text() or "")
            case "img":
                self._ledger.note(Thing.PICTURE, line)
            case "ul" | "ol":
                self._begin_list(line)
            case "table" if not lays_out:
                self._begin_table(line)
            case "td" | "th" | "tr" if self._rows is not None:
                self._end_cell(self._rows)
                self._rows += [[]] if tag == "tr" else []
            case _ if tag in _BLOCKS or tag in _HEADINGS or tag in _TABLES:
                self._end()
            case _:
                pass

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """End an empty element at once."""
        if tag not in _SKIPPED:
            self.handle_starttag(tag, attrs)
            if tag not in _WITHOUT_END:
                self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        """Add a block when it ends."""
        if self._skipping:
            if tag in self._skipping:
                del self._skipping[self._skipping.index(tag) :]
        elif tag == "title":
            self._is_title = False
        elif tag in _HEADINGS:
            self._page.heading(self._taken(), _HEADINGS[tag], self._begun)
        elif tag in ("td", "th") and self._rows is not None:
            self._end_cell(self._rows)
        elif tag == "table" and self._rows is not None:
            self._end_table()
        elif tag in ("ul", "ol"):
            self._end()
            self._lists = max(0, self._lists - 1)
            if not self._lists:
                self._end_list()
        elif tag in _BLOCKS or tag in _TABLES:
            self._end()

    def handle_data(self, data: str) -> None:
        """Words; line ends of the source are spaces."""
        if self._is_title:
            self._page.head(data)
        elif not self._skipping:
            if not self._has_words:
                self._begun = self.getpos()[0]
            self._add(data.replace("\n", " "))

    def handle_comment(self, data: str) -> None:
        """Comments are left out."""
        self._ledger.note(Thing.COMMENT, self.getpos()[0], bool(data.strip()))

    def _add(self, piece: str) -> None:
        self._pieces.append(piece)
        self._has_words = self._has_words or bool(piece.strip())

    def _taken(self) -> str:
        """Take the words of the open block, so that the next can begin."""
        text, self._pieces, self._has_words = "".join(self._pieces), [], False
        return text

    def _begin_list(self, line: int) -> None:
        """Begin a list; one inside another adds to the other's items."""
        self._end()
        if not self._lists:
            self._list_begun = line
        self._lists += 1

    def _begin_table(self, line: int) -> None:
        self._end()
        self._table_begun, self._rows = line, []

    def _end_cell(self, rows: list[list[str]]) -> None:
        """End a cell; rows and cells may lack their end tags, and a caption is in neither."""
        text = " ".join(self._taken().split())
        if text:
            rows += [] if rows else [[]]
            rows[-1].append(text)

    def _end_table(self) -> None:
        if self._rows is not None:
            self._end_cell(self._rows)
            rows, self._rows = [row for row in self._rows if row], None
            if rows:
                self._page.table(rows, self._table_begun)

    def _end(self) -> None:
        if self._rows is not None:
            self._add(" ")
            return
        for paragraph in self._taken().split("\n\n"):
            lines = "\n".join(line.strip() for line in paragraph.split("\n")).strip()
            if lines and self._lists:
                self._items.append(lines)
            elif lines:
                self._page.paragraph(lines, self._begun)

    def _end_list(self) -> None:
        items, self._items = self._items, []
        if items:
            self._page.items(items, self._list_begun)

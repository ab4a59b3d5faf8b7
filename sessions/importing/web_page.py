"""HTML: the words of a page, without what a browser would not read out."""

from __future__ import annotations

from html.parser import HTMLParser

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.pages import Page
from sessions.importing.source import Source

_SKIPPED = frozenset(
    {"script", "style", "nav", "form", "noscript", "svg", "template", "button", "aside", "iframe"}
)
_BLOCKS = frozenset(
    {"address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"}
    | {"header", "hr", "main", "p", "pre", "section", "speak", "s", "li"}
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


def read_html(text: str, ledger: Ledger) -> Source:
    """The words of a page, or of a text with speech markup."""
    reader = _Reader(ledger)
    reader.feed(text)
    reader.close()
    return reader.source()


class _Reader(HTMLParser):
    """Collects blocks; never stops at a fault."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self._ledger = ledger
        self._page = Page(ledger)
        self._text = ""
        self._begun = self._list_begun = 0
        self._skipping: list[str] = []
        self._items: list[str] | None = None
        self._rows: list[list[str]] | None = None
        self._is_title = False

    def source(self) -> Source:
        """The page, read to its end."""
        self._end()
        self._end_list()
        return self._page.source()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block ends where another begins."""
        line = self.getpos()[0]
        if self._skipping or tag in _SKIPPED:
            self._skipping += [tag] if tag in _SKIPPED else []
            self._ledger.note(Thing.PROGRAM, line, len(self._skipping) == 1 and tag in _SKIPPED)
            return
        match tag:
            case "html":
                self._page.head("", dict(attrs).get("lang") or "")
            case "title":
                self._is_title = True
            case "br":
                self._text += "\n"
            case "break":
                self._text += self.get_starttag_text() or ""
            case "img":
                self._ledger.note(Thing.PICTURE, line)
            case "ul" | "ol" | "table" | "tr":
                self._begin_list(tag, line)
            case _ if tag in _BLOCKS or tag in _HEADINGS:
                self._end()
            case _:
                pass

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<br/>` and its kind hold nothing."""
        if tag not in _SKIPPED:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """What a block holds is known at its end."""
        if self._skipping:
            if tag in self._skipping:
                del self._skipping[self._skipping.index(tag) :]
        elif tag == "title":
            self._is_title = False
        elif tag in _HEADINGS:
            text, self._text = self._text, ""
            self._page.heading(text, _HEADINGS[tag], self._begun)
        elif tag in ("td", "th") and self._rows:
            self._rows[-1].append(" ".join(self._text.split()))
            self._text = ""
        elif tag == "table" and self._rows is not None:
            rows, self._rows, self._text = self._rows, None, ""
            self._page.table(rows, self._list_begun)
        elif tag in ("ul", "ol"):
            self._end()
            self._end_list()
        elif tag in _BLOCKS:
            self._end()

    def handle_data(self, data: str) -> None:
        """Words; line ends of the source are spaces."""
        if self._is_title:
            self._page.head(data)
        elif not self._skipping:
            if not self._text.strip():
                self._begun = self.getpos()[0]
            self._text += data.replace("\n", " ")

    def handle_comment(self, data: str) -> None:
        """Comments are left out."""
        self._ledger.note(Thing.COMMENT, self.getpos()[0], bool(data.strip()))

    def _begin_list(self, tag: str, line: int) -> None:
        if tag == "tr":
            if self._rows is not None:
                self._rows.append([])
            return
        self._end()
        self._list_begun = line
        if tag == "table":
            self._rows = []
        else:
            self._items = []

    def _end(self) -> None:
        if self._rows is not None:
            return
        paragraphs, self._text = self._text.split("\n\n"), ""
        for paragraph in paragraphs:
            lines = "\n".join(line.strip() for line in paragraph.split("\n")).strip()
            if lines and self._items is not None:
                self._items.append(lines)
            elif lines:
                self._page.paragraph(lines, self._begun)

    def _end_list(self) -> None:
        items, self._items = self._items, None
        if items:
            self._page.items(items, self._list_begun)

"""A parser of HTML and of XML like it, which never stops at a fault in the markup."""

from __future__ import annotations

from html.parser import HTMLParser


class MarkupParser(HTMLParser):
    """The parser of the standard library, without its assertions about what a file holds."""

    def feed(self, data: str) -> None:
        """Parse a whole file; no tag is searched for after its last `>`, since none can end there."""
        end = data.rfind(">") + 1
        super().feed(data[:end])
        super().feed(data[end:].replace("<", "&lt;"))

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002  # as it is there
        """Keep as text what begins like a marked section, such as `<![ `, and is none."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return -1

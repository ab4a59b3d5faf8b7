"""A parser of HTML and of XML like it, which never stops at a fault in the markup."""

from __future__ import annotations

from html.parser import HTMLParser


class MarkupParser(HTMLParser):
    """The parser of the standard library, without its assertions about what a file holds."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:  # noqa: FBT001, FBT002  # as it is there
        """What begins like a section, such as `<![ `, and is none stays as words."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return -1

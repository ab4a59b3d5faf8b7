"""Puts the blocks of a page on a time axis: headings, paragraphs, lists, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import Cleaner, Source
from sessions.importing.untimed import Untimed

_SECTIONS = {
    "arriving": "arriving arrival arrive opening beginning welcome settling introduction intro",
    "direct": "direct",
    "indirect": "indirect senses",
    "landing": "landing closing ending end outro returning",
}
_SECTION_OF = {name: section for section, names in _SECTIONS.items() for name in names.split()}
BULLET = re.compile(r"\s*(?:[•◦▪▫●○■□‣·☐☑☒✓✔➤►]|\(?\d{1,2}[.)](?=\s\s|\t)|[-–—*](?=\t))\s*(?=\S)")
"""The start of a list item as word processors and note apps export it: a mark, and often a tab."""
SHORT_ITEM_WORDS = 4
"""The most words of a list item that is joined with its neighbours to one sentence."""
_ENDS = (".", "?", "!", "…", "。", "？", "！", ":", ")", "”", '"')  # noqa: RUF001


def names_section(text: str) -> bool:
    """Whether a line is nothing but the name of a section, with a colon or in capitals."""
    bare = text.strip()
    return (bare.endswith(":") or bare.isupper()) and bare.lower().strip(" :.") in _SECTION_OF


def section_named(heading: str) -> str:
    """The section of a session that a heading names; empty if it names none."""
    words = heading.lower().strip(" .:").removeprefix("the ").removesuffix(" track").split()
    return _SECTION_OF.get(words[0], "") if words and len(words) <= 2 else ""


class Page:
    """Takes the blocks of a page, from its top."""

    def __init__(self, ledger: Ledger, *markup: re.Pattern[str]) -> None:
        """`markup`: patterns of what is not text."""
        self.told = Untimed(ledger, Cleaner(ledger, *markup))
        self._ledger = ledger

    def head(self, title: str, language: str = "") -> None:
        """Set title and language; the first title stays."""
        clean = self.told.cleaner.text(title)
        self.told.title = self.told.title or clean
        self.told.language = self.told.language or language.strip()

    def heading(self, text: str, level: int, line: int) -> None:
        """Add a heading: it names a section of a session, is the title, or becomes a remark in the draft."""
        clean = self.told.cleaner.text(text, line)
        section = section_named(clean)
        if not section and (not self.told.title or clean == self.told.title) and level == 1:
            self.head(clean)
            return
        self.told.section = section
        if not section:
            self.told.remark(clean)

    def paragraph(self, text: str, line: int) -> None:
        """Add words, and the pause for the empty line after them."""
        self.told.say(BULLET.sub("", text, count=1) if BULLET.match(text) else text, line)
        self.told.empty_line()

    def items(self, items: Sequence[str], line: int) -> None:
        """Add a list: short items as one sentence, longer ones one after the other."""
        short = all(len(item.split()) <= SHORT_ITEM_WORDS and not item.endswith(_ENDS) for item in items)
        if short and len(items) > 1:
            self._ledger.note(Thing.LIST, line)
            first, *others = items
            self.told.say(", ".join([_capital(first), *map(_small, others)]) + ".", line)
        else:
            for item in items:
                self.told.say(item, line)
        self.told.empty_line()

    def table(self, rows: Sequence[Sequence[str]], line: int) -> None:
        """Add a table as a remark, since only its author knows how to say it."""
        self._ledger.note(Thing.TABLE, line)
        self.told.remark("todo: say this table in sentences: " + " / ".join(" | ".join(row) for row in rows))

    def source(self) -> Source:
        """The page on a time axis."""
        return self.told.source()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text

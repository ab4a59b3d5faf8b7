"""What pages are made of, laid out as words in time: headings, paragraphs, lists, tables."""

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
"""As a word processor or a note app writes the items of a list into text: a mark, and often a tab."""
SHORT_ITEM_WORDS = 4
"""The most words of an item that makes one sentence with its neighbours."""
_ENDS = (".", "?", "!", "…", "。", "？", "！", ":", ")", "”", '"')  # noqa: RUF001


def names_section(text: str) -> bool:
    """Whether a line is nothing but the name of a section, with a colon or in capitals."""
    bare = text.strip()
    return (bare.endswith(":") or bare.isupper()) and bare.lower().strip(" :.") in _SECTION_OF


def section_named(heading: str) -> str:
    """The section of a session that a heading names; empty where it names none."""
    words = heading.lower().strip(" .:").removeprefix("the ").removesuffix(" track").split()
    return _SECTION_OF.get(words[0], "") if words and len(words) <= 2 else ""


class Page:
    """Takes the blocks of a page, from its top."""

    def __init__(self, ledger: Ledger, *markup: re.Pattern[str]) -> None:
        """Nothing so far; what matches `markup` is no text."""
        self.told = Untimed(ledger, Cleaner(ledger, *markup))
        self._ledger = ledger

    def head(self, title: str, language: str = "") -> None:
        """What the page says of itself; the first title stays."""
        clean = self.told.cleaner.text(title)
        self.told.title = self.told.title or clean
        self.told.language = self.told.language or language.strip()

    def heading(self, text: str, level: int, line: int) -> None:
        """The name of a section of a session, the title, or a remark in the draft."""
        clean = self.told.cleaner.text(text, line)
        section = section_named(clean)
        if not section and (not self.told.title or clean == self.told.title) and level == 1:
            self.head(clean)
            return
        self.told.section = section
        if not section:
            self.told.remark(clean)

    def paragraph(self, text: str, line: int) -> None:
        """Words, and the pause that an empty line stands for after them."""
        self.told.say(BULLET.sub("", text, count=1) if BULLET.match(text) else text, line)
        self.told.empty_line()

    def items(self, items: Sequence[str], line: int) -> None:
        """A list: short items as one sentence, longer ones one after the other."""
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
        """A table becomes a remark: only an author knows how it sounds."""
        self._ledger.note(Thing.TABLE, line)
        self.told.remark("todo: say this table in sentences: " + " / ".join(" | ".join(row) for row in rows))

    def source(self) -> Source:
        """The page on a time axis."""
        return self.told.source()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _small(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text

"""Reads Markdown: emphasis becomes plain text, headings sections or remarks, lists sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.links import Labels, gives_address, labels_in, without_links
from sessions.importing.pages import Page
from sessions.importing.pauses import pause_in
from sessions.importing.plain import without_emphasis
from sessions.importing.source import Source
from sessions.importing.tags import without_tags

HEADING = re.compile(r" {0,3}(#{1,6})\s+(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)\s*")
_RULE = re.compile(r" {0,3}([-*_])(?:\s*\1){2,}\s*")
_ITEM = re.compile(r"\s*(?:[-*+•]|\d{1,3}[.)])\s+(.*)")
_FENCE = re.compile(r"\s*(?:```|~~~).*")
_FOOTNOTE = re.compile(r"\s*\[\^[^\]]{1,40}\]:.*")
_DIVIDER = re.compile(r"\|?:?-+:?(?:\|:?-+:?)*\|?")
"""A line below the head of a table, its spaces removed."""
_FRONT_KEY = re.compile(r"(title|lang|language)\s*:\s*(.*)", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_VAULT_COMMENT = re.compile(r"%%[^%\n]+%%")
_TASK = re.compile(r"\[[ xX]\] +")
_CALLOUT = re.compile(r"\[![\w-]{1,20}\][+-]? ?")
_INLINE: tuple[tuple[re.Pattern[str], str, Thing | None], ...] = (
    (re.compile(r"!\[([^\[\]]*)\]\([^()]*\)|!\[[^\[\]]*\]\[[^\[\]]*\]|!\[\[[^\[\]]*\]\]"), "", Thing.PICTURE),
    (re.compile(r"\[\[(?!slnc \d)(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]"), r"\1", None),
    (re.compile(r"\[\^[^\]]{1,40}\]"), "", None),
    (re.compile(r"<(?:https?://|mailto:)[^<>\s]*>"), "", Thing.ADDRESS),
    (re.compile(r"(?<!`)(`{1,8})(?!`)([^`]+)\1"), r"\2", None),
    (re.compile(r"~~(.{1,400}?)~~"), r"\1", None),
    (re.compile(r"==(?=\S)(.{1,400}?)(?<=\S)=="), r"\1", None),
    (re.compile(r"\{[.#:][\w-][^{}]{0,60}\}|(?<=\s)\^[\w-]{1,40}$"), "", None),
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def looks_like_markdown(text: str) -> bool:
    """Whether a text has front matter or headings."""
    return _front(text.split("\n")) > 0 or any(HEADING.fullmatch(line) for line in text.split("\n"))


def read_markdown(text: str, ledger: Ledger) -> Source:
    """A page of Markdown."""
    lines = without_comments(text, ledger).split("\n")
    page = Page(ledger)
    begin, title, language = front_matter(lines)
    ledger.note(Thing.HEAD, 1, begin)
    page.head(title, language)
    _Blocks(page, ledger, labels_in(lines)).read(lines, begin)
    return page.source()


def without_comments(text: str, ledger: Ledger) -> str:
    """A text without its comments; the lines keep their numbers.

    The text after the last `-->` is not searched, since no comment can end there.
    """
    closed = text.rfind("-->") + len("-->")
    return _blanked(_VAULT_COMMENT, _blanked(_COMMENT, text[:closed], ledger) + text[closed:], ledger)


def _blanked(comment: re.Pattern[str], text: str, ledger: Ledger) -> str:
    """A text without comments but with their line ends, so that the lines keep their numbers."""
    kept, at, line = [], 0, 1
    for match in comment.finditer(text):
        line += text.count("\n", at, match.start())
        ledger.note(Thing.COMMENT, line)
        breaks = match.group().count("\n")
        kept += [text[at : match.start()], "\n" * breaks]
        at, line = match.end(), line + breaks
    return "".join(kept) + text[at:]


def heading_text(match: re.Match[str]) -> str:
    """The text of a heading found by `HEADING`, without closing marks."""
    return match[2].rstrip().rstrip("#").rstrip()


def front_matter(lines: list[str]) -> tuple[int, str, str]:
    """The number of lines of front matter, and the title and language in them."""
    begin, found = _front(lines), {"t": "", "l": ""}
    for line in lines[:begin]:
        if match := _FRONT_KEY.fullmatch(line.strip()):
            name = match[1][0].lower()
            found[name] = found[name] or match[2].strip().strip("\"'")
    return begin, found["t"], found["l"]


def _front(lines: list[str]) -> int:
    """How many lines of front matter there are."""
    if lines[0].strip() not in ("---", "+++"):
        return 0
    return next((at + 1 for at, line in enumerate(lines[1:200], 1) if line.strip() == lines[0].strip()), 0)


class _Blocks:
    """Finds the blocks among lines."""

    def __init__(self, page: Page, ledger: Ledger, labels: Labels) -> None:
        self._page = page
        self._ledger = ledger
        self._labels = labels
        self._held: list[list[str]] = []
        """The paragraphs, items or rows read so far, each in pieces."""
        self._kind = ""
        self._begun = 0

    def read(self, lines: list[str], begin: int) -> None:
        """Read all lines from `begin` on."""
        for number, line in enumerate((*lines[begin:], ""), begin + 1):
            quoted = line.startswith(">")
            self._take(_CALLOUT.sub("", line.lstrip("> "), count=1) if quoted else line, number)
        self._end()

    def _take(self, line: str, number: int) -> None:
        if not line.strip():
            self._blank()
        elif (pause := pause_in(line)) is not None:
            self._end()
            self._page.told.pause(pause, number)
        elif match := HEADING.fullmatch(line):
            self._end()
            self._page.heading(self._inline(heading_text(match), number), len(match[1]), number)
        elif self._kind == "text" and len(self._held) == 1 and (match := _UNDERLINE.fullmatch(line)):
            ((text,),), self._held, self._kind = self._held, [], ""
            self._page.heading(text, 1 if "=" in match[1] else 2, self._begun)
        elif _RULE.fullmatch(line) or _FENCE.fullmatch(line):
            self._end()
        else:
            self._take_block(line, number)

    def _take_block(self, line: str, number: int) -> None:
        if _FOOTNOTE.fullmatch(line):
            self._end()
            self._ledger.note(Thing.FOOTNOTE, number)
            self._kind = "footnote"
        elif self._kind == "footnote" and line.startswith(" "):
            pass  # it goes on
        elif gives_address(line, self._labels):
            self._ledger.note(Thing.ADDRESS, number)
        elif self._is_divider(line):
            self._kind = "table"
        elif line.lstrip().startswith("|") or (self._kind == "table" and "|" in line):
            self._hold("table", line, number)
        elif match := _ITEM.fullmatch(line):
            self._hold("list", self._inline(_TASK.sub("", match[1], count=1), number), number)
        elif self._kind == "list" and line.startswith(" "):
            self._held[-1].append(self._inline(line.strip(), number))
        else:
            self._hold("text", self._inline(line, number), number)

    def _is_divider(self, line: str) -> bool:
        """Whether a line is the divider below the head of a table without `|` at its left edge."""
        if self._kind != "text" or len(self._held) != 1 or "|" not in self._held[0][0]:
            return False
        return "|" in line and _divides(line)

    def _hold(self, kind: str, text: str, number: int) -> None:
        if kind != self._kind:
            self._end()
            self._kind, self._begun = kind, number
        self._held.append([text])

    def _blank(self) -> None:
        if not self._held:
            return
        self._end()

    def _end(self) -> None:
        held, kind = [" ".join(pieces) for pieces in self._held], self._kind
        self._held, self._kind = [], ""
        if kind == "text":
            self._page.paragraph("\n".join(held), self._begun)
        elif kind == "list":
            self._page.items(held, self._begun)
        elif kind == "table":
            self._page.table(list(_rows(held)), self._begun)

    def _inline(self, text: str, number: int) -> str:
        return inline(text, number, self._ledger, self._labels)


def inline(text: str, number: int, ledger: Ledger, labels: Labels) -> str:
    """The words of a line, without links, pictures, code and emphasis."""
    text, addresses = without_links(text, labels.given)
    ledger.note(Thing.ADDRESS, number, addresses)
    for pattern, instead, thing in _INLINE:
        text, count = pattern.subn(instead, text)
        if thing:
            ledger.note(thing, number, count)
    text = without_tags(text, ledger, number)
    return _ESCAPED.sub(r"\1", without_emphasis(text.rstrip().removesuffix("\\")))


def _rows(lines: list[str]) -> Iterator[list[str]]:
    for line in lines:
        if not _divides(line):
            yield [cell.strip() for cell in line.strip().strip("|").split("|")]


def _divides(line: str) -> bool:
    return _DIVIDER.fullmatch("".join(line.split())) is not None

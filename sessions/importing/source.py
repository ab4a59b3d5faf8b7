"""The content of an imported file: passages of text on a time axis."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import count

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.notes import without_notes
from sessions.importing.pauses import split_at_pauses
from sessions.importing.tags import without_tags
from sessions.unsafe import find_unsafe
from sessions.written import Bell, Tone


class UnusableError(Exception):
    """No draft can be made of the file; the message is one sentence, safe to print."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text from one time to another, in seconds from the start of the file."""

    start: float
    end: float
    text: str = ""
    """On one line, without markup, safe to print; empty if the file shows nothing at this time."""
    bells: tuple[Bell, ...] = ()
    """The bells that ring as it begins."""
    line: int = 0
    """The line where it begins in the file, counted from 1; 0 if it is not known."""
    remarks: tuple[str, ...] = ()
    """Comments for the draft before it: a heading, a table."""
    section: str = ""
    """The section that a heading above it names; empty if none does."""


@dataclass(frozen=True, slots=True)
class Source:
    """The content of a file."""

    passages: tuple[Passage, ...]
    """In the order of their starts."""
    title: str = ""
    length: float = 0.0
    """Seconds; 0.0 if the file does not say how long it is."""
    language: str = ""
    """A tag such as `en`; empty if the file names none."""
    timed: bool = True
    """The times come from the file; otherwise they are made from reading times and pauses."""


_BELL = re.compile(r"\[bell(?: · (?P<tone>bowl|chime|wood))?(?: × (?P<strikes>[1-9]|1[0-2]))?\]")
_CHECK_POINT = re.compile(r"\[check-point: [^\[\]]*\]")
_DASH = re.compile(r"^-(?![-\d])\s*")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")


class Cleaner:
    """Turns lines of a file into plain text, and counts in a ledger what was dropped."""

    def __init__(
        self, ledger: Ledger, *markup: re.Pattern[str], entities: bool = False, tags: bool = False
    ) -> None:
        """Drop what matches `markup`, and tags with `tags`; resolve `&amp;` and the like with `entities`."""
        self.ledger = ledger
        self._markup = markup
        self._entities = entities
        self._tags = tags

    def unheard(self) -> Cleaner:
        """The same, but without counting."""
        return Cleaner(Ledger(), *self._markup, entities=self._entities, tags=self._tags)

    def passage(
        self, start: float, end: float, lines: list[str], line: int = 0, *, spoken: bool = False
    ) -> Passage:
        """A passage of these lines; bells and check-points are recognised as `ajar export` writes them.

        Notes of a speech recogniser are dropped, and a written pause becomes stillness. With `spoken`, a dash
        before a line only means that another person speaks.
        """
        bells: list[Bell] = []
        kept: list[str] = []
        for each in lines:
            stripped = each.strip()
            if match := _BELL.fullmatch(stripped):
                bells.append(Bell(Tone(match["tone"] or "bowl"), int(match["strikes"] or 1)))
            elif not _CHECK_POINT.fullmatch(stripped):
                kept.append(stripped)
        if spoken:
            whole = " ".join(_DASH.sub("", self.text(each, line)) for each in kept).strip()
        else:
            whole = self.text("\n".join(kept), line)
        text = without_notes(whole, self.ledger, line)
        said = " ".join(part for part in split_at_pauses(text) if isinstance(part, str))
        return Passage(start, max(start, end), said, tuple(bells), line)

    def text(self, written: str, line: int = 0) -> str:
        """The text on one line, without markup and without characters that a session may not hold."""
        if self._tags:
            written = without_tags(written, self.ledger, line)
        for markup in self._markup:
            written = markup.sub("", written)
        if self._entities:
            written = _ENTITY.sub(lambda match: html.unescape(match.group()), written)
        clean, removed = without_unsafe(written)
        self.ledger.note(Thing.UNSAFE, line, removed)
        return clean


def without_unsafe(text: str) -> tuple[str, int]:
    """The text on one line without refused characters, and how many there were."""
    removed = 0
    for _ in count():
        text = " ".join(text.split())
        found = list(find_unsafe(text))
        if not found:
            break
        removed += sum(each.end - each.start for each in found)
        ends = [0, *(each.end for each in found)]
        starts = [*(each.start for each in found), len(text)]
        text = "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
    return text, removed

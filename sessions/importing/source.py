"""What an imported file comes down to: passages of text on a time axis, and what was lost on the way."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from itertools import count

from sessions.unsafe import find_unsafe
from sessions.written import Bell, Tone


class UnusableError(Exception):
    """No draft can be made of the file; the message is one sentence, safe to print."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is there from one moment to another; seconds from the start of the file."""

    start: float
    end: float
    text: str = ""
    """On one line, without markup, safe to print; empty where a file says that nothing is shown."""
    bells: tuple[Bell, ...] = ()
    """What rings as it begins."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file, read."""

    passages: tuple[Passage, ...]
    """In the order of their starts."""
    title: str = ""
    length: float = 0.0
    """Seconds, where the file says how long it is."""
    unsafe: int = 0
    """How many characters were taken out because no session may hold them."""


_BELL = re.compile(r"\[bell(?: · (?P<tone>bowl|chime|wood))?(?: × (?P<strikes>[1-9]|1[0-2]))?\]")
_CHECK_POINT = re.compile(r"\[check-point: [^\[\]]*\]")
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});")


class Cleaner:
    """Makes plain lines of written ones, and counts what had to go.

    Attributes:
        unsafe: characters taken out because no session may hold them.
    """

    def __init__(self, *markup: re.Pattern[str], entities: bool = False) -> None:
        """Without what matches `markup`; with `entities`, `&amp;` and its kind are written out."""
        self._markup = markup
        self._entities = entities
        self.unsafe = 0

    def passage(self, start: float, end: float, lines: list[str]) -> Passage:
        """A passage of these lines; bells and check-points as `ajar export` writes them are known."""
        bells: list[Bell] = []
        kept: list[str] = []
        for line in lines:
            stripped = line.strip()
            if match := _BELL.fullmatch(stripped):
                bells.append(Bell(Tone(match["tone"] or "bowl"), int(match["strikes"] or 1)))
            elif not _CHECK_POINT.fullmatch(stripped):
                kept.append(stripped)
        return Passage(start, max(start, end), self.text("\n".join(kept)), tuple(bells))

    def text(self, written: str) -> str:
        """On one line, without markup and without what a session may not hold."""
        for markup in self._markup:
            written = markup.sub("", written)
        if self._entities:
            written = _ENTITY.sub(lambda match: html.unescape(match.group()), written)
        clean, removed = without_unsafe(written)
        self.unsafe += removed
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

"""Reads timed text in XML: TTML and DFXP, and the two formats of a video site's captions."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.markup import MarkupParser
from sessions.importing.source import Cleaner, Source
from sessions.importing.subtitles import Cue, source_of

_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2}(?:\.\d{1,6})?)(?::(\d{1,3}))?")
_OFFSET = re.compile(r"(\d{1,9}(?:\.\d{1,6})?)(h|ms|m|s|f|t)?")
_FRAMES_A_SECOND = 30.0


def read_ttml(text: str, ledger: Ledger) -> Source:
    """The paragraphs of a file, each with its times.

    Raises:
        UnusableError: there is no paragraph with a time in it.
    """
    reader = _Reader(ledger)
    reader.feed(text)
    reader.close()
    cleaner = Cleaner(
        ledger, entities=True
    )  # the text may be escaped twice; what then looks like a tag is text
    source = source_of(reader.all_cues(), cleaner, reader.language)
    return Source(source.passages, cleaner.text(reader.title), language=source.language)


class _Reader(MarkupParser):
    """Collects paragraphs; an HTML parser loads no external entities and never stops at a fault."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self.cues: list[Cue] = []
        self.language = ""
        self._title: list[str] = []
        self._words: list[str] = []
        """The words of the open paragraph, in pieces."""
        self._ledger = ledger
        self._rates = {"f": _FRAMES_A_SECOND, "t": 1.0}
        self._starts: list[float] = []
        """Start times of the enclosing elements (body, div), from which times inside them count."""
        self._open: Cue | None = None
        self._guessed = False
        """The time of the open paragraph is a guess."""
        self._spans_tell = False
        """The paragraph has no time of its own, but spans in it may have one."""
        self._in_title = self._in_head = False

    def all_cues(self) -> list[Cue]:
        """All paragraphs, after the end of the file."""
        self._end()
        return self.cues

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A paragraph begins at its time; a line break is a space."""
        values = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        match tag.rpartition(":")[2]:
            case "tt":
                self.language = values.get("lang", "")
                self._rates["f"] = float(_number(values.get("framerate", ""))) or _FRAMES_A_SECOND
                self._rates["t"] = float(_number(values.get("tickrate", ""))) or 1.0
            case "body" | "div":
                self._starts.append(self._around + (self._seconds(values.get("begin", "")) or 0.0))
            case "p" | "text":
                self._begin(values)
                self._spans_tell = self._guessed
            case "span" if self._spans_tell and values.get("begin"):
                self._begin(values)
            case "br":
                self.handle_data("\n")
            case "title" | "head" as name:
                self._in_title, self._in_head = name == "title", self._in_head or name == "head"
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        """A paragraph ends."""
        name = tag.rpartition(":")[2]
        if name in {"p", "text"}:
            self._end()
            self._spans_tell = False
        elif name in {"body", "div"}:
            del self._starts[-1:]
        elif name == "head":
            self._in_head = False
        self._in_title = False

    def handle_data(self, data: str) -> None:
        """Words belong to the paragraph that is open."""
        if self._in_title:
            self._title.append(data)
        elif self._open is not None:
            self._words.append(data.replace("\n", " "))
        elif data.strip():
            self._ledger.note(Thing.HEAD if self._in_head else Thing.NO_CUE, self.getpos()[0])

    def handle_comment(self, data: str) -> None:
        """Comments are left out."""
        self._ledger.note(Thing.COMMENT, self.getpos()[0], bool(data.strip()))

    @property
    def title(self) -> str:
        """The title in the file."""
        return "".join(self._title)

    @property
    def _around(self) -> float:
        return self._starts[-1] if self._starts else 0.0

    def _begin(self, values: dict[str, str]) -> None:
        start = self._seconds(values.get("begin") or values.get("start") or values.get("t") or "")
        length = self._seconds(values.get("dur") or values.get("d") or "") or 0.0
        end = self._seconds(values.get("end") or "")
        if "t" in values and start is not None:
            start, length = start / 1000, length / 1000
        before = self.cues[-1].end if self.cues else self._around
        begin = before if start is None else self._around + start
        self._shown(begin, begin + length if end is None else self._around + end, guessed=start is None)

    def _shown(self, start: float, end: float, *, guessed: bool) -> None:
        self._end()
        self._open, self._guessed = Cue(start, max(start, end), self.getpos()[0]), guessed

    def _end(self) -> None:
        if self._open is not None:
            self._open.lines, self._words = ["".join(self._words)], []
            words = self._open.lines[0].strip()
            self._ledger.note(Thing.TIME, self._open.line, bool(words) and self._guessed)
            self.cues += [self._open] if words or not self._guessed else []
        self._open = None

    def _seconds(self, written: str) -> float | None:
        if match := _CLOCK.fullmatch(written.strip()):
            hours, minutes, seconds, frames = match.groups()
            whole = int(hours or 0) * 3600 + int(minutes) * 60 + float(seconds)
            return whole + int(frames or 0) / self._rates["f"]
        if match := _OFFSET.fullmatch(written.strip()):
            value, unit = float(match[1]), match[2] or "s"
            return value * {"h": 3600, "m": 60, "s": 1, "ms": 0.001}.get(unit, 1 / self._rates.get(unit, 1.0))
        return None


def _number(written: str) -> str:
    return written if re.fullmatch(r"\d{1,9}", written) else "0"

"""Timed text in XML: TTML and DFXP, and the two forms in which a video site hands out its captions."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sessions.importing.ledger import Ledger, Thing
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
    source = source_of(reader.cues, Cleaner(ledger), reader.language)
    return Source(source.passages, " ".join(reader.title.split()), language=source.language)


class _Reader(HTMLParser):
    """Collects paragraphs; an HTML parser reads no entities from elsewhere, and never stops at a fault."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__()
        self.cues: list[Cue] = []
        self.language = self.title = ""
        self._ledger = ledger
        self._rates = {"f": _FRAMES_A_SECOND, "t": 1.0}
        self._open: Cue | None = None
        self._in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A paragraph begins at its time; a line break is a space."""
        values = {name.rpartition(":")[2]: value or "" for name, value in attrs}
        match tag.rpartition(":")[2]:
            case "tt":
                self.language = values.get("lang", "")
                self._rates["f"] = float(_number(values.get("framerate", ""))) or _FRAMES_A_SECOND
                self._rates["t"] = float(_number(values.get("tickrate", ""))) or 1.0
            case "p" | "text":
                self._begin(values)
            case "br":
                self.handle_data("\n")
            case "title":
                self._in_title = True
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        """A paragraph ends."""
        if tag.rpartition(":")[2] in {"p", "text"}:
            self._open = None
        self._in_title = False

    def handle_data(self, data: str) -> None:
        """Words belong to the paragraph that is open."""
        if self._in_title:
            self.title += data
        elif self._open is not None:
            self._open.lines[-1] += data.replace("\n", " ")

    def _begin(self, values: dict[str, str]) -> None:
        line = self.getpos()[0]
        in_thousandths = "t" in values
        start = self._seconds(values.get("begin") or values.get("start") or values.get("t") or "")
        length = self._seconds(values.get("dur") or values.get("d") or "")
        end = self._seconds(values.get("end") or "")
        if start is None:
            self._ledger.note(Thing.TIME, line)
            start = self.cues[-1].end if self.cues else 0.0
        if in_thousandths:
            start, length = start / 1000, (length or 0.0) / 1000
        end = end if end is not None else start + (length or 0.0)
        self._open = Cue(start, max(start, end), line, [""])
        self.cues.append(self._open)

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

"""A draft of a session file from something that was written for another program."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from sessions.authoring.names import near_name, title_of
from sessions.check import check_text
from sessions.durations import written
from sessions.faults import WHOLE_FILE, Faults
from sessions.importing.beats import beats_of
from sessions.importing.division import divide
from sessions.importing.lyrics import STAMP, read_lrc
from sessions.importing.page import page_lines
from sessions.importing.plain import read_plain
from sessions.importing.source import Source, UnusableError
from sessions.importing.subtitles import TIMING, read_srt, read_vtt
from sessions.reading.fields import MOST_SECONDS
from sessions.reading.files import decode
from sessions.written import Track

MOST_TITLE = 60
UNTITLED = "An imported session"


@dataclass(frozen=True, slots=True)
class ImportedDraft:
    """A session file in words, and what is not as it was in the source."""

    text: str
    notes: tuple[str, ...]
    """A line each, safe to print."""


def draft_of(content: bytes, name: str, track: Track = Track.DIRECT) -> ImportedDraft:
    """A draft that passes the checker without an error.

    Args:
        content: the bytes of a SubRip, WebVTT, LRC or plain text file.
        name: the name of the file; its ending may tell the format, and it makes the title.
        track: where the lines between arriving and landing go. On the direct track, nobody who is closing
            meets them until the author has looked at them.

    Raises:
        UnusableError: no draft can be made of it.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _OTHERS:
        raise UnusableError(_OTHERS[ending])
    source = _read(_decoded(content), ending)
    if not any(passage.text for passage in source.passages):
        raise UnusableError("there are no words in it")
    _look_at_length(max(source.length, *(passage.end for passage in source.passages)))
    found = beats_of(source)
    division = divide(found.beats)
    _look_at_length(division.seconds)
    text = "".join(f"{line}\n" for line in page_lines(division, _title(source, name), name, track))
    errors = check_text(text).errors
    if errors:
        raise UnusableError(f"no sound draft came of it: {errors[0].message}")
    return ImportedDraft(text, tuple(_notes(source, found.added, division.seconds - found.seconds)))


def _decoded(content: bytes) -> str:
    faults = Faults("", [])
    text = decode(content, faults)
    if text is None:
        (fault,) = faults.in_order()
        where = "" if fault.span == WHOLE_FILE else f"line {fault.span.line}: "
        raise UnusableError(f"{where}{fault.message}; {fault.help}")
    return text


_READERS: Mapping[str, Callable[[str], Source]] = {
    ".srt": read_srt,
    ".vtt": read_vtt,
    ".lrc": read_lrc,
}


_OTHERS: Mapping[str, str] = {
    **dict.fromkeys((".yaml", ".yml"), "this looks like a session already; `ajar check` reads it"),
    **dict.fromkeys(
        (".ass", ".ssa", ".sbv", ".ttml"), "subtitles of this kind are not read; save them as .srt first"
    ),
    **dict.fromkeys(
        (".html", ".pdf", ".docx", ".odt", ".rtf"), "this is a page, not text; save its words as .txt first"
    ),
}
"""What is likely to be tried, and what to do instead."""


def _read(text: str, ending: str) -> Source:
    return _READERS.get(ending, _reader_for(text))(text)


def _reader_for(text: str) -> Callable[[str], Source]:
    """By what stands in the file."""
    if re.match(r"WEBVTT(?:\s|$)", text):
        return read_vtt
    lines = [line for line in text.split("\n") if line.strip()]
    if any(TIMING.fullmatch(line) for line in lines):
        return read_srt
    stamped = sum(1 for line in lines if STAMP.match(line))
    return read_lrc if stamped * 2 > len(lines) else read_plain


def _look_at_length(seconds: float) -> None:
    if seconds > MOST_SECONDS:
        lasts, most = written(seconds), written(MOST_SECONDS)
        raise UnusableError(f"it lasts {lasts}, and a session at most {most}; cut it into shorter files")


def _title(source: Source, name: str) -> str:
    title = source.title or title_of(near_name(PurePath(name).name.partition(".")[0])) or UNTITLED
    return title if len(title) <= MOST_TITLE else title[: MOST_TITLE - 1].rstrip() + "…"


def _notes(source: Source, added: int, room: int) -> Iterator[str]:
    if source.unsafe:
        yield f"left out, as no session may hold it: {_counted(source.unsafe, 'character')}."
    if added:
        yield f"added, as the words come faster than prompts can: {_counted(added, 'second')}."
    if room:
        yield f"added at the end, to land with: {_counted(room, 'second')} of stillness."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

"""Makes a draft of a session file from a file that was written for another program."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from sessions.advice.word_lists import lists_for
from sessions.authoring.names import near_name, title_of
from sessions.check import check_text
from sessions.durations import written
from sessions.importing.beats import beats_of
from sessions.importing.decoding import decoded
from sessions.importing.division import divide
from sessions.importing.formats import reader_for, refuse_others
from sessions.importing.judging import Place, judge
from sessions.importing.languages import language_of
from sessions.importing.ledger import Ledger, Thing
from sessions.importing.page import Head, page_lines
from sessions.importing.sorting import sorted_out
from sessions.importing.source import Passage, Source, UnusableError
from sessions.importing.window import cropped, shifted
from sessions.reading.fields import MOST_SECONDS
from sessions.written import Track

MOST_TITLE = 60
MOST_WHOLE_TITLE = 300
"""The most characters of a title in a comment; some pages have their whole text as the title."""
UNTITLED = "An imported session"
OFTEN = 3
"""A line that comes this often in a row is noted: it may be a mistake of a speech recogniser."""


@dataclass(frozen=True, slots=True)
class ImportedDraft:
    """The text of a session file, and notes on what differs from the source."""

    text: str
    notes: tuple[str, ...]
    """One line each, safe to print."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person asked for."""

    track: Track = Track.DIRECT
    """Where the lines between arriving and landing go. On the direct track, nobody who is closing meets them
    until the author has looked at them."""
    start: float = 0.0
    """Seconds of the file where the session begins."""
    end: float | None = None
    """Seconds of the file where it ends; None for the end of the file."""


def draft_of(content: bytes, name: str, wishes: Wishes | None = None) -> ImportedDraft:
    """A draft that passes the checker, with advice at most.

    Args:
        content: the bytes of subtitles, timed lyrics, a transcript, a page or plain text.
        name: the name of the file; its ending may tell the format, and it makes the title.
        wishes: a track, and a stretch of the file.

    Raises:
        UnusableError: no draft can be made of it.
    """
    wishes = wishes or Wishes()
    refuse_others(name)
    ledger = Ledger()
    text = decoded(content, ledger)
    if not text.strip():
        raise UnusableError("there are no words in it")
    source = _in_the_window(reader_for(name, text)(text, ledger), wishes, ledger)
    _note_repeated(source, ledger)
    language, guessed = language_of(source.language, " ".join(passage.text for passage in source.passages))
    ledger.note(Thing.LANGUAGE, 0, guessed, language)
    found = beats_of(source)
    division = divide(list(sorted_out(found.beats, language, ledger)))
    _look_at_length(division.seconds)
    title = _title(source, name, language)
    whole = _shortened(source.title, MOST_WHOLE_TITLE) if source.title != title else ""
    head = Head(title, name, language, lists_for(language) is not None, whole)
    lines = page_lines(division, head, wishes.track)
    draft = "".join(f"{line}\n" for line in lines)
    failing = [fault for fault in check_text(draft).faults if fault.severity.fails]
    if failing:
        raise UnusableError(f"no sound draft came of it: {failing[0].message}")
    return ImportedDraft(draft, tuple(_notes(ledger, found.added, division.seconds - found.seconds)))


def _in_the_window(source: Source, wishes: Wishes, ledger: Ledger) -> Source:
    if not any(passage.text for passage in source.passages):
        raise UnusableError("there are no words in it")
    asked = wishes.start > 0 or wishes.end is not None
    source = cropped(source, wishes.start, wishes.end, ledger) if asked else shifted(source, ledger)
    if not any(passage.text for passage in source.passages):
        raise UnusableError("there are no words between `--from` and `--to`")
    _look_at_length(max(source.length, *(passage.end for passage in source.passages)))
    return source


def _look_at_length(seconds: float) -> None:
    if seconds > MOST_SECONDS:
        lasts, most = written(seconds), written(MOST_SECONDS)
        raise UnusableError(
            f"it lasts {lasts}, and a session at most {most}; choose a part with --from and --to"
        )


def _note_repeated(source: Source, ledger: Ledger) -> None:
    def words(passage: Passage) -> str:
        return passage.text.lower().strip(" .!?…")

    for text, same in groupby((passage for passage in source.passages if passage.text), words):
        first, *others = same
        ledger.note(Thing.REPEATED, first.line, bool(text) and len(others) >= OFTEN - 1)


def _title(source: Source, name: str, language: str) -> str:
    """The title in the file, or one made from its name if that title breaks a wording rule."""
    for title in (source.title, title_of(near_name(PurePath(name).name.partition(".")[0]))):
        short = _shortened(title, MOST_TITLE)
        if short and judge([short], language)[short].place is not Place.NOWHERE:
            return short
    return UNTITLED


def _shortened(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _notes(ledger: Ledger, added: int, room: int) -> Iterator[str]:
    if summary := ledger.summary():
        yield f"{summary}."
    if added:
        yield f"added, as the words come faster than prompts can: {_counted(added, 'second')}."
    if room:
        yield f"added at the end, to land with: {_counted(room, 'second')} of stillness."


def _counted(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"

"""Reads JSON: Whisper's, captions of a video site, and lists of `{say, pause}` that people write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sessions.importing.json_entries import Entries, entries_in
from sessions.importing.json_steps import Heading
from sessions.importing.json_values import has_odd_time, names_unit, others_of, pause_of, times_of, words_of
from sessions.importing.ledger import Ledger, Thing
from sessions.importing.pages import Page
from sessions.importing.pauses import pause_in
from sessions.importing.source import Cleaner, Source
from sessions.importing.subtitles import Cue, source_of
from sessions.reading.fields import MOST_SECONDS
from sessions.unsafe import visible

_GAP_SECONDS = 1.5
"""A longer silence ends a line, where a recogniser gives each word its own entry."""
_LONG_FOR_A_CUE, _LONG_FOR_A_WORD = 200.0, 20.0
"""Seconds; if lines or words are longer than this on average, their times must be milliseconds."""
_ENDS = (".", "?", "!", "…", "。", "？", "！")  # noqa: RUF001  # other scripts


def read_json(text: str, ledger: Ledger) -> Source:
    """The entries of a file, with their times or, where they have none, with their pauses.

    Raises:
        UnusableError: it is no JSON, or holds nothing of the kind.
    """
    ledger.unit = "entry"
    return source_of_entries(entries_in(text, ledger), ledger)


def source_of_entries(found: Entries, ledger: Ledger) -> Source:
    """Entries as passages; words under keys that are not read are counted.

    Raises:
        UnusableError: none of them says anything.
    """
    is_timed = any(map(times_of, found.entries))
    for number, entry in enumerate(found.entries, 1):
        for name in others_of(entry):
            ledger.note(Thing.KEY, number, detail=visible(name))
        if not is_timed or times_of(entry):  # for entries without a time it is noted where their words go
            ledger.note(Thing.ODD_TIME, number, has_odd_time(entry))
    if not is_timed:
        return _untimed(found, ledger)
    cleaner = Cleaner(ledger)
    cues = list(_cues(found.entries, ledger))
    if not any(map(names_unit, found.entries)):
        cues = _in_seconds(cues, ledger)
    if all(isinstance(entry, dict) and "word" in entry for entry in found.entries):
        cues = list(_joined(cues))
    source = source_of(cues, cleaner, found.language)
    return Source(source.passages, cleaner.text(found.title), language=found.language)


def _cues(entries: Sequence[object], ledger: Ledger) -> Iterator[Cue]:
    """The entries as cues; words without a time get the time of those before them, or the start."""
    last: Cue | None = None
    for number, entry in enumerate(entries, 1):
        times, words = times_of(entry), words_of(entry)
        if times:
            ledger.note(Thing.EARLY, number, times[0] < 0)
            ledger.note(Thing.BACKWARD, number, times[1] < times[0])
            start = max(0.0, times[0])
            last = Cue(start, max(start, times[1]), number, [words])
            yield last
        elif words:
            ledger.note(Thing.TIME, number)
            if last is None:
                last = Cue(0.0, 0.0, number, [words])
                yield last
            else:
                last.lines.append(words)
        else:
            ledger.note(Thing.ENTRY, number, bool(entry))


def _in_seconds(cues: list[Cue], ledger: Ledger) -> list[Cue]:
    """The cues in seconds; whole numbers that leave too much time for the words are taken for milliseconds.

    Long stillness leaves much time as well, so times that fit into a session as seconds are seconds.
    """
    lasting = sum(cue.end - cue.start for cue in cues)
    words = sum(len(line.split()) for cue in cues for line in cue.lines)
    fits = max((cue.end for cue in cues), default=0.0) <= MOST_SECONDS
    if fits or lasting < len(cues) * _LONG_FOR_A_CUE or lasting < words * _LONG_FOR_A_WORD:
        return cues
    for cue in cues:
        ledger.note(Thing.THOUSANDTHS, cue.line)
        cue.start, cue.end = cue.start / 1000, cue.end / 1000
    return cues


def _joined(cues: Sequence[Cue]) -> Iterator[Cue]:
    """Single words joined to lines, up to the end of a sentence or a silence."""
    held: Cue | None = None
    for cue in cues:
        if held and not held.lines[-1].rstrip().endswith(_ENDS) and cue.start - held.end < _GAP_SECONDS:
            held.end = max(held.end, cue.end)
            held.lines += cue.lines
        else:
            if held:
                yield held
            held = cue
    if held:
        yield held


def _untimed(found: Entries, ledger: Ledger) -> Source:
    page = Page(ledger)
    page.head(found.title, found.language)
    for number, entry in enumerate(found.entries, 1):
        if isinstance(entry, Heading):
            page.heading(entry.text, 2, number)
            continue
        words = words_of(entry)
        pause = pause_of(entry) if isinstance(entry, dict) else None
        alone = pause_in(words)
        if alone is not None:
            page.told.pause(alone, number)
        elif words:
            page.told.say(words, number)
        if pause is not None:
            page.told.pause(pause, number)
        elif words and isinstance(entry, str):
            page.told.empty_line()
        if not words and pause is None:
            ledger.note(Thing.ENTRY, number)
    return page.source()

"""The page of a draft: beats as a session file, with comments that say what is left to choose."""

from __future__ import annotations

from collections.abc import Iterator

from sessions.durations import written
from sessions.importing.beats import DraftBeat, pieces
from sessions.importing.division import Division
from sessions.importing.yaml_text import beat_lines, scalar
from sessions.unsafe import visible
from sessions.written import Quiet, Track


def page_lines(division: Division, title: str, name: str, track: Track) -> Iterator[str]:
    """The lines of a session file, with a `# todo` where a choice is the author's.

    Args:
        division: which beats stand where.
        title: what the library will show.
        name: the file it was made of.
        track: the track that gets the beats between arriving and landing; the direct one brings a still
            indirect one along.
    """
    yield f"# A draft, made by `ajar import` from {visible(name)}."
    yield "# Each `# todo` is a choice that is yours. `ajar check` looks on while you change things."
    yield "format: 1"
    yield f"title: {scalar(title)}"
    yield "# todo: say what it asks for, and that one can stop at any moment."
    yield "# about: A few minutes with something small. You can stop at any moment."
    yield f"length: {written(division.seconds)}"
    yield "# todo: the language of the prompts, if it is another."
    yield "language: en"
    yield "if_skipped: indirect"
    yield from _arriving(division)
    if track is Track.DIRECT:
        yield from _direct(division)
    yield from _indirect(division, still=track is Track.DIRECT)
    yield ""
    yield "# Shared again, and looking outward; no words of kindness here."
    yield "# todo: does the ending turn to the room?"
    yield "landing:"
    yield from _steps(division.landing)


def _arriving(division: Division) -> Iterator[str]:
    yield ""
    yield "# Shared by both tracks, so without words of kindness toward oneself."
    yield "# todo: say early that eyes may be open or lowered, if nothing here does."
    yield "arriving:"
    yield from _steps(division.arriving)
    yield "  # todo: is this where to check in first? You may put the question in your own words."
    yield "  - check_in:"


def _direct(division: Division) -> Iterator[str]:
    yield ""
    yield "# Kind words turned toward oneself. The file does not say which lines are that, so all are here."
    yield "# todo: which of them are about the senses, touch, nature or breath? They may go to `indirect`."
    yield "direct:"
    yield from _segments(division.track)


def _indirect(division: Division, *, still: bool) -> Iterator[str]:
    yield ""
    yield "# What is offered to someone who is closing: senses, touch, nature or breath."
    track = division.track
    if still:
        yield "# todo: it is still for now and wants words of its own; each stretch is as long as its twin."
        track = tuple(_stillness(segment) for segment in track)
    else:
        yield "# todo: which of these lines are kind words toward oneself? They belong to a `direct` track."
    yield "indirect:"
    yield from _segments(track)


def _stillness(segment: tuple[DraftBeat, ...]) -> tuple[DraftBeat, ...]:
    return tuple(DraftBeat(Quiet(float(length))) for length in pieces(sum(beat.seconds for beat in segment)))


def _segments(track: tuple[tuple[DraftBeat, ...], ...]) -> Iterator[str]:
    for number, segment in enumerate(track):
        if number:
            yield "  # todo: is this where to check in? It is at the same second on both tracks."
            yield "  - check_in:"
        yield from _steps(segment)


def _steps(beats: tuple[DraftBeat, ...]) -> Iterator[str]:
    for beat in beats:
        yield from beat_lines(beat)

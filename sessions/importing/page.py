"""Writes a draft as a session file, with comments that say which choices are left to the author."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sessions.durations import written
from sessions.importing.beats import DraftBeat, pieces
from sessions.importing.division import Division
from sessions.importing.yaml_text import beat_lines, no_order
from sessions.unsafe import visible
from sessions.written import Quiet, Track
from sessions.yaml_text import scalar


class Head(NamedTuple):
    """The head of a draft, before its steps."""

    title: str
    name: str
    """The file it was made from."""
    language: str
    known: bool
    """There are word lists for the language, so that kind words were looked for."""
    whole_title: str = ""
    """The title in the file, if it is too long for a session or breaks a wording rule."""


def page_lines(division: Division, head: Head, track: Track) -> Iterator[str]:
    """The lines of a session file, with a `# todo` where a choice is the author's.

    Args:
        division: which beats stand where.
        head: what comes before the steps.
        track: the track that gets the beats between arriving and landing; kind ones go to the direct track
            anyway, and where there is a direct track, there is an indirect one as well.
    """
    if not head.known:
        division = division.untagged()
    yield f"# A draft, made by `ajar import` from {visible(head.name)}."
    yield "# Each `# todo` is a choice that is yours. `ajar check` looks on while you change things."
    yield "format: 1"
    if head.whole_title:
        yield f"# todo: the title of the file is: {no_order(head.whole_title)}"
    yield f"title: {scalar(head.title)}"
    yield "# todo: say what it asks for, and that one can stop at any moment."
    yield "# about: A few minutes with something small. You can stop at any moment."
    yield f"length: {written(division.seconds)}"
    yield "# todo: the language of the prompts, if it is another."
    yield f"language: {head.language}"
    yield "if_skipped: indirect"
    if not head.known:
        yield "# todo: no lists of kind words are there for this language, so all words are on one track."
    yield from _arriving(division)
    kind = any(beat.kind for segment in division.track for beat in segment)
    if track is Track.DIRECT or (kind and head.known):
        yield from _direct(division, known=head.known)
        yield from _indirect(division, still=track is Track.DIRECT)
    else:
        yield from _indirect(division, still=False)
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


def _direct(division: Division, *, known: bool) -> Iterator[str]:
    yield ""
    if known:
        yield "# Kind words turned toward oneself; where the word lists find some, a beat is tagged `direct`."
        yield "# todo: which others are about the senses, touch, nature or breath? They may go to `indirect`."
    else:
        yield "# todo: which of these lines are kind words toward oneself? The others may go to `indirect`."
    yield "direct:"
    yield from _segments(division.track)


def _indirect(division: Division, *, still: bool) -> Iterator[str]:
    yield ""
    yield "# What is offered to someone who is closing: senses, touch, nature or breath."
    if still:
        yield "# todo: it is still for now and wants words of its own; each stretch is as long as its twin."
        track = tuple(_stillness(segment) for segment in division.track)
    else:
        yield "# todo: which of these lines are kind words toward oneself? They belong to a `direct` track."
        track = tuple(tuple(_unnamed(segment)) for segment in division.track)
    yield "indirect:"
    yield from _segments(track)


def _unnamed(segment: tuple[DraftBeat, ...]) -> Iterator[DraftBeat]:
    """The beats of a segment, with stillness in place of kind ones."""
    for beat in segment:
        if beat.kind:
            yield from _stillness((beat,))
        else:
            yield beat


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

"""Writes a session as data for other programs: every beat of both tracks with onset and length in seconds.

The format is described in docs/export.md. It is the score that the engine plays: parts are expanded, and
onsets count from the start of the session.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any

from sessions.engine.score import Beat, BeatKind, Fork, Item, Ring, Segment, lay_out
from sessions.model import Session
from sessions.written import Track

SHAPE = "ajar-score"
VERSION = 1
"""Goes up when a key is removed or changes its meaning, but not when one is added."""


def compiled(session: Session, track: Track | None = None) -> dict[str, Any]:
    """The whole session, or what is played with one of its tracks, ready for JSON."""
    score = lay_out(session)
    about = {
        "title": session.title,
        "about": session.about,
        "by": session.by,
        "license": session.license,
        "language": session.language,
        "length": session.length,
        "eyes": session.eyes.value,
        "if_skipped": score.if_skipped.value,
        "reflect": list(session.reflect),
    }
    tracks = [
        each for each in (Track.DIRECT, Track.INDIRECT) if each in score.tracks and track in (None, each)
    ]
    items = [
        item
        for section in score.sections
        if section.track in (None, *tracks)
        for item in _items(section.name, section.onset, section.segments)
    ]
    return {
        "shape": SHAPE,
        "version": VERSION,
        **about,
        "tracks": [each.value for each in tracks],
        "items": items,
    }


def _items(section: str, start: float, segments: tuple[Segment, ...]) -> Iterator[dict[str, Any]]:
    onsets = accumulate((segment.length for segment in segments), initial=start)
    for number, (segment, onset) in enumerate(zip(segments, onsets, strict=False), 1):
        place = {"section": section, "segment": number}
        yield from (place | item for item in _told(segment.items, onset))
        if segment.gate is not None:
            yield place | {
                "what": segment.gate.kind.value,
                "onset": onset + segment.length,
                "length": 0.0,
                "text": segment.gate.text,
            }


def _told(items: Iterable[Item], start: float, now: float | None = None) -> Iterator[dict[str, Any]]:
    """The items of a segment in order; a bell gets the onset `now`, the end of the beat before it."""
    now = start if now is None else now
    for item in items:
        match item:
            case Ring():
                bell = {"tone": item.tone.value, "strikes": item.strikes}
                yield {"what": "bell", "onset": now, "length": 0.0, "text": ""} | bell
            case Beat():
                yield _beat(item, start)
                now = start + item.start + item.length
            case Fork():
                options = [
                    {"text": branch.text, "items": list(_told(branch.items, start))}
                    for branch in item.branches
                ]
                now = start + item.start
                yield {"what": "choose", "onset": now, "length": 0.0, "text": item.text, "options": options}
                now += max(_seconds(branch.items) for branch in item.branches)


def _seconds(items: Iterable[Item]) -> float:
    return sum(item.length for item in items if isinstance(item, Beat))


def _beat(beat: Beat, start: float) -> dict[str, Any]:
    told: dict[str, Any] = {
        "what": beat.kind.value,
        "onset": start + beat.start,
        "length": beat.length,
        "text": beat.wordings[0],
        "or": list(beat.wordings[1:]),
        "direct": beat.direct,
        "tags": list(beat.tags),
        "waits": beat.waits,
        "less": beat.less or "",
        "guide": beat.guide or "",
    }
    if beat.kind is BeatKind.BREATHE:
        told |= {"in": beat.inhale, "out": beat.exhale}
    return told

"""All that a bundled session or a short form can put before a person, beat by beat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sessions.check import load_parts
from sessions.engine.events import FORMS
from sessions.engine.score import Beat, Fork, Item, lay_out, line_up
from sessions.library.bundled import SCRIPTS
from sessions.model import Session
from sessions.written import Track
from tests.fakes.everywhere import NAMES, session

CARE: tuple[Path, ...] = tuple(SCRIPTS / "care" / f"{way.value}.yaml" for way in FORMS)
"""The files of the four short forms."""


def beats_of(items: Iterable[Item]) -> Iterator[Beat]:
    """The beats of a list of items, those of every branch of a fork included."""
    for item in items:
        match item:
            case Beat():
                yield item
            case Fork():
                for branch in item.branches:
                    yield from beats_of(branch.items)


def beats_in(name: str) -> list[Beat]:
    """Every beat of a session: arriving, both tracks, landing."""
    score = lay_out(session(name))
    segments = [*score.arriving, *(s for track in Track for s in score.tracks.get(track, ())), score.landing]
    return [beat for segment in segments for beat in beats_of(segment.items)]


def beats_in_form(file: Path) -> list[Beat]:
    """Every beat of a short form."""
    parts = load_parts(file)
    return [beat for part in parts.values() for beat in beats_of(line_up(part, parts))]


def every_beat() -> list[tuple[str, Beat]]:
    """Every beat that is bundled, with the name of its file."""
    sessions = [(name, beat) for name in NAMES for beat in beats_in(name)]
    return sessions + [(file.stem, beat) for file in CARE for beat in beats_in_form(file)]


def texts_of(beat: Beat) -> tuple[str, ...]:
    """Everything a beat can show."""
    return tuple(text for text in (*beat.wordings, beat.less or "") if text)


def questions_in(found: Session) -> list[str]:
    """The questions of a session: at its check-points, at its forks with their options, and to take along."""
    asked = list(found.reflect)
    for step in (*found.arriving, *found.direct, *found.indirect):
        text = getattr(step, "text", "")
        if type(step).__name__ in ("CheckIn", "Notice", "Choose"):
            asked += [text, *(option.text for option in getattr(step, "options", ()))]
    return [text for text in asked if text]

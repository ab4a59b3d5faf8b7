"""Paths in words: what is listed can be rehearsed, and comes to the same end."""

from __future__ import annotations

from itertools import islice

import pytest

from sessions.engine.effects import Ended, Ending
from sessions.engine.engine import Engine
from sessions.engine.events import Begin, Coat, Event, Feeling, Next, Pick, Report, Tick, Way, Wear
from sessions.engine.state import Repertoire
from sessions.model import Session
from sessions.rehearsal.answers import Answers
from sessions.rehearsal.paths import Path, paths
from sessions.rehearsal.written_paths import written
from sessions.written import Track
from tests.fakes.small import FORKED, INDIRECT_ONLY, NOTICING, TWO_TRACKS, WAITING, repertoire

MOST = 1000
"""More effects than any run of these small sessions has."""


def rehearse(rep: Repertoire, track: Track | None, answers: str) -> Ended:
    """Play a list of answers, as a rehearsal does, and look at the end."""
    given = Answers(answers)
    engine = Engine(rep)
    effects = list(engine.handle(Begin(track), 0.0))
    for _ in range(MOST):
        effect = effects.pop(0)
        if isinstance(effect, Ended):
            assert given.left == []
            return effect
        if (answer := given.next_for(effect)) is not None:
            effects += engine.handle(answer, engine.run.clock)
        if not effects:
            due = engine.due
            effects += engine.handle(Tick() if due is not None else Next(), due or engine.run.clock)
            assert effects, "nothing follows"
    raise AssertionError(f"no end after {MOST} effects")


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        ((Begin(None),), ("ask", "")),
        ((Begin(Track.DIRECT), Report(Feeling.SKIP), Report(Feeling.OPENING)), ("direct", "skip,opening")),
        (
            (Begin(None), Report(Feeling.CLOSING), Pick(Way.NATURE), Pick(Way.DIRECT), Report(Feeling.SKIP)),
            ("ask", "closing:green:direct,skip"),
        ),
        (
            (Begin(None), Wear(Coat.WORN_OUT), Pick(Way.AS_PLANNED), Report(Feeling.BETWEEN)),
            ("ask", "worn-out:as-planned,between"),
        ),
    ],
)
def test_a_path_is_written_as_a_list_of_answers(answers: tuple[Event, ...], words: tuple[str, str]) -> None:
    path = written(Path(answers, 12.0, Ending.LANDED))
    assert (path.track, path.answers, path.seconds, path.landed) == (*words, 12.0, True)


@pytest.mark.parametrize(
    "session", [TWO_TRACKS, INDIRECT_ONLY, NOTICING, FORKED, WAITING], ids=lambda session: session.title
)
def test_what_is_listed_can_be_rehearsed(session: Session) -> None:
    rep = repertoire(session)
    for path in islice(paths(rep, closings=1), 0, None, 7):
        words = written(path)
        track = None if words.track == "ask" else Track(words.track)
        assert rehearse(rep, track, words.answers).ending is path.ending, words

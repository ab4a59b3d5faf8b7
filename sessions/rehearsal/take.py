"""Records one performance from beginning to end, under a clock that jumps from due time to due time."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from sessions.engine.effects import Effect, Ended
from sessions.engine.engine import Engine
from sessions.engine.events import Begin, Event, Tick
from sessions.engine.state import Leg, Repertoire
from sessions.written import Track

Answerer: TypeAlias = Callable[[Effect], Event | None]
"""Gives the answer to an effect; None if it asks nothing."""


class UnansweredError(Exception):
    """The run waits, and no answer was given."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An effect at its time."""

    at: float
    """Seconds from the start."""
    effect: Effect
    leg: Leg = Leg.ARRIVING
    track: Track | None = None
    """The track of the run at that time."""


@dataclass(frozen=True, slots=True)
class Take:
    """All effects of a performance, in order."""

    moments: tuple[Moment, ...]
    seconds: float
    """From the first effect to the last."""


def record(repertoire: Repertoire, track: Track | None, answer: Answerer) -> Take:
    """Perform a run; questions are answered at once, so only beats take time.

    Raises:
        UnansweredError: a question got no answer.
        AnswersError: raised by `answer`, where an answer does not fit.
    """
    engine, now = Engine(repertoire), 0.0
    moments: list[Moment] = []
    coming: deque[Event] = deque([Begin(track)])
    while not moments or not isinstance(moments[-1].effect, Ended):
        if coming:
            event = coming.popleft()
        elif engine.due is not None:
            now, event = engine.due, Tick()
        else:
            raise UnansweredError(f"nothing was answered at {now:g} s")
        for effect in engine.handle(event, now):
            moments.append(Moment(now, effect, engine.run.leg, engine.run.track))
            answered = answer(effect)
            if answered is not None:
                coming.append(answered)
    return Take(tuple(moments), now)

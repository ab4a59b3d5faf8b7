"""One performance from beginning to end, recorded: the engine under a clock that jumps from due to due."""

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
"""What is answered to an effect; None where it asks nothing."""


class UnansweredError(Exception):
    """The run waits, and nothing was answered."""


@dataclass(frozen=True, slots=True)
class Moment:
    """An effect at its time."""

    at: float
    """Seconds from the start."""
    effect: Effect
    leg: Leg = Leg.ARRIVING
    track: Track | None = None
    """Where the run is then."""


@dataclass(frozen=True, slots=True)
class Take:
    """All that was to be seen and heard, in order."""

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

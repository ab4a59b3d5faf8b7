"""A path played again, to see what it shows."""

from __future__ import annotations

from sessions.engine.effects import Effect
from sessions.engine.engine import Engine
from sessions.engine.events import Event, Next, Tick
from sessions.engine.state import Repertoire, State


def replay(repertoire: Repertoire, answers: tuple[Event, ...]) -> tuple[Effect, ...]:
    """All that is shown and asked on a path; a beat that waits and a rest are ended at once."""
    engine = Engine(repertoire)
    shown: list[Effect] = []
    for answer in answers:
        now = max(0.0, engine.run.clock)
        shown += engine.handle(answer, now)
        while engine.run.state in (State.BEAT, State.STILL):
            now = now if engine.due is None else engine.due
            shown += engine.handle(Next() if engine.due is None else Tick(), now)
    return tuple(shown)

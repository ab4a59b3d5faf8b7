"""Every way through a session, found by playing it: the engine, under a clock that jumps from due to due.

What leads to the same state has the same future, so the ways form a graph that is small, although the ways
through it are very many. `paths` gives complete ways, from the first answer to the end, such that each answer
to each question in each state is taken at least once. Lengths are seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from sessions.effects import Effect, Ended, Ending
from sessions.engine import Engine
from sessions.events import FORMS, Begin, Choose, Coat, Event, Feeling, Next, Pick, Report, Tick, Way, Wear
from sessions.run import SESSION_LEGS, Repertoire, Run, State

CLOSINGS = 2
"""How often closing is answered on a path: the second time mentions help, a third brings nothing new."""


@dataclass(frozen=True, slots=True)
class Path:
    """One complete way through a session."""

    answers: tuple[Event, ...]
    """What was answered, `Begin` first; a beat that waits and a rest are ended at once, and not listed."""
    seconds: float
    """What the session's own beats took at pace 1; short forms and Floor Under You are not counted."""
    ending: Ending


@dataclass(frozen=True, slots=True)
class _Stop:
    """Where a path waits for an answer, or has ended; equal stops have an equal future."""

    run: Run
    forms: frozenset[Way] = frozenset()
    seconds: float = 0.0
    ending: Ending | None = None


_Graph: TypeAlias = Mapping[_Stop, Mapping[Event, _Stop]]
_WayOut: TypeAlias = tuple[tuple[Event, ...], _Stop]
"""Answers, and the end they lead to."""


def paths(repertoire: Repertoire, closings: int = CLOSINGS) -> Iterator[Path]:
    """Complete ways through a session, shortest beginnings first.

    Every answer of every check-in, noticing pause, fork and menu is taken in every state in which it can be
    met; from there a path goes on to the landing by the fewest answers, or to a stop where the landing is out
    of reach. No path answers closing more than `closings` times or plays the same short form twice.
    """
    graph = _graph(repertoire, closings)
    ways_in = _ways_in(graph)
    ways_out = _ways_out(graph)
    seen: set[tuple[Event, ...]] = set()
    for stop, onward in graph.items():
        for answer, after in onward.items():
            rest, end = ways_out[after]
            answers = (*ways_in[stop], answer, *rest)
            if answers not in seen and end.ending is not None:
                seen.add(answers)
                yield Path(answers, end.seconds, end.ending)


def replay(repertoire: Repertoire, answers: tuple[Event, ...]) -> tuple[Effect, ...]:
    """All that is shown and asked on a path."""
    engine = Engine(repertoire)
    shown: tuple[Effect, ...] = ()
    for answer in answers:
        effects, _ = _play(engine, answer, max(0.0, engine.run.clock))
        shown += effects
    return shown


def _graph(rep: Repertoire, closings: int) -> _Graph:
    """All stops that can be come to, each with what its answers lead to; in the order of their distance."""
    start = _Stop(Run())
    graph: dict[_Stop, dict[Event, _Stop]] = {start: {}}
    ahead = [start]
    for stop in ahead:
        for answer in _answers(rep, stop, closings):
            after = _answered(rep, stop, answer)
            graph[stop][answer] = after
            if after not in graph:
                graph[after] = {}
                ahead.append(after)
    return graph


def _answers(rep: Repertoire, stop: _Stop, closings: int) -> Iterator[Event]:
    run = stop.run
    match run.state:
        case State.READY:
            yield from (Begin(track) for track in (None, *rep.score.tracks))
        case State.NOTICE:
            yield from (Wear(coat) for coat in Coat)
            yield from _reports(run, closings)
        case State.CHECK_IN:
            yield from _reports(run, closings)
        case State.FORK if run.fork:
            yield from (Choose(index) for index in range(len(run.fork.branches)))
        case State.MENU:
            yield from (Pick(way) for way in run.ways if way not in stop.forms)


def _reports(run: Run, closings: int) -> Iterator[Event]:
    for feeling in Feeling:
        if feeling is not Feeling.CLOSING or run.closings < closings:
            yield Report(feeling)


def _answered(rep: Repertoire, stop: _Stop, answer: Event) -> _Stop:
    engine = Engine(rep, stop.run)
    effects, seconds = _play(engine, answer, 0.0)
    forms = stop.forms | ({answer.way} if isinstance(answer, Pick) and answer.way in FORMS else set())
    ending = effects[-1].ending if isinstance(effects[-1], Ended) else None
    return _Stop(_settled(engine.run), forms, stop.seconds + seconds, ending)


def _play(engine: Engine, answer: Event, now: float) -> tuple[tuple[Effect, ...], float]:
    """Answer, then let beats pass until the next question: the effects, and the seconds of session beats."""
    effects = engine.handle(answer, now)
    seconds = 0.0
    while engine.due is not None or engine.run.state in (State.BEAT, State.STILL):
        if engine.due is None:
            effects += engine.handle(Next(), now)
            continue
        if engine.run.leg in SESSION_LEGS:
            seconds += engine.due - now
        now = engine.due
        effects += engine.handle(Tick(), now)
    return effects, seconds


def _settled(run: Run) -> Run:
    """The run without what no answer depends on: the time, the count of lines, the prompts to go back to."""
    return replace(run, clock=float("-inf"), anchor=0.0, left=0.0, spent=0.0, turn=0, played=())


def _ways_in(graph: _Graph) -> Mapping[_Stop, tuple[Event, ...]]:
    """The fewest answers that lead to each stop."""
    ways: dict[_Stop, tuple[Event, ...]] = {next(iter(graph)): ()}
    for stop, onward in graph.items():
        for answer, after in onward.items():
            ways.setdefault(after, (*ways[stop], answer))
    return ways


def _ways_out(graph: _Graph) -> Mapping[_Stop, _WayOut]:
    """The fewest answers that lead from each stop to a landing, or else to a stop that was asked for."""
    before: dict[_Stop, list[tuple[Event, _Stop]]] = {stop: [] for stop in graph}
    for stop, onward in graph.items():
        for answer, after in onward.items():
            before[after].append((answer, stop))
    ways: dict[_Stop, _WayOut] = {}
    for ending in (Ending.LANDED, Ending.STOPPED):
        ends = [stop for stop in graph if stop.ending is ending]
        ways.update((end, ((), end)) for end in ends)
        for stop in ends:
            rest, end = ways[stop]
            for answer, earlier in before[stop]:
                if earlier not in ways:
                    ways[earlier] = ((answer, *rest), end)
                    ends.append(earlier)
    return ways

"""Finds every way through a session by playing it under a clock that jumps from due time to due time.

Runs in the same state have the same future, so the states form a small graph, although very many ways lead
through it. `paths` gives complete ways, from the first answer to the end, so that each answer to each
question in each state is taken at least once. Lengths are seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from sessions.engine.effects import Effect, Ended, Ending
from sessions.engine.engine import Engine
from sessions.engine.events import (
    CLOSING_COATS,
    FORMS,
    Begin,
    ChooseOption,
    Coat,
    Event,
    Feeling,
    Next,
    Pick,
    Report,
    Tick,
    Way,
    Wear,
)
from sessions.engine.stack import NOTHING
from sessions.engine.state import SESSION_LEGS, Repertoire, Run, State

CLOSINGS = 2
"""The most closings on a path: the second mentions help, a third brings nothing new."""


@dataclass(frozen=True, slots=True)
class Path:
    """One complete way through a session."""

    answers: tuple[Event, ...]
    """The answers, `Begin` first; beats that wait and rests are ended at once, which is not listed."""
    seconds: float
    """The length of the session's own beats at pace 1; short forms and Floor Under You are not counted."""
    ending: Ending


@dataclass(frozen=True, slots=True, eq=False)
class _Stop:
    """A state in which a path waits for an answer or has ended; one object for all with the same future."""

    run: Run
    forms: frozenset[Way]
    seconds: float
    ending: Ending | None


_Graph: TypeAlias = Mapping[_Stop, Mapping[Event, _Stop]]
_Leap: TypeAlias = tuple[Run, float, Ending | None]
"""The way from one question to the next: the run there, the seconds of session beats, the ending if any."""
_WayOut: TypeAlias = tuple[tuple[Event, ...], _Stop]
"""Answers, and the final stop they lead to."""


def paths(repertoire: Repertoire, closings: int = CLOSINGS) -> Iterator[Path]:
    """Complete ways through a session, shortest beginnings first.

    Every answer of every check-in, noticing pause, fork and menu is taken in every state in which it is
    offered. From there a path goes on to the landing by the fewest answers, or to an early end where the
    landing cannot be reached. No path answers closing more than `closings` times or plays the same short form
    twice.
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


def _graph(rep: Repertoire, closings: int) -> _Graph:
    """All stops that can be reached, nearest first, each with the stops that its answers lead to."""

    @cache
    def stop_at(run: Run, forms: frozenset[Way], seconds: float, ending: Ending | None) -> _Stop:
        return _Stop(run, forms, seconds, ending)

    @cache  # the same run and answer always lead to the same run, however often short forms were played
    def answered(run: Run, answer: Event) -> _Leap:
        return _leap(rep, run, answer)

    graph: dict[_Stop, dict[Event, _Stop]] = {}
    ahead = [stop_at(Run(), frozenset(), 0.0, None)]
    for stop in ahead:
        if stop in graph:
            continue
        graph[stop] = {}
        for answer in _answers(rep, stop, closings):
            run, seconds, ending = answered(stop.run, answer)
            forms = stop.forms | _form_in(answer)
            graph[stop][answer] = stop_at(run, forms, stop.seconds + seconds, ending)
        ahead += graph[stop].values()
    return graph


def _answers(rep: Repertoire, stop: _Stop, closings: int) -> Iterator[Event]:
    run = stop.run
    match run.state:
        case State.READY:
            yield from (Begin(track) for track in (None, *rep.score.tracks))
        case State.NOTICE:
            yield from (Wear(coat) for coat in Coat if coat not in CLOSING_COATS or run.closings < closings)
            yield from _reports(run, closings)
        case State.CHECK_IN:
            yield from _reports(run, closings)
        case State.FORK if run.fork:
            yield from (ChooseOption(index) for index in range(len(run.fork.branches)))
            yield Report(Feeling.SKIP)
        case State.MENU:
            yield from (Pick(way) for way in run.ways if way not in stop.forms)


def _reports(run: Run, closings: int) -> Iterator[Event]:
    for feeling in Feeling:
        if feeling is not Feeling.CLOSING or run.closings < closings:
            yield Report(feeling)


def _form_in(answer: Event) -> frozenset[Way]:
    return frozenset({answer.way}) if isinstance(answer, Pick) and answer.way in FORMS else frozenset()


def _leap(rep: Repertoire, run: Run, answer: Event) -> _Leap:
    engine = Engine(rep, run)
    effects, seconds = _play(engine, answer, 0.0)
    last = effects[-1]
    return _settled(engine.run), seconds, last.ending if isinstance(last, Ended) else None


def _play(engine: Engine, answer: Event, now: float) -> tuple[list[Effect], float]:
    """Answer, then play beats up to the next question; gives the effects and the seconds of session beats."""
    effects = [*engine.handle(answer, now)]
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
    """The run without the fields that change no answer: times, counts of lines, prompts to go back to."""
    return run.changed(
        clock=float("-inf"),
        anchor=0.0,
        left=0.0,
        spent=0.0,
        said=(),
        named=False,
        played=NOTHING,
        before=None if run.before is None else _settled(run.before),
    )


def _ways_in(graph: _Graph) -> Mapping[_Stop, tuple[Event, ...]]:
    """The fewest answers that lead to each stop."""
    ways: dict[_Stop, tuple[Event, ...]] = {next(iter(graph)): ()}
    for stop, onward in graph.items():
        for answer, after in onward.items():
            ways.setdefault(after, (*ways[stop], answer))
    return ways


def _ways_out(graph: _Graph) -> Mapping[_Stop, _WayOut]:
    """The fewest answers from each stop to the landing or, where that cannot be reached, to an early end."""
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

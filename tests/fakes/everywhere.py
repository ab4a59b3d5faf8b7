"""Every situation a bundled session can come to: each event is sent in each of them, until nothing is new.

Two runs are one situation where they have the same future. What a situation leaves out is what no future
depends on: the time, the count of lines, seconds already spent, and how often closing was said beyond the
second time.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest

from sessions.check import check_file
from sessions.engine import events as ev
from sessions.engine.effects import Effect
from sessions.engine.engine import Engine
from sessions.engine.events import Event, Feeling, Tick, Way
from sessions.engine.menus import HELP_AFTER_CLOSINGS
from sessions.engine.score import Fork
from sessions.engine.state import SESSION_LEGS, Leg, Place, Repertoire, Run, State
from sessions.engine.transitions import NotAllowedError
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from sessions.model import Session
from sessions.repertoire import repertoire
from sessions.written import Track

NAMES: tuple[str, ...] = tuple(entry.name for entry in scan(SCRIPTS))
"""The bundled sessions, shortest first."""

SHAPES = ("one-breath", "rest-or-step", "staying-nearby")
"""The shortest, one with questions of its author, and the longest: enough for what a screen repeats."""

WALKED = (*SHAPES, "hello-guard")
"""Sessions whose situations every run walks; the build machine walks all, with AJAR_WALK=all set."""

ANY_TIME: tuple[Event, ...] = (
    ev.Next(),
    ev.Back(),
    ev.Less(),
    ev.Pause(),
    ev.Resume(),
    ev.Noticing(),
    *(ev.Report(feeling) for feeling in Feeling),
    ev.Wear(ev.Coat.LATER),
    ev.Wear(ev.Coat.BORED),
    ev.TakeDirect(),
    ev.Leave(),
)
"""What a person can press in any situation; one coat stands for all of its kind."""


@dataclass(frozen=True, slots=True)
class Move:
    """From one situation to another."""

    before: Run
    event: Event
    """Where it is a tick, time has passed: half of the beat, or what was left of it."""
    effects: tuple[Effect, ...]
    after: Run


READY = Run(clock=0.0)
"""Before anything was begun."""


@cache
def session(name: str) -> Session:
    """A bundled session."""
    found = check_file(SCRIPTS / f"{name}.session.yaml").session
    assert found is not None
    return found


@cache
def played(name: str) -> Repertoire:
    """All that can be played in a bundled session, with its first wordings."""
    return repertoire(session(name))


@cache
def moves(name: str) -> tuple[Move, ...]:
    """Every move there is in a bundled session; what it leads to is one of the situations, or an end.

    Most sessions have a shape in common, and a walk takes seconds: see `WALKED`.
    """
    if name not in WALKED and os.environ.get("AJAR_WALK") != "all":
        pytest.skip("its situations are walked with AJAR_WALK=all, as on the build machine")
    rep = played(name)
    known = {_key(rep, READY): READY}
    ahead = list(known.values())
    found: list[Move] = []
    for run in ahead:
        for event, effects, came in _moves_from(rep, run):
            key = _key(rep, came)
            after = known.setdefault(key, came)
            if after is came:
                ahead.append(came)
            found.append(Move(run, event, effects, after))
    gc.freeze()  # a walk is kept for good: a million objects that nobody need look through for garbage
    return tuple(found)


@cache
def situations(name: str) -> tuple[Run, ...]:
    """Every situation a bundled session can come to, the ended ones left out."""
    return tuple({id(move.before): move.before for move in moves(name)}.values())


@cache
def effects(name: str) -> tuple[Effect, ...]:
    """Every effect that is asked for anywhere in a bundled session, each once."""
    return tuple({effect for move in moves(name) for effect in move.effects})


def onward(name: str, starts: Iterable[Run], through: Callable[[Move], bool]) -> frozenset[int]:
    """The situations, by their ids, that can be come to from these by moves of a kind."""
    found = {id(run) for run in starts}
    ways = _ways_on(name)
    ahead = list(found)
    for place in ahead:
        for move in ways.get(place, ()):
            if id(move.after) not in found and through(move):
                found.add(id(move.after))
                ahead.append(id(move.after))
    return frozenset(found)


@cache
def _ways_on(name: str) -> Mapping[int, list[Move]]:
    ways: dict[int, list[Move]] = {}
    for move in moves(name):
        ways.setdefault(id(move.before), []).append(move)
    return ways


def engine_in(name: str, run: Run) -> Engine:
    """An engine that has come to a situation; its time is 0."""
    return Engine(played(name), run)


def _moves_from(rep: Repertoire, run: Run) -> Iterator[tuple[Event, tuple[Effect, ...], Run]]:
    for event in _fitting(run):
        engine = Engine(rep, run)
        try:
            effects = engine.handle(event, 0.0)
        except NotAllowedError:
            continue
        yield event, effects, _still(engine.run, 0.0)
    due = run.due
    if due is not None:
        for moment in _moments(run, due):
            engine = Engine(rep, run)
            effects = engine.handle(Tick(), moment)
            yield Tick(), effects, _still(engine.run, moment)


def _fitting(run: Run) -> Iterator[Event]:
    """What is worth trying; that a menu takes nothing but its own entries is tested elsewhere."""
    yield from ANY_TIME
    match run.state:
        case State.READY:
            yield from (ev.Begin(track) for track in (None, Track.DIRECT, Track.INDIRECT))
        case State.FORK if run.fork:
            yield from (ev.ChooseOption(index) for index in range(len(run.fork.branches)))
        case State.MENU | State.STILL:
            yield from (ev.Pick(way) for way in run.ways)


def _moments(run: Run, due: float) -> tuple[float, ...]:
    """The end of a beat; on the way through the session, the middle of a whole one as well."""
    whole = run.beat is not None and run.left == run.beat.length
    return (due / 2, due) if whole and run.leg in SESSION_LEGS else (due,)


def _still(run: Run, now: float) -> Run:
    """The run at time 0, without what no future depends on."""
    run = run.stopped(now)
    closings = min(run.closings, HELP_AFTER_CLOSINGS)
    before = None if run.before is None else _still(run.before, now)
    return run.changed(clock=0.0, anchor=0.0, spent=0.0, said=(), closings=closings, before=before)


def _key(rep: Repertoire, run: Run) -> tuple[Any, ...]:
    """Equal for runs that are one situation; beats and members are told apart by identity, which is fast.

    Where a slip would lead is left out: that it leads back is tested over generated sessions.
    """
    members = (run.state, run.leg, run.menu, run.halted, run.rest, run.beat, run.fork, *run.ways)
    doing = (run.left, *map(id, members))
    behind = () if run.state in (State.MENU, State.STILL) else tuple(map(id, run.played))
    ahead = (tuple(map(id, run.queue)), behind)
    if run.leg is Leg.FLOOR:
        return (doing, ahead)
    entered = run.entered if any(isinstance(item, Fork) for item in (run.fork, *run.queue)) else 0.0
    # Once closing was said, it matters alone whether the senses were chosen beforehand.
    begun_on = run.begun_on is Track.INDIRECT if run.closings else run.begun_on
    way = (run.segment, run.track, begun_on, run.closings, run.on_demand, entered)
    place = run.bookmark
    if place is not None and _same_from_any_place(rep, run):
        return (doing, ahead, run.track, begun_on, place.leg)
    return (doing, ahead, way, *(() if place is None else _place_key(place)))


def _same_from_any_place(rep: Repertoire, run: Run) -> bool:
    """A form or a rest is alike wherever it was come to from; one of each is followed back to each place."""
    if run.state is State.STILL:
        return run.leg is Leg.FORM or run.rest is not Way.NOTHING
    return run.leg is Leg.FORM and (run.state is State.PAUSED or run.beat not in rep.forms[Way.SENSES])


def _place_key(place: Place) -> tuple[Any, ...]:
    items = None if place.items is None else tuple(map(id, place.items))
    return (place.leg, place.segment, place.track, place.elapsed, items, tuple(map(id, place.played)))

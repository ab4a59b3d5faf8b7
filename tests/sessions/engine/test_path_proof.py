"""Every path of every bundled session, walked: length, no direct beat unasked, leaving, waiting.

The paths of a session share their beginnings; each beginning is walked once, from state to state.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path as File
from typing import TypeAlias

import pytest

from sessions.check import check_file
from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    Ended,
    Ending,
    OpenMenu,
    ShowBeat,
)
from sessions.engine.engine import Engine
from sessions.engine.events import Event, Leave, Next, Pause, Resume, SetPace, Tick
from sessions.engine.stack import NOTHING
from sessions.engine.state import SESSION_LEGS, Run, State
from sessions.library.bundled import SCRIPTS
from sessions.model import Session
from sessions.rehearsal.paths import Path, paths
from sessions.repertoire import repertoire
from tests.fakes.watch import BARRING, CHOOSING, DAY, TAKING_BACK

Tree: TypeAlias = "dict[Event, Tree]"

BUNDLED = pytest.mark.parametrize(
    "file", sorted(SCRIPTS.glob("*.session.yaml")), ids=lambda file: file.name.partition(".")[0]
)


def read(file: File) -> Session:
    session = check_file(file).session
    assert session is not None
    return session


def tree(ways: Iterable[Path]) -> Tree:
    """Paths laid on each other as far as they are the same."""
    root: Tree = {}
    for way in ways:
        node = root
        for answer in way.answers:
            node = node.setdefault(answer, {})
    return root


class Walk:
    """Walks all paths of a session and looks at each state on the way."""

    def __init__(self, session: Session, pace: float) -> None:
        self.ends: list[Ending] = []
        self._rep = repertoire(session)
        self._promised = session.length * pace
        self._pace = pace
        self._seen: set[Run] = set()

    def through(self, ways: Tree) -> None:
        """Walk them all."""
        engine = Engine(self._rep)
        engine.handle(SetPace(self._pace), 0.0)
        self._from(engine.run, ways, 0.0, (False,))

    def _from(self, run: Run, ways: Tree, spent: float, barred: tuple[bool, ...]) -> None:
        """`barred` says whether a direct beat may not be shown: now, and before what may be taken back."""
        for answer, onward in ways.items():
            engine = Engine(self._rep, run)
            now_barred = _barred_after(answer, barred)
            still_barred = now_barred[-1]
            effects, seconds = self._play(engine, answer, barred=still_barred)
            if engine.run.state is State.ENDED:
                self._ended(effects, spent + seconds)
                assert onward == {}, "answers are left after the end"
            else:
                assert onward, "a path breaks off before its end"
                self._from(engine.run, onward, spent + seconds, now_barred)

    def _play(self, engine: Engine, answer: Event, *, barred: bool) -> tuple[list[Effect], float]:
        """Answer, then let time pass until the next question; the effects, and the seconds of the session."""
        now, seconds = engine.run.clock + 1.0, 0.0
        effects = list(engine.handle(answer, now))
        self._look(engine, barred=barred)
        while engine.run.state in (State.BEAT, State.STILL):
            due = engine.due
            if due is not None:
                seconds += (due - now) if engine.run.leg in SESSION_LEGS else 0.0
                now = due
            effects += engine.handle(Next() if due is None else Tick(), now)
            self._look(engine, barred=barred)
        shown = [effect.beat for effect in effects if isinstance(effect, ShowBeat)]
        assert not (barred and any(beat.direct for beat in shown)), f"direct after closing, by {answer}"
        assert_one_page(effects)
        return effects, seconds

    def _ended(self, effects: list[Effect], spent: float) -> None:
        (end,) = (effect for effect in effects if isinstance(effect, Ended))
        assert end is effects[-1]
        self.ends.append(end.ending)
        if end.ending is Ending.LANDED:
            assert spent == self._promised
        else:
            assert spent <= self._promised

    def _look(self, engine: Engine, *, barred: bool) -> None:
        """Hold the promises of one state; a state that was looked at before holds them still."""
        run = engine.run
        assert not (barred and run.beat is not None and run.beat.direct)
        kept = run.changed(clock=0.0, anchor=0.0, left=0.0, spent=0.0, said=(), played=NOTHING, before=None)
        if kept in self._seen or run.state is State.ENDED:
            return
        self._seen.add(kept)
        self._can_be_left(run)
        if run.state is State.BEAT:
            self._can_be_paused(run)
        else:
            self._waits(run)

    def _can_be_left(self, run: Run) -> None:
        engine = Engine(self._rep, run)
        (end,) = engine.handle(Leave(), run.clock)
        assert isinstance(end, Ended)
        assert end.ending is Ending.STOPPED
        assert engine.run.state is State.ENDED
        assert engine.due is None

    def _can_be_paused(self, run: Run) -> None:
        engine = Engine(self._rep, run)
        left = run.left_at(run.clock)
        engine.handle(Pause(), run.clock)
        self._waits(engine.run)
        engine.handle(Resume(), run.clock + DAY)
        assert engine.run.beat == run.beat
        assert engine.run.left_at(run.clock + DAY) == left

    def _waits(self, run: Run) -> None:
        engine = Engine(self._rep, run)
        assert engine.due is None
        assert engine.handle(Tick(), run.clock + DAY) == ()
        assert engine.run.changed(clock=run.clock) == run


def _barred_after(answer: Event, barred: tuple[bool, ...]) -> tuple[bool, ...]:
    if answer in TAKING_BACK:
        return barred[:-1]
    if answer in BARRING:
        return (*barred, True)
    return (*barred[:-1], False) if answer in CHOOSING else barred


def assert_one_page(effects: list[Effect]) -> None:
    """Between two things that ask there is a beat: nobody meets two pages of answers in a row."""
    asked = False
    for effect in effects:
        if isinstance(effect, AskCheckIn | AskNotice | AskFork | OpenMenu):
            assert not asked, f"two pages of answers in a row: {effect}"
            asked = True
        elif isinstance(effect, ShowBeat):
            asked = False


@BUNDLED
def test_every_path_keeps_every_promise(file: File) -> None:
    session = read(file)
    ways = list(paths(repertoire(session)))
    walk = Walk(session, pace=1.0)
    walk.through(tree(ways))
    assert len(walk.ends) == len(ways)
    assert walk.ends.count(Ending.LANDED) == sum(way.ending is Ending.LANDED for way in ways) > 20


@BUNDLED
def test_every_path_lasts_its_length_times_the_pace(file: File) -> None:
    session = read(file)
    ways = tree(paths(repertoire(session), closings=0))
    for pace in (0.5, 10.0):
        walk = Walk(session, pace)
        walk.through(ways)
        assert Ending.LANDED in walk.ends


def test_a_broken_promise_is_seen() -> None:
    session = read(SCRIPTS / "one-breath.session.yaml")
    with pytest.raises(AssertionError):
        Walk(session.changed(length=session.length + 1), 1.0).through(tree(paths(repertoire(session), 0)))

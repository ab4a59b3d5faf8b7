"""Rule 5: a check-in before the first direct beat, at most 300 s of beats between two, one at the end."""

from __future__ import annotations

import pytest

from sessions.engine.effects import AskCheckIn, AskNotice, Ended, Ending, ShowBeat
from sessions.engine.events import Begin, Feeling, Leave, Report, Tick
from sessions.engine.state import State
from sessions.rehearsal.paths import paths
from sessions.written import Track
from tests.fakes.everywhere import NAMES, Move, engine_in, moves, onward, played, situations
from tests.fakes.replay import replay
from tests.fakes.watch import CHOOSING, TAKING_BACK

LONGEST = 300.0
"""Seconds of beats from one question to the next."""

LED = (*CHOOSING, *TAKING_BACK)
"""Asking for kind words, and taking back what led away from them."""

BUNDLED = pytest.mark.parametrize("name", NAMES)


def asks(move: Move) -> bool:
    """The person is asked how it is."""
    return any(isinstance(effect, AskCheckIn | AskNotice) for effect in move.effects)


@BUNDLED
def test_nothing_direct_is_shown_before_the_first_question(name: str) -> None:
    start = next(run for run in situations(name) if run.state is State.READY)
    unasked = onward(name, [start], lambda move: not asks(move) and move.event not in LED)
    assert len(unasked) > 5
    early = [
        move
        for move in moves(name)
        if id(move.before) in unasked and not asks(move) and move.event not in LED
    ]
    shown = [effect.beat for move in early for effect in move.effects if isinstance(effect, ShowBeat)]
    assert shown
    assert not any(beat.direct for beat in shown)


@BUNDLED
def test_no_stretch_without_a_question_is_longer_than_five_minutes(name: str) -> None:
    """From wherever an answer leads, beats pass until the person is waited for again.

    Not so after closing: from there the run asks nothing more.
    """
    lengths = set()
    for run in situations(name):
        if run.closings:
            continue
        engine = engine_in(name, run)
        while engine.due is not None:
            engine.handle(Tick(), engine.due)
        lengths.add(engine.run.clock)
    assert max(lengths) <= LONGEST
    assert max(lengths) >= 30.0


@BUNDLED
def test_every_landing_comes_after_a_last_question_that_can_be_skipped(name: str) -> None:
    landed = [move for move in moves(name) for effect in move.effects if _is_landing(effect)]
    closed = [move for move in landed if move.before.closings]
    landed = [move for move in landed if not move.before.closings]
    assert landed
    assert closed
    assert not any(isinstance(effect, AskCheckIn) for move in closed for effect in move.effects)
    assert {move.before.state for move in landed} == {State.CHECK_IN}
    before = {id(move.before) for move in landed}
    skipped = {id(move.before) for move in landed if move.event == Report(Feeling.SKIP)}
    assert skipped == before
    asked = [effect for move in moves(name) if id(move.after) in before for effect in move.effects]
    assert any(isinstance(effect, AskCheckIn) and effect.final for effect in asked)


def _is_landing(effect: object) -> bool:
    return isinstance(effect, Ended) and effect.ending is Ending.LANDED


@BUNDLED
def test_the_end_of_the_last_beat_asks_once_more(name: str) -> None:
    ends = [
        move
        for move in moves(name)
        if move.after.state is State.CHECK_IN and move.after.bookmark is None and move.event == Tick()
    ]
    assert ends
    for move in ends:
        last = move.effects[-1]
        assert isinstance(last, AskCheckIn)
        assert last.final


@BUNDLED
def test_every_path_asks_before_it_warms_and_asks_at_the_end(name: str) -> None:
    """The same over whole paths, told by the paths of the command line."""
    rep = played(name)
    told = 0
    for path in paths(rep, closings=0):
        if path.ending is not Ending.LANDED or told > 400 or path.answers[0] == Begin(Track.INDIRECT):
            continue
        told += 1
        shown = replay(rep, path.answers)
        direct = [i for i, effect in enumerate(shown) if isinstance(effect, ShowBeat) and effect.beat.direct]
        asked = [i for i, effect in enumerate(shown) if isinstance(effect, AskCheckIn | AskNotice)]
        assert not direct or asked[0] < direct[0]
        assert isinstance(shown[asked[-1]], AskCheckIn)
        assert getattr(shown[asked[-1]], "final")  # noqa: B009  # the last of them is a check-in
        assert not any(isinstance(effect, ShowBeat) for effect in shown[asked[-1] :])
    assert told > 20


@BUNDLED
def test_leaving_early_is_not_asked_about(name: str) -> None:
    for move in moves(name):
        if move.event == Leave():
            assert not asks(move)

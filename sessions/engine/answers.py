"""What an answer does to a run: at a check-in, a noticing pause, a fork or a menu, and closing at any moment.

Each takes the repertoire, the run, the event and `now`, and returns the new run with its effects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import assert_never

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import MenuKind
from sessions.engine.events import (
    CLOSING_COATS,
    FORMS,
    GUARDING,
    HALTING,
    HALTING_WAYS,
    RESTS,
    Coat,
    Feeling,
    Way,
)
from sessions.engine.flow import ask_last, branch_of, finish, flow, go_on, mark
from sessions.engine.menus import direct_offered, hold_still, open_menu
from sessions.engine.score import Item
from sessions.engine.slips import put_back
from sessions.engine.stack import NOTHING, stack_of
from sessions.engine.state import Leg, Outcome, Repertoire, Run, State
from sessions.engine.transitions import NotAllowedError, leave
from sessions.written import Track


def wear(rep: Repertoire, run: Run, event: ev.Wear, now: float) -> Outcome:
    """Name the coat; a known sign of closing opens the closing page, after any other the session goes on."""
    if event.coat in CLOSING_COATS:
        return _close(rep, run, event.coat, now)
    run, taken_in = _take_in(run, event.coat)
    run, shown = go_on(rep, run, run.track, now)
    return run, (taken_in, *shown)


def choose(rep: Repertoire, run: Run, event: ev.ChooseOption, now: float) -> Outcome:
    """Play the chosen option of a fork, then go on after it."""
    fork = run.fork
    if fork is None or not 0 <= event.index < len(fork.branches):
        raise NotAllowedError(f"there is no option {event.index + 1} here")
    items: tuple[Item, ...] = branch_of(run, fork, event.index)
    return flow(rep, run.changed(fork=None, queue=stack_of(items, run.queue)), now)


def report_at_fork(rep: Repertoire, run: Run, event: ev.Report, now: float) -> Outcome:
    """Skip an author's own question, so that its first option plays; or close, or halt."""
    if event.feeling is Feeling.SKIP:
        return choose(rep, run, ev.ChooseOption(0), now)
    return close_or_halt(rep, run, event, now)


def report(rep: Repertoire, run: Run, event: ev.Report, now: float) -> Outcome:
    """An answer of a check-in, given there or in a noticing pause."""
    if run.at_the_end:
        return _report_last(rep, run, event.feeling, now)
    match event.feeling:
        case Feeling.CLOSING | Feeling.TOO_MUCH | Feeling.FAR_AWAY:
            return close_or_halt(rep, run, event, now)
        case Feeling.OPENING:
            run, taken_in = _take_in(run, Feeling.OPENING)
            run, shown = go_on(rep, run, _opened(rep, run), now)
            return run, (taken_in, *shown)
        case Feeling.BETWEEN:
            return go_on(rep, run, run.track or _between(run), now)
        case Feeling.SKIP:
            return go_on(rep, run, run.track, now)
        case _:
            assert_never(event.feeling)


def close_or_halt(rep: Repertoire, run: Run, event: ev.Report, now: float) -> Outcome:
    """Closing, too much or far away, said in any state that is not over."""
    if event.feeling not in GUARDING:
        raise NotAllowedError("that answer belongs to a check-in")
    if event.feeling in HALTING:
        return _halt(rep, run, event.feeling, now)
    if run.state is State.MENU and run.menu is not MenuKind.AFTER_FORM:
        raise NotAllowedError("a menu for closing is open already")
    if run.leg is Leg.FLOOR:
        return open_menu(rep, run.stopped(now), MenuKind.CALM, before=_kept(run, now))
    return _close(rep, run, Feeling.CLOSING, now)


def pick(rep: Repertoire, run: Run, event: ev.Pick, now: float) -> Outcome:
    """Take an entry of the open menu."""
    way = event.way
    if way not in run.ways:
        raise NotAllowedError(f"{way.value} is not offered here")
    if way in HALTING_WAYS:
        return _halt(rep, run, Feeling(way.value), now)
    if way in FORMS:
        return _play(rep, run, Leg.FLOOR if run.leg is Leg.FLOOR else Leg.FORM, rep.forms[way], now)
    return hold_still(rep, run, way) if way in RESTS else _PICKED[way](rep, run, now)


def _take_in(run: Run, answer: Feeling | Coat) -> tuple[Run, fx.TakeIn]:
    run, turn = run.counting(answer)
    return run, fx.TakeIn(answer, turn)


def _opened(rep: Repertoire, run: Run) -> Track:
    """The track after *opening*: the current one, or the direct one if the person left it open before."""
    if run.begun_on is None and not run.closings and direct_offered(rep, run):
        return Track.DIRECT
    return run.track or Track.INDIRECT


def _between(run: Run) -> Track | None:
    """The track after *can't tell*: the indirect one, once the tracks part."""
    place = run.bookmark
    return Track.INDIRECT if place is not None and place.leg is Leg.TRACK else None


def _report_last(rep: Repertoire, run: Run, feeling: Feeling, now: float) -> Outcome:
    """Answer the last question: a line takes the answer in, and nothing more is asked."""
    if feeling in HALTING:
        return _halt(rep, run, feeling, now)
    if feeling is Feeling.SKIP:
        return finish(run)
    run, turn = run.counting(feeling)
    _, (asked,) = ask_last(rep, run)
    assert isinstance(asked, fx.AskCheckIn)  # noqa: S101  # as `ask_last` says
    return run, (asked.changed(turn=turn, answered=feeling),)


def _kept(run: Run, now: float) -> Run:
    """The run as it is, to go back to if the answer was a slip."""
    return run.stopped(now).changed(clock=now)


def _close(rep: Repertoire, run: Run, said: Feeling | Coat, now: float) -> Outcome:
    """Close: from here the run is on the indirect track, asks nothing, and only the person changes that."""
    before = _kept(run, now)
    run = mark(run, now).changed(closings=run.closings + 1, track=Track.INDIRECT)
    return open_menu(rep, run, MenuKind.CLOSING, said, before)


def _halt(rep: Repertoire, run: Run, feeling: Feeling, now: float) -> Outcome:
    """Halt: from here only outward beats follow, until a new session is chosen (care guide rule 10)."""
    before = run.before if run.menu is MenuKind.HALTED else _kept(run, now)
    run = run.stopped(now).changed(leg=Leg.FLOOR, halted=feeling, bookmark=None, played=NOTHING)
    return open_menu(rep, run, MenuKind.HALTED, feeling, before)


def _as_planned(rep: Repertoire, run: Run, now: float) -> Outcome:
    """The coat was no sign of closing: take the closing back, and go on as after a skip."""
    before = run.before
    assert before is not None, "only a coat that was named offers this"  # noqa: S101
    run = run.changed(closings=before.closings, track=before.track)
    return go_on(rep, run, run.track, now)


def _play(rep: Repertoire, run: Run, leg: Leg, items: tuple[Item, ...], now: float) -> Outcome:
    return flow(rep, run.cleared(leg=leg, queue=stack_of(items), played=NOTHING), now)


_PICKED: Mapping[Way, Callable[[Repertoire, Run, float], Outcome]] = {
    Way.GENTLER: lambda rep, run, now: go_on(rep, run, Track.INDIRECT, now),
    Way.DIRECT: lambda rep, run, now: go_on(rep, run, Track.DIRECT, now),
    Way.AS_PLANNED: _as_planned,
    Way.SLIP: put_back,
    Way.FLOOR: lambda rep, run, now: _play(rep, run, Leg.FLOOR, rep.floor, now),
    Way.COMPANY: lambda _, run, __: (run, (fx.ShowCompany(),)),
    Way.HELP: lambda _, run, __: (run, (fx.ShowHelp(),)),
    Way.STOP: lambda rep, run, now: leave(rep, run, ev.Leave(), now),
}
"""What the other entries do: those that are no short form, no page to stay on and no halting answer."""

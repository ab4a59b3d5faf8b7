"""How a run moves: the pure steps that the engine's table calls, one per event and group of states.

Each takes the repertoire, the run, the event and `now`, and returns the new run with its effects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Ending, MenuKind
from sessions.engine.events import FORMS, Feeling, Way
from sessions.engine.flow import direct_ahead, end_of_beat, enter, flow, go_on, mark, open_menu
from sessions.engine.score import Beat, BeatKind, Item, starting_at
from sessions.engine.stack import NOTHING, Stack, stack_of
from sessions.engine.state import SESSION_LEGS, Leg, Outcome, Place, Repertoire, Run, State
from sessions.text_time import reading_time
from sessions.written import Track


class NotAllowedError(Exception):
    """An event that has no meaning in the run's state; the run is unchanged."""


DEFAULT_LESS = 8.0
"""Seconds that a default smaller ask stays: long enough for 12 words at 120 words a minute and 2 s."""

PACES = (0.5, 10.0)
"""The factors a pace may have (care guide rule 2: up to 10 times as slow)."""


def begin(rep: Repertoire, run: Run, event: ev.Begin, now: float) -> Outcome:
    """Start at the first beat of arriving."""
    if event.track is Track.DIRECT and not rep.score.has_direct:
        raise NotAllowedError("this session has no direct track")
    run = replace(run, track=event.track, turn=rep.seed)
    return enter(rep, run, Place(Leg.ARRIVING, 0, event.track), now)


def tick(_rep: Repertoire, run: Run, _event: ev.Tick, _now: float) -> Outcome:
    """Nothing: the engine has already caught up with the time."""
    return run, ()


def next_beat(rep: Repertoire, run: Run, _event: ev.Next, now: float) -> Outcome:
    """Move on early."""
    return end_of_beat(rep, run, now)


def back(rep: Repertoire, run: Run, _event: ev.Back, now: float) -> Outcome:
    """Show the last prompt again: the one before, or this one where it is the first since a gate."""
    if run.beat is None:
        raise NotAllowedError("nothing was shown yet")
    queue = run.queue.with_top(run.beat)
    played, queue = _last_prompt(run.played, queue) or (run.played, queue)
    run = replace(run.stopped(now), queue=queue, played=played)
    return flow(rep, run, now, again=True)


def back_from_gate(rep: Repertoire, run: Run, _event: ev.Back, now: float) -> Outcome:
    """Show the prompt before the question again; the question follows once more."""
    if run.on_demand:
        return go_on(rep, run, run.track, now, again=True)
    found = _last_prompt(run.played, NOTHING)
    if found is None:
        raise NotAllowedError("there is no prompt to go back to")
    played, queue = found
    run = replace(run, queue=queue, played=played, bookmark=None)
    return flow(rep, run, now, again=True)


def _last_prompt(played: Stack[Beat], queue: Stack[Item]) -> tuple[Stack[Beat], Stack[Item]] | None:
    """What was played and what comes, with the last beat that has words next; None where there is none.

    Going back to bare stillness would show an empty page.
    """
    while played:
        beat, played = played.taken()
        queue = queue.with_top(beat)
        if any(beat.wordings):
            return played, queue
    return None


def less(_rep: Repertoire, run: Run, _event: ev.Less, now: float) -> Outcome:
    """A smaller version of the ask; it stays long enough to be read."""
    beat = run.beat
    if beat is None or beat.kind is BeatKind.QUIET:
        raise NotAllowedError("nothing is asked in this beat")
    run = run.stopped(now)
    stays = reading_time(beat.less) if beat.less else DEFAULT_LESS
    run = replace(run, left=max(run.left, stays), turn=run.turn + 1)
    return run, (fx.ShowBeat(beat, beat.less or "", run.turn, smaller=True),)


def pause(_rep: Repertoire, run: Run, event: ev.Pause, now: float) -> Outcome:
    """Stop the clock; what is left of the beat is kept."""
    return replace(run.stopped(now), state=State.PAUSED), (fx.ShowPaused(event.away),)


def resume(_rep: Repertoire, run: Run, _event: ev.Resume, now: float) -> Outcome:
    """Start the clock on what was left."""
    return replace(run, state=State.BEAT, anchor=now), (fx.ShowResumed(),)


def set_pace(_rep: Repertoire, run: Run, event: ev.SetPace, now: float) -> Outcome:
    """Stretch or shrink what is left and all that follows."""
    if event.pace is not None and not PACES[0] <= event.pace <= PACES[1]:
        raise NotAllowedError(f"a pace is {PACES[0]:g} to {PACES[1]:g}, or manual")
    return replace(run.stopped(now), pace=event.pace), (fx.PaceChanged(event.pace),)


def noticing(_rep: Repertoire, run: Run, _event: ev.Noticing, now: float) -> Outcome:
    """Open a noticing pause in the middle of a beat of the session."""
    if run.leg not in SESSION_LEGS:
        raise NotAllowedError("a short form asks nothing")
    run = replace(mark(run, now), state=State.NOTICE, on_demand=True, turn=run.turn + 1)
    return run, (fx.AskNotice("", run.turn),)


def wear(_rep: Repertoire, run: Run, event: ev.Wear, _now: float) -> Outcome:
    """Name the coat; the check-in follows on the same screen."""
    run = replace(run, state=State.CHECK_IN, turn=run.turn + 1)
    return run, (fx.AskCheckIn("", run.turn, coat=event.coat),)


def choose(rep: Repertoire, run: Run, event: ev.ChooseOption, now: float) -> Outcome:
    """Play the chosen option of a fork, then go on after it."""
    fork = run.fork
    if fork is None or not 0 <= event.index < len(fork.branches):
        raise NotAllowedError(f"there is no option {event.index + 1} here")
    items: tuple[Item, ...] = fork.branches[event.index].items
    if run.entered > fork.start:
        items = starting_at(items, run.entered)
    return flow(rep, replace(run, fork=None, queue=stack_of(items, run.queue)), now)


def report(rep: Repertoire, run: Run, event: ev.Report, now: float) -> Outcome:
    """An answer at a check-in."""
    match event.feeling:
        case Feeling.CLOSING | Feeling.TOO_MUCH | Feeling.FAR_AWAY:
            return report_any_time(rep, run, event, now)
        case Feeling.OPENING:
            return _opening(rep, run, now)
        case Feeling.BETWEEN:
            return _between(rep, run, now)
        case Feeling.SKIP:
            track = Track.INDIRECT if run.closings else run.track
            return go_on(rep, run, track, now)


def report_any_time(rep: Repertoire, run: Run, event: ev.Report, now: float) -> Outcome:
    """Closing, too much or far away, said in any state that is not over."""
    if event.feeling in (Feeling.TOO_MUCH, Feeling.FAR_AWAY):
        return _halt(rep, run, event.feeling, now)
    if event.feeling is not Feeling.CLOSING:
        raise NotAllowedError("that answer belongs to a check-in")
    if run.state is State.MENU and run.menu in (MenuKind.INDIRECT, MenuKind.HALTED):
        raise NotAllowedError("a menu for closing is open already")
    if run.leg is Leg.FLOOR:
        return open_menu(rep, run.stopped(now), MenuKind.HALTED, run.halted)
    run = mark(run, now)
    return open_menu(rep, replace(run, closings=run.closings + 1), MenuKind.INDIRECT, Feeling.CLOSING)


def end_rest(rep: Repertoire, run: Run, _event: ev.Next, _now: float) -> Outcome:
    """Come back from nothing for a while to the menu it was chosen in."""
    return open_menu(rep, run, MenuKind.INDIRECT, None)


def pick(rep: Repertoire, run: Run, event: ev.Pick, now: float) -> Outcome:
    """Take an entry of the open menu."""
    if event.way not in run.ways:
        raise NotAllowedError(f"{event.way.value} is not offered here")
    if event.way in FORMS:
        return _play(rep, run, Leg.FORM, rep.forms[event.way], now)
    return _PICKED[event.way](rep, run, now)


def leave(_rep: Repertoire, run: Run, _event: ev.Leave, now: float) -> Outcome:
    """End at once."""
    run = run.stopped(now)
    run = replace(run, state=State.ENDED, queue=NOTHING, bookmark=None, beat=None, turn=run.turn + 1)
    return run, (fx.Ended(Ending.STOPPED, run.turn, halted=run.halted is not None),)


def _opening(rep: Repertoire, run: Run, now: float) -> Outcome:
    if not direct_ahead(rep, run):
        return go_on(rep, run, run.track or Track.INDIRECT, now)
    if run.track is Track.INDIRECT:
        return open_menu(rep, run, MenuKind.RETURN, Feeling.OPENING)
    return go_on(rep, run, Track.DIRECT, now)


def _between(rep: Repertoire, run: Run, now: float) -> Outcome:
    if not direct_ahead(rep, run):
        return go_on(rep, run, run.track or Track.INDIRECT, now)
    kind = MenuKind.RETURN if run.closings else MenuKind.BETWEEN
    return open_menu(rep, run, kind, Feeling.BETWEEN)


def _halt(rep: Repertoire, run: Run, feeling: Feeling, now: float) -> Outcome:
    """From here only outward beats, until a new session is chosen (care guide rule 10)."""
    run = run.stopped(now)
    run = replace(run, leg=Leg.FLOOR, halted=feeling, bookmark=None, played=NOTHING)
    return open_menu(rep, run, MenuKind.HALTED, feeling)


def _gentler(rep: Repertoire, run: Run, now: float) -> Outcome:
    return go_on(rep, run, Track.INDIRECT, now)


def _direct(rep: Repertoire, run: Run, now: float) -> Outcome:
    return go_on(rep, run, Track.DIRECT, now)


def _nothing(_rep: Repertoire, run: Run, _now: float) -> Outcome:
    run = replace(run, state=State.STILL, turn=run.turn + 1)
    return run, (fx.HoldStill(run.turn),)


def _play(rep: Repertoire, run: Run, leg: Leg, items: tuple[Item, ...], now: float) -> Outcome:
    run = replace(run, leg=leg, queue=stack_of(items), played=NOTHING, beat=None, menu=None, ways=())
    return flow(rep, run, now)


_PICKED: Mapping[Way, Callable[[Repertoire, Run, float], Outcome]] = {
    Way.GENTLER: _gentler,
    Way.DIRECT: _direct,
    Way.NOTHING: _nothing,
    Way.ANOTHER: lambda rep, run, _: open_menu(rep, run, MenuKind.INDIRECT, None),
    Way.FLOOR: lambda rep, run, now: _play(rep, run, Leg.FLOOR, rep.floor, now),
    Way.TOO_MUCH: lambda rep, run, now: _halt(rep, run, Feeling.TOO_MUCH, now),
    Way.FAR_AWAY: lambda rep, run, now: _halt(rep, run, Feeling.FAR_AWAY, now),
    Way.COMPANY: lambda _, run, __: (run, (fx.ShowCompany(),)),
    Way.HELP: lambda _, run, __: (run, (fx.ShowHelp(),)),
    Way.STOP: lambda rep, run, now: leave(rep, run, ev.Leave(), now),
}

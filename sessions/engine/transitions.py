"""What each event does to a run: a cue due, a pause, an answer, closing, back, a stop; one pure step each.

Each takes the repertoire, the run, the event and `now`, and returns the new run with its effects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import assert_never

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Ending, MenuKind, Pool
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
from sessions.engine.flow import (
    ask_last,
    ask_notice,
    branch_of,
    end_of_beat,
    enter,
    finish,
    flow,
    go_on,
    mark,
)
from sessions.engine.menus import direct_ahead, direct_offered, hold_still, open_menu
from sessions.engine.score import Beat, BeatKind, Item
from sessions.engine.slips import put_back
from sessions.engine.stack import NOTHING, Stack, stack_of
from sessions.engine.state import SESSION_LEGS, Leg, Outcome, Place, Repertoire, Run, State
from sessions.pace import FASTEST, SLOWEST
from sessions.text_time import reading_time
from sessions.written import Track


class NotAllowedError(Exception):
    """An event that has no meaning in the run's state; the run is unchanged."""


WORDS_OF_DEFAULT_LESS = 12
"""The longest default smaller ask."""


def begin(rep: Repertoire, run: Run, event: ev.Begin, now: float) -> Outcome:
    """Start at the first beat of arriving."""
    if event.track is Track.DIRECT and not rep.score.has_direct:
        raise NotAllowedError("this session has no direct track")
    begun_on = event.track if rep.score.has_direct else Track.INDIRECT
    run = run._replace(track=event.track, begun_on=begun_on, ask_less=event.ask_less, seed=rep.seed)
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
    run = run.stopped(now)._replace(queue=queue, played=played)
    return flow(rep, run, now, again=True)


def back_from_gate(rep: Repertoire, run: Run, _event: ev.Back, now: float) -> Outcome:
    """Show the prompt before the question again; the question follows once more."""
    if run.on_demand:
        return go_on(rep, run, run.track, now, again=True)
    found = _last_prompt(run.played, NOTHING)
    if found is None:
        raise NotAllowedError("there is no prompt to go back to")
    played, queue = found
    run = run._replace(queue=queue, played=played, bookmark=None)
    return flow(rep, run, now, again=True)


def back_from_fork(rep: Repertoire, run: Run, _event: ev.Back, now: float) -> Outcome:
    """Show the prompt before an author's own question again; the question follows once more."""
    assert run.fork is not None, "this state has one"  # noqa: S101
    found = _last_prompt(run.played, run.queue.with_top(run.fork))
    if found is None:
        raise NotAllowedError("there is no prompt to go back to")
    played, queue = found
    return flow(rep, run._replace(queue=queue, played=played, fork=None), now, again=True)


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


def less(rep: Repertoire, run: Run, _event: ev.Less, now: float) -> Outcome:
    """A smaller version of the ask; it stays long enough to be read."""
    beat = run.beat
    if beat is None or beat.kind is BeatKind.QUIET:
        raise NotAllowedError("nothing is asked in this beat")
    run = run.stopped(now)
    stays = reading_time(beat.less or "word " * WORDS_OF_DEFAULT_LESS, rep.score.pace)
    run, turn = run._replace(left=max(run.left, stays)).counting(Pool.LESS)
    return run, (fx.ShowBeat(beat, beat.less or "", turn, smaller=True),)


def pause(_rep: Repertoire, run: Run, event: ev.Pause, now: float) -> Outcome:
    """Stop the clock; what is left of the beat is kept."""
    return run.stopped(now)._replace(state=State.PAUSED), (fx.ShowPaused(event.away),)


def resume(_rep: Repertoire, run: Run, _event: ev.Resume, now: float) -> Outcome:
    """Start the clock on what was left."""
    return run._replace(state=State.BEAT, anchor=now), (fx.ShowResumed(),)


def set_pace(_rep: Repertoire, run: Run, event: ev.SetPace, now: float) -> Outcome:
    """Stretch or shrink what is left and all that follows."""
    if event.pace is not None and not FASTEST <= event.pace <= SLOWEST:
        raise NotAllowedError(f"a pace is {FASTEST:g} to {SLOWEST:g}, or manual")
    return run.stopped(now)._replace(pace=event.pace), (fx.PaceChanged(event.pace),)


def ask_less(_rep: Repertoire, run: Run, event: ev.AskLess, _now: float) -> Outcome:
    """Ask less from now on, or at every check-point again; a question that is open stays open."""
    return run._replace(ask_less=event.less), (fx.AskingChanged(event.less),)


def noticing(_rep: Repertoire, run: Run, _event: ev.Noticing, now: float) -> Outcome:
    """Open a noticing pause in the middle of a beat of the session."""
    if run.leg not in SESSION_LEGS:
        raise NotAllowedError("a short form asks nothing")
    return ask_notice(mark(run, now)._replace(on_demand=True), "")


def wear(rep: Repertoire, run: Run, event: ev.Wear, now: float) -> Outcome:
    """Name the coat; a known sign of closing opens the closing page, after the others the session goes on."""
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
    return flow(rep, run._replace(fork=None, queue=stack_of(items, run.queue)), now)


def report_at_fork(rep: Repertoire, run: Run, event: ev.Report, now: float) -> Outcome:
    """No answer to an author's own question: its first option plays, as where questions pass."""
    if event.feeling is Feeling.SKIP:
        return choose(rep, run, ev.ChooseOption(0), now)
    return close_or_halt(rep, run, event, now)


def report(rep: Repertoire, run: Run, event: ev.Report, now: float) -> Outcome:
    """An answer at a check-in, or one of its answers in a noticing pause."""
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


def end_rest(rep: Repertoire, run: Run, _event: ev.Next, now: float) -> Outcome:
    """Carry on gently from an untimed page."""
    return go_on(rep, run, Track.INDIRECT, now)


def take_direct(rep: Repertoire, run: Run, _event: ev.TakeDirect, now: float) -> Outcome:
    """Go on with the direct track, because the person asked for it."""
    run = mark(run, now)
    if run.halted or not direct_ahead(rep, run):
        raise NotAllowedError("there is no direct track ahead")
    if run.state in (State.BEAT, State.PAUSED) and run.leg in SESSION_LEGS and run.track is Track.DIRECT:
        raise NotAllowedError("the direct track is on")
    return go_on(rep, run, Track.DIRECT, now)


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


def leave(_rep: Repertoire, run: Run, _event: ev.Leave, now: float) -> Outcome:
    """End at once."""
    run, turn = run.stopped(now).counting(Pool.END)
    run = run._replace(state=State.ENDED, queue=NOTHING, bookmark=None, beat=None, before=None)
    return run, (fx.Ended(Ending.STOPPED, turn, halted=run.halted is not None),)


def _take_in(run: Run, answer: Feeling | Coat) -> tuple[Run, fx.TakeIn]:
    run, turn = run.counting(answer)
    return run, fx.TakeIn(answer, turn)


def _opened(rep: Repertoire, run: Run) -> Track:
    """Opening keeps to the track that is on; whoever asked to be asked on the way gets the direct one."""
    if run.begun_on is None and not run.closings and direct_offered(rep, run):
        return Track.DIRECT
    return run.track or Track.INDIRECT


def _between(run: Run) -> Track | None:
    """Whoever can't tell goes the indirect way, once the tracks part."""
    place = run.bookmark
    return Track.INDIRECT if place is not None and place.leg is Leg.TRACK else None


def _report_last(rep: Repertoire, run: Run, feeling: Feeling, now: float) -> Outcome:
    """The last question: a line takes the answer in, and nothing more is asked."""
    if feeling in HALTING:
        return _halt(rep, run, feeling, now)
    if feeling is Feeling.SKIP:
        return finish(run)
    run, turn = run.counting(feeling)
    _, (asked,) = ask_last(rep, run)
    assert isinstance(asked, fx.AskCheckIn)  # noqa: S101  # as `ask_last` says
    return run, (asked.changed(turn=turn, answered=feeling),)


def _kept(run: Run, now: float) -> Run:
    """The run as it is, for the case that what was said was a slip."""
    return run.stopped(now)._replace(clock=now)


def _close(rep: Repertoire, run: Run, said: Feeling | Coat, now: float) -> Outcome:
    """From here the run asks nothing by itself, on the indirect track, until asked for the other."""
    before = _kept(run, now)
    run = mark(run, now)._replace(closings=run.closings + 1, track=Track.INDIRECT)
    return open_menu(rep, run, MenuKind.CLOSING, said, before)


def _halt(rep: Repertoire, run: Run, feeling: Feeling, now: float) -> Outcome:
    """From here only outward beats, until a new session is chosen (care guide rule 10)."""
    before = run.before if run.menu is MenuKind.HALTED else _kept(run, now)
    run = run.stopped(now)._replace(leg=Leg.FLOOR, halted=feeling, bookmark=None, played=NOTHING)
    return open_menu(rep, run, MenuKind.HALTED, feeling, before)


def _as_planned(rep: Repertoire, run: Run, now: float) -> Outcome:
    """The coat was no sign of closing: on, as after a skip."""
    before = run.before
    assert before is not None, "only a coat that was named offers this"  # noqa: S101
    run = run._replace(closings=before.closings, track=before.track)
    return go_on(rep, run, run.track, now)


def _play(rep: Repertoire, run: Run, leg: Leg, items: tuple[Item, ...], now: float) -> Outcome:
    run = run._replace(
        leg=leg,
        queue=stack_of(items),
        played=NOTHING,
        beat=None,
        menu=None,
        rest=None,
        ways=(),
        before=None,
    )
    return flow(rep, run, now)


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
"""What an entry does that is neither a form, nor a page to stay on, nor one of the two edges."""

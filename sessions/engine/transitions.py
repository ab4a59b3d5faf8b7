"""What an event that is no answer does to a run: begin, move on, back, less, pause, pace, direct, stop.

Each takes the repertoire, the run, the event and `now`, and returns the new run with its effects.
"""

from __future__ import annotations

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import Ending, Pool
from sessions.engine.flow import ask_notice, end_of_beat, enter, flow, go_on, mark
from sessions.engine.menus import direct_ahead
from sessions.engine.score import Beat, BeatKind, Item
from sessions.engine.stack import NOTHING, Stack
from sessions.engine.state import SESSION_LEGS, Leg, Outcome, Place, Repertoire, Run, State
from sessions.pace import FASTEST, SLOWEST
from sessions.text_time import reading_time
from sessions.written import Track


class NotAllowedError(Exception):
    """An event that has no meaning in the run's state; the run is unchanged."""


WORDS_OF_DEFAULT_LESS = 12
"""The length of the longest smaller ask of the performer's own."""


def begin(rep: Repertoire, run: Run, event: ev.Begin, now: float) -> Outcome:
    """Start at the first beat of arriving."""
    if event.track is Track.DIRECT and not rep.score.has_direct:
        raise NotAllowedError("this session has no direct track")
    begun_on = event.track if rep.score.has_direct else Track.INDIRECT
    run = run.changed(track=event.track, begun_on=begun_on, ask_less=event.ask_less, seed=rep.seed)
    return enter(rep, run, Place(Leg.ARRIVING, 0, event.track), now)


def tick(_rep: Repertoire, run: Run, _event: ev.Tick, _now: float) -> Outcome:
    """Nothing: the engine has already caught up with the time."""
    return run, ()


def next_beat(rep: Repertoire, run: Run, _event: ev.Next, now: float) -> Outcome:
    """Move on early."""
    return end_of_beat(rep, run, now)


def back(rep: Repertoire, run: Run, _event: ev.Back, now: float) -> Outcome:
    """Show the prompt before again, or this one where it is the first since a gate."""
    if run.beat is None:
        raise NotAllowedError("nothing was shown yet")
    queue = run.queue.with_top(run.beat)
    played, queue = _last_prompt(run.played, queue) or (run.played, queue)
    run = run.stopped(now).changed(queue=queue, played=played)
    return flow(rep, run, now, again=True)


def back_from_gate(rep: Repertoire, run: Run, _event: ev.Back, now: float) -> Outcome:
    """Show the prompt before the question again; the question follows once more."""
    if run.on_demand:
        return go_on(rep, run, run.track, now, again=True)
    found = _last_prompt(run.played, NOTHING)
    if found is None:
        raise NotAllowedError("there is no prompt to go back to")
    played, queue = found
    run = run.changed(queue=queue, played=played, bookmark=None)
    return flow(rep, run, now, again=True)


def back_from_fork(rep: Repertoire, run: Run, _event: ev.Back, now: float) -> Outcome:
    """Show the prompt before an author's own question again; the question follows once more."""
    assert run.fork is not None, "this state has one"  # noqa: S101
    found = _last_prompt(run.played, run.queue.with_top(run.fork))
    if found is None:
        raise NotAllowedError("there is no prompt to go back to")
    played, queue = found
    return flow(rep, run.changed(queue=queue, played=played, fork=None), now, again=True)


def _last_prompt(played: Stack[Beat], queue: Stack[Item]) -> tuple[Stack[Beat], Stack[Item]] | None:
    """The two stacks, moved back to the last beat with words; None where there is none.

    Beats without words are passed over, since going back to one would show an empty page.
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
    run, turn = run.changed(left=max(run.left, stays)).counting(Pool.LESS)
    return run, (fx.ShowBeat(beat, beat.less or "", turn, smaller=True),)


def pause(_rep: Repertoire, run: Run, event: ev.Pause, now: float) -> Outcome:
    """Stop the clock; what is left of the beat is kept."""
    return run.stopped(now).changed(state=State.PAUSED), (fx.ShowPaused(event.away),)


def resume(_rep: Repertoire, run: Run, _event: ev.Resume, now: float) -> Outcome:
    """Start the clock on what was left."""
    return run.changed(state=State.BEAT, anchor=now), (fx.ShowResumed(),)


def set_pace(_rep: Repertoire, run: Run, event: ev.SetPace, now: float) -> Outcome:
    """Stretch or shrink what is left and all that follows."""
    if event.pace is not None and not FASTEST <= event.pace <= SLOWEST:
        raise NotAllowedError(f"a pace is {FASTEST:g} to {SLOWEST:g}, or manual")
    return run.stopped(now).changed(pace=event.pace), (fx.PaceChanged(event.pace),)


def ask_less(_rep: Repertoire, run: Run, event: ev.AskLess, _now: float) -> Outcome:
    """Ask less from now on, or at every check-point again; a question that is open stays open."""
    return run.changed(ask_less=event.less), (fx.AskingChanged(event.less),)


def noticing(_rep: Repertoire, run: Run, _event: ev.Noticing, now: float) -> Outcome:
    """Open a noticing pause in the middle of a beat of the session."""
    if run.leg not in SESSION_LEGS:
        raise NotAllowedError("a short form asks nothing")
    return ask_notice(mark(run, now).changed(on_demand=True), "")


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


def leave(_rep: Repertoire, run: Run, _event: ev.Leave, now: float) -> Outcome:
    """End at once."""
    run, turn = run.stopped(now).counting(Pool.END)
    run = run.changed(state=State.ENDED, queue=NOTHING, bookmark=None, beat=None, before=None)
    return run, (fx.Ended(Ending.STOPPED, turn, halted=run.halted is not None),)

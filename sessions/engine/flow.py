"""How a run flows through its score: from item to item, gate to gate, section to section.

`flow` is the only place where a beat starts; `go_on` is the only place where a track is entered.
"""

from __future__ import annotations

from dataclasses import replace

from sessions.engine import effects as fx
from sessions.engine.effects import Effect, Ending, MenuKind
from sessions.engine.events import FORMS, Feeling, Way
from sessions.engine.score import Beat, Fork, Gate, GateKind, Ring, Segment, starting_at
from sessions.engine.stack import NOTHING, stack_of
from sessions.engine.state import SESSION_LEGS, Leg, Outcome, Place, Repertoire, Run, State
from sessions.written import Track

HELP_AFTER_CLOSINGS = 2
"""A second closing in one run mentions help in one line (care guide rule 11)."""


def flow(rep: Repertoire, run: Run, at: float, *, again: bool = False) -> Outcome:
    """Take items from the queue until one takes time or waits; at its end, ask or go on.

    Args:
        rep: what can be played.
        run: the run; its queue starts with the item to take.
        at: when the first of them starts: the due time of the beat before, or the time of an answer.
        again: the first beat is shown once more.
    """
    rung: list[Effect] = []
    rest = run.queue
    while rest:
        item, rest = rest.taken()
        match item:
            case Ring():
                rung.append(fx.RingBell(item.tone, item.strikes, _is_indirect(run)))
            case Fork():
                run = replace(run, state=State.FORK, fork=item, queue=rest, beat=None)
                asked = fx.AskFork(item.text, tuple(branch.text for branch in item.branches))
                return run, (*rung, asked)
            case Beat():
                run, shown = _start(rep, replace(run, queue=rest), item, at, again=again)
                return run, (*rung, *shown)
    run, effects = _end_of_queue(rep, replace(run, queue=rest), at)
    return run, (*rung, *effects)


def _is_indirect(run: Run) -> bool:
    return run.leg in (Leg.FORM, Leg.FLOOR) or (run.leg is Leg.TRACK and run.track is Track.INDIRECT)


def _start(rep: Repertoire, run: Run, beat: Beat, at: float, *, again: bool) -> Outcome:
    run = replace(
        run,
        state=State.BEAT,
        beat=beat,
        fork=None,
        anchor=at,
        left=beat.length,
        turn=run.turn + 1,
    )
    # Tied to the beat, not to the turn: shown again, a prompt keeps its wording.
    text = beat.wordings[(rep.seed + beat.at.line + round(beat.start)) % len(beat.wordings)]
    return run, (fx.ShowBeat(beat, text, run.turn, again=again),)


def end_of_beat(rep: Repertoire, run: Run, at: float) -> Outcome:
    """The current beat is over at `at`."""
    run = run.stopped(at)
    played = run.played.with_top(run.beat) if run.beat else run.played
    return flow(rep, replace(run, played=played, beat=None, left=0.0), at)


def enter(rep: Repertoire, run: Run, place: Place, at: float, *, again: bool = False) -> Outcome:
    """Go on at a place, on the place's track."""
    items = place.items
    if items is None:
        items = stack_of(starting_at(_segment(rep, place).items, place.elapsed))
    run = replace(
        run,
        leg=place.leg,
        segment=place.segment,
        queue=items,
        played=place.played,
        beat=None,
        fork=None,
        entered=place.elapsed,
        bookmark=None,
        on_demand=False,
        menu=None,
        ways=(),
    )
    return flow(rep, run, at, again=again)


def go_on(rep: Repertoire, run: Run, track: Track | None, at: float, *, again: bool = False) -> Outcome:
    """Go on from the bookmark on a track; None keeps to the session's skip track once one is needed.

    An interrupted beat is taken up from its start. On the other track that is the beat which starts at or
    just before the same elapsed time.
    """
    place = run.bookmark
    if place is None:
        return _finish(run)
    if place.leg is Leg.TRACK:
        track = track or rep.score.if_skipped
        if track is not place.track:
            place = replace(place, track=track, items=None, played=NOTHING)
    return enter(rep, replace(run, track=track), place, at, again=again)


def mark(run: Run, now: float) -> Run:
    """Stop the clock and, in the middle of a segment of the session, remember the place."""
    run = run.stopped(now)
    if run.leg not in SESSION_LEGS or run.state not in (State.BEAT, State.PAUSED, State.FORK):
        return run
    if run.beat is not None:
        current: Beat | Fork | None = run.beat
        elapsed = run.beat.start + max(0.0, run.beat.length - run.left)
    else:
        current, elapsed = run.fork, max(run.entered, run.fork.start if run.fork else 0.0)
    items = run.queue.with_top(current) if current else run.queue
    return replace(run, bookmark=Place(run.leg, run.segment, run.track, elapsed, items, run.played))


def open_menu(rep: Repertoire, run: Run, kind: MenuKind, after: Feeling | None) -> Outcome:
    """Open an untimed menu with nothing preselected."""
    run = replace(
        run, state=State.MENU, beat=None, fork=None, queue=NOTHING, on_demand=False, turn=run.turn + 1
    )
    run = replace(run, menu=kind, ways=_ways(rep, run, kind))
    return run, (
        fx.OpenMenu(
            kind,
            run.ways,
            run.turn,
            after=after,
            mention_help=after is Feeling.CLOSING and run.closings == HELP_AFTER_CLOSINGS,
            already_gentle=run.track is Track.INDIRECT,
        ),
    )


def direct_ahead(rep: Repertoire, run: Run) -> bool:
    """Whether the direct track can still be chosen from where the session waits."""
    place = run.bookmark
    return rep.score.has_direct and place is not None and place.leg in (Leg.ARRIVING, Leg.TRACK)


def _ways(rep: Repertoire, run: Run, kind: MenuKind) -> tuple[Way, ...]:
    session_goes_on = (Way.GENTLER,) if run.bookmark else ()
    match kind:
        case MenuKind.INDIRECT:
            return (*session_goes_on, *FORMS, Way.NOTHING, Way.TOO_MUCH, Way.FAR_AWAY, Way.STOP)
        case MenuKind.RETURN:
            return (Way.GENTLER, Way.STOP, Way.DIRECT)
        case MenuKind.BETWEEN:
            return (Way.GENTLER, Way.DIRECT, Way.STOP)
        case MenuKind.AFTER_FORM:
            direct = (Way.DIRECT,) if direct_ahead(rep, run) else ()
            return (Way.ANOTHER, *session_goes_on, Way.STOP, *direct)
        case MenuKind.HALTED:
            return (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP)


def _segment(rep: Repertoire, place: Place) -> Segment:
    if place.leg is Leg.ARRIVING:
        return rep.score.arriving[place.segment]
    if place.leg is Leg.LANDING or place.track is None:
        return rep.score.landing
    return rep.score.tracks[place.track][place.segment]


def _end_of_queue(rep: Repertoire, run: Run, at: float) -> Outcome:
    match run.leg:
        case Leg.FORM:
            return open_menu(rep, run, MenuKind.AFTER_FORM, None)
        case Leg.FLOOR:
            return open_menu(rep, run, MenuKind.HALTED, run.halted)
        case Leg.LANDING:
            run = replace(run, state=State.CHECK_IN, turn=run.turn + 1)
            return run, (fx.AskCheckIn("", run.turn, final=True),)
        case _:
            return _end_of_segment(rep, run, at)


def _end_of_segment(rep: Repertoire, run: Run, at: float) -> Outcome:
    here = Place(run.leg, run.segment, run.track)
    gate = _segment(rep, here).gate
    if gate is None:
        return enter(rep, run, Place(Leg.LANDING, 0, run.track), at)
    return _ask(replace(run, bookmark=_after(rep, here)), gate)


def _after(rep: Repertoire, here: Place) -> Place:
    """The place behind a gate; a track's segments have one gate fewer than there are segments."""
    if here.leg is Leg.ARRIVING and here.segment + 1 == len(rep.score.arriving):
        return Place(Leg.TRACK, 0, here.track)
    return Place(here.leg, here.segment + 1, here.track)


def _ask(run: Run, gate: Gate) -> Outcome:
    run = replace(run, turn=run.turn + 1)
    if gate.kind is GateKind.NOTICE:
        return replace(run, state=State.NOTICE), (fx.AskNotice(gate.text, run.turn),)
    return replace(run, state=State.CHECK_IN), (fx.AskCheckIn(gate.text, run.turn),)


def _finish(run: Run) -> Outcome:
    run = replace(run, state=State.ENDED, beat=None, turn=run.turn + 1)
    return run, (fx.Ended(Ending.LANDED, run.turn),)

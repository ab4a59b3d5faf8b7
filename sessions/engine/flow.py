"""What comes next in a run when a beat, a gate or a section ends.

`flow` is the only place where a beat starts; `go_on` is the only place where a track is entered.
"""

from __future__ import annotations

from sessions.engine import effects as fx
from sessions.engine.effects import Effect, Ending, MenuKind, Pool
from sessions.engine.menus import direct_offered, open_menu
from sessions.engine.score import Beat, Fork, Gate, GateKind, Item, Ring, Segment, starting_at
from sessions.engine.stack import NOTHING, stack_of
from sessions.engine.state import SESSION_LEGS, Leg, Outcome, Place, Repertoire, Run, State
from sessions.written import Track


def flow(rep: Repertoire, run: Run, at: float, *, again: bool = False) -> Outcome:
    """Take items from the queue until one takes time or waits; when the queue is empty, ask or go on.

    A loop, not a recursion: any number of check-points may follow each other and pass by themselves.

    Args:
        rep: what can be played.
        run: the run; its queue starts with the item to take.
        at: when the first of them starts: the due time of the beat before, or the time of an answer.
        again: the person asked to see the first beat again.
    """
    before: list[Effect] = []
    while True:
        while run.queue:
            item, rest = run.queue.taken()
            run = run.changed(queue=rest)
            match item:
                case Ring():
                    before.append(fx.RingBell(item.tone, item.strikes, _is_indirect(run)))
                case Fork() if run.unasked:
                    run = run.changed(queue=stack_of(branch_of(run, item, 0), rest))
                    before += _passed(run)
                case Fork():
                    run = run.changed(state=State.FORK, fork=item, beat=None)
                    return run, (*before, asked_fork(item))
                case Beat():
                    run, shown = _start(rep, run, item, at, again=again)
                    return run, (*before, *shown)
        onward = _past_the_gate(rep, run)
        if onward is None:
            run, asked = _end_of_queue(rep, run)
            return run, (*before, *asked)
        run, passed = onward
        before += passed


def branch_of(run: Run, fork: Fork, index: int) -> tuple[Item, ...]:
    """The items of an option of a fork, from the beat where the run joined it."""
    items: tuple[Item, ...] = fork.branches[index].items
    return starting_at(items, run.entered) if run.entered > fork.start else items


def asked_fork(fork: Fork) -> fx.AskFork:
    """The effect that asks an author's own question."""
    return fx.AskFork(fork.text, tuple(branch.text for branch in fork.branches))


def wording_of(rep: Repertoire, beat: Beat) -> str:
    """The wording of a beat in this run, chosen by the beat's place, so the same when shown again."""
    if rep.first_wording:
        return beat.wordings[0]
    return beat.wordings[(rep.seed + beat.at.line + round(beat.start)) % len(beat.wordings)]


def _is_indirect(run: Run) -> bool:
    return run.leg in (Leg.FORM, Leg.FLOOR) or (run.leg is Leg.TRACK and run.track is Track.INDIRECT)


def _start(rep: Repertoire, run: Run, beat: Beat, at: float, *, again: bool) -> Outcome:
    run = run.changed(state=State.BEAT, beat=beat, fork=None, anchor=at, left=beat.length)
    return run, (fx.ShowBeat(beat, wording_of(rep, beat), again=again),)


def end_of_beat(rep: Repertoire, run: Run, at: float) -> Outcome:
    """The current beat is over at `at`."""
    run = run.stopped(at)
    played = run.played.with_top(run.beat) if run.beat else run.played
    return flow(rep, run.changed(played=played, beat=None, left=0.0), at)


def enter(rep: Repertoire, run: Run, place: Place, at: float, *, again: bool = False) -> Outcome:
    """Go on at a place, on its track."""
    return flow(rep, _placed(rep, run, place), at, again=again)


def _placed(rep: Repertoire, run: Run, place: Place) -> Run:
    items = place.items
    if items is None:
        items = stack_of(starting_at(segment_at(rep, place).items, place.elapsed))
    return run.cleared(
        leg=place.leg,
        segment=place.segment,
        queue=items,
        played=place.played,
        fork=None,
        entered=place.elapsed,
        bookmark=None,
        on_demand=False,
    )


def go_on(rep: Repertoire, run: Run, track: Track | None, at: float, *, again: bool = False) -> Outcome:
    """Go on from the bookmark on a track; None takes the session's skip track where the tracks part.

    An interrupted beat starts again. On the other track that is the beat which starts at or
    just before the same elapsed time.
    """
    if run.bookmark is None:
        return finish(run)
    run, place = _on_track(rep, run, run.bookmark, track)
    return enter(rep, run, place, at, again=again)


def _on_track(rep: Repertoire, run: Run, place: Place, track: Track | None) -> tuple[Run, Place]:
    if place.leg is Leg.TRACK:
        track = track or rep.score.if_skipped
        if track is not place.track:
            place = place.changed(track=track, items=None, played=NOTHING)
    return run.changed(track=track), place


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
    return run.changed(bookmark=Place(run.leg, run.segment, run.track, elapsed, items, run.played))


def segment_at(rep: Repertoire, place: Place) -> Segment:
    """The segment of the score that a place is in."""
    if place.leg is Leg.ARRIVING:
        return rep.score.arriving[place.segment]
    if place.leg is Leg.LANDING or place.track is None:
        return rep.score.landing
    return rep.score.tracks[place.track][place.segment]


def _past_the_gate(rep: Repertoire, run: Run) -> tuple[Run, list[Effect]] | None:
    """The run at the start of the next segment, if nothing is asked before it; None if it waits or ends."""
    if run.leg not in (Leg.ARRIVING, Leg.TRACK):
        return None
    here = Place(run.leg, run.segment, run.track)
    gate = segment_at(rep, here).gate
    if gate is None:
        return _placed(rep, run, Place(Leg.LANDING, 0, run.track)), []
    if not _passes(rep, run, here):
        return None
    run, place = _on_track(rep, run, _after(rep, here), run.track)
    return _placed(rep, run, place), _passed(run)


def _passes(rep: Repertoire, run: Run, here: Place) -> bool:
    """Whether a check-point passes by itself; with `ask_less`, the one before direct care is still asked."""
    if not run.unasked or run.closings:
        return run.unasked
    before_tracks = here.leg is Leg.ARRIVING and here.segment + 1 == len(rep.score.arriving)
    return not (before_tracks and direct_offered(rep, run))


def _passed(run: Run) -> list[Effect]:
    """One line for a person who asked to be asked less; after closing, questions pass without a word."""
    return [] if run.closings else [fx.QuestionPassed()]


def _end_of_queue(rep: Repertoire, run: Run) -> Outcome:
    if run.leg is Leg.FORM:
        return open_menu(rep, run, MenuKind.AFTER_FORM)
    if run.leg is Leg.FLOOR:
        return open_menu(rep, run, MenuKind.CALM)
    if run.leg is Leg.LANDING:
        return finish(run) if run.unasked else ask_last(rep, run)
    here = Place(run.leg, run.segment, run.track)
    gate = segment_at(rep, here).gate
    assert gate is not None, "a segment without a gate leads to landing"  # noqa: S101
    return ask(rep, run.changed(bookmark=_after(rep, here)), gate)


def _after(rep: Repertoire, here: Place) -> Place:
    """The place after a gate; the last segment of a track has none."""
    if here.leg is Leg.ARRIVING and here.segment + 1 == len(rep.score.arriving):
        return Place(Leg.TRACK, 0, here.track)
    return Place(here.leg, here.segment + 1, here.track)


def ask(rep: Repertoire, run: Run, gate: Gate) -> Outcome:
    """Ask the question of a check-point."""
    if gate.kind is GateKind.NOTICE:
        return ask_notice(run, gate.text)
    run, turn = run.counting(Pool.CHECK_IN)
    return run.changed(state=State.CHECK_IN), (fx.AskCheckIn(gate.text, turn, signs=_signs(rep)),)


def _signs(rep: Repertoire) -> fx.Signs:
    return fx.Signs(rep.mine.opening, rep.mine.closing) if rep.mine else fx.NO_SIGNS


def ask_notice(run: Run, text: str) -> Outcome:
    """Ask which coat resistance wears."""
    run, turn = run.counting(Pool.NOTICE)
    return run.changed(state=State.NOTICE), (fx.AskNotice(text, turn),)


def ask_last(rep: Repertoire, run: Run) -> Outcome:
    """The last question, on the landing page."""
    run, turn = run.counting(Pool.LAST)
    return run.changed(state=State.CHECK_IN), (fx.AskCheckIn("", turn, final=True, signs=_signs(rep)),)


def finish(run: Run) -> Outcome:
    """The session has landed."""
    run, turn = run.counting(Pool.END)
    return run.changed(state=State.ENDED, beat=None), (fx.Ended(Ending.LANDED, turn),)

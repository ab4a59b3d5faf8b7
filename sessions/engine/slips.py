"""Back from a page that was opened by mistake, to the same prompt or question (care guide rule 3)."""

from __future__ import annotations

from sessions.engine import effects as fx
from sessions.engine.effects import Effect
from sessions.engine.flow import ask, ask_last, ask_notice, asked_fork, segment_at, wording_of
from sessions.engine.menus import hold_still, open_menu
from sessions.engine.state import Outcome, Place, Repertoire, Run, State


def put_back(rep: Repertoire, run: Run, now: float) -> Outcome:
    """The run as it was before; a beat comes back paused, anything else waits as it did."""
    before = run.before
    assert before is not None, "a slip is offered only where there is one"  # noqa: S101
    run = before.changed(
        anchor=now,
        pace=run.pace,
        ask_less=run.ask_less,
        said=run.said,
        named=run.named,
        spent=run.spent,
    )
    match run.state:
        case State.BEAT | State.PAUSED:
            return run.changed(state=State.PAUSED), _shown_paused(rep, run)
        case State.FORK:
            return run, (asked_fork(run.fork),) if run.fork else ()
        case State.NOTICE | State.CHECK_IN:
            return _asked(rep, run)
        case State.STILL if run.rest:
            return hold_still(rep, run, run.rest)
        case State.MENU if run.menu:
            return open_menu(rep, run, run.menu, before=run.before)
    raise AssertionError(f"nothing can be said by mistake in state {run.state.value}")


def _shown_paused(rep: Repertoire, run: Run) -> tuple[Effect, ...]:
    assert run.beat is not None, "a beat is on"  # noqa: S101
    return fx.ShowBeat(run.beat, wording_of(rep, run.beat), again=True), fx.ShowPaused()


def _asked(rep: Repertoire, run: Run) -> Outcome:
    if run.on_demand:
        return ask_notice(run, "")
    if run.bookmark is None:
        return ask_last(rep, run)
    gate = segment_at(rep, Place(run.leg, run.segment, run.track)).gate
    assert gate is not None, "a question stands at a gate"  # noqa: S101
    return ask(rep, run, gate)

"""The untimed menus: what each offers, after closing, too much and far away above all, and in which order."""

from __future__ import annotations

from typing import assert_never

from sessions.engine import effects as fx
from sessions.engine.effects import MenuKind, Pool
from sessions.engine.events import FORMS, HALTING_WAYS, RESTS, Coat, Feeling, Way
from sessions.engine.stack import NOTHING
from sessions.engine.state import Leg, Outcome, Repertoire, Run, State
from sessions.written import Track

HELP_AFTER_CLOSINGS = 2
"""A second closing in one run mentions help in one line (care guide rule 11)."""


def open_menu(
    rep: Repertoire, run: Run, kind: MenuKind, after: Feeling | Coat | None = None, before: Run | None = None
) -> Outcome:
    """Open an untimed menu with nothing preselected.

    Args:
        rep: what can be played.
        run: the run, with its clock stopped.
        kind: which menu.
        after: the answer that led here.
        before: the run to go back to, if that answer was a mistake.
    """
    run = run.changed(
        state=State.MENU,
        beat=None,
        fork=None,
        queue=NOTHING,
        on_demand=False,
        rest=None,
        menu=kind,
        before=before,
    )
    run, turn = run.counting(_pool(kind, after))
    backdraft = after is Feeling.CLOSING and not run.named
    ways, more = _ways(rep, run, kind, after)
    shown = fx.OpenMenu(
        kind,
        ways,
        turn,
        after=after,
        more=more,
        mention_help=after is Feeling.CLOSING and run.closings == HELP_AFTER_CLOSINGS,
        backdraft=backdraft,
        comforts=rep.mine.comforts if kind in (MenuKind.CLOSING, MenuKind.AFTER_FORM) else (),
    )
    return run.changed(ways=ways + more, named=run.named or backdraft), (shown,)


def hold_still(rep: Repertoire, run: Run, way: Way) -> Outcome:
    """An untimed page to stay on; Enter carries on gently."""
    run, turn = run.counting(Pool.REST if way is Way.NOTHING else way)
    others = tuple(rest for rest in RESTS if rest is not way)
    ways, more = (Way.GENTLER, Way.STOP), (*others, *FORMS, *HALTING_WAYS, *_direct(rep, run))
    run = run.changed(state=State.STILL, menu=None, rest=way, ways=ways + more, before=None)
    return run, (fx.HoldStill(way, turn, ways, more, rep.mine.comforts),)


def direct_offered(rep: Repertoire, run: Run) -> bool:
    """Whether a run may offer the direct track: there is one, and the run did not begin on the indirect."""
    return rep.score.has_direct and run.begun_on is not Track.INDIRECT


def direct_ahead(rep: Repertoire, run: Run) -> bool:
    """Whether the direct track can still be chosen from where the session waits."""
    place = run.bookmark
    return direct_offered(rep, run) and place is not None and place.leg in (Leg.ARRIVING, Leg.TRACK)


def _pool(kind: MenuKind, after: Feeling | Coat | None) -> Pool | Coat:
    if isinstance(after, Coat):
        return after
    return Pool.AFTER_FORM if kind is MenuKind.AFTER_FORM else Pool.CLOSING


def _ways(
    rep: Repertoire, run: Run, kind: MenuKind, after: Feeling | Coat | None
) -> tuple[tuple[Way, ...], tuple[Way, ...]]:
    """The entries that a menu shows, and those behind *more*."""
    slip = (Way.SLIP,) if run.before is not None else ()
    match kind:
        case MenuKind.CLOSING:
            planned = (Way.AS_PLANNED,) if isinstance(after, Coat) else ()
            shown = (Way.GENTLER, *RESTS, *planned, Way.STOP)
            return shown, (*FORMS, *HALTING_WAYS, *_direct(rep, run), *slip)
        case MenuKind.AFTER_FORM:
            return (Way.GENTLER, *RESTS, Way.STOP), (*FORMS, *HALTING_WAYS, *_direct(rep, run))
        case MenuKind.HALTED:
            return (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP, *slip), ()
        case MenuKind.CALM:
            return (Way.STOP, Way.NATURE, Way.FLOOR, Way.COMPANY, Way.HELP, *slip), ()
        case _:
            assert_never(kind)


def _direct(rep: Repertoire, run: Run) -> tuple[Way, ...]:
    return (Way.DIRECT,) if direct_ahead(rep, run) else ()

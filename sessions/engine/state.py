"""The state of a run, one frozen value: where it is, what is left of the beat, and what comes next.

Time is kept in three numbers: `anchor` (when the beat's clock last started), `left` (seconds of score left
at that moment) and `pace`. A beat is due at `anchor + left × pace`; the next beat's anchor is that due time,
not the time of the call, so late ticks add no drift.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from sessions.engine.effects import Effect, MenuKind
from sessions.engine.events import Feeling, Way
from sessions.engine.score import Beat, Fork, Item, Score
from sessions.engine.stack import NOTHING, Stack
from sessions.mine.model import NOTHING_KEPT, Mine
from sessions.value import Kind, Value
from sessions.written import Track


class State(Kind):
    """What a run is doing; all but BEAT wait for the person, without limit."""

    READY = "ready"
    """Not begun."""
    BEAT = "beat"
    """A beat is on; due unless it waits or the pace is manual."""
    PAUSED = "paused"
    """The clock is stopped within a beat."""
    NOTICE = "notice"
    """Which coat does resistance wear?"""
    CHECK_IN = "check_in"
    """How is it now?"""
    FORK = "fork"
    """An author's own question."""
    MENU = "menu"
    """One of the untimed menus."""
    STILL = "still"
    """An untimed page: a small thing, something ordinary, or nothing for a while."""
    ENDED = "ended"
    """Over; only ticks are taken, and ignored."""


class Leg(Kind):
    """Which stretch of the way a run is on."""

    ARRIVING = "arriving"
    TRACK = "track"
    LANDING = "landing"
    FORM = "form"
    """A short indirect form, outside the session's own length."""
    FLOOR = "floor"
    """After too much or far away: Floor Under You, and nothing else."""


SESSION_LEGS = frozenset({Leg.ARRIVING, Leg.TRACK, Leg.LANDING})
"""The legs whose beats add up to the promised length."""


class Place(Value):
    """Where the session goes on after a gate, a menu or a short form."""

    leg: Leg
    segment: int
    track: Track | None
    """The track that `items` belongs to."""
    elapsed: float = 0.0
    """Seconds of score since the start of the segment."""
    items: Stack[Item] | None = None
    """What is left of the segment on `track`, the interrupted beat first; None at the start of a segment."""
    played: Stack[Beat] = NOTHING


class Repertoire(Value):
    """All that can be played in one run."""

    score: Score
    forms: Mapping[Way, tuple[Item, ...]]
    """The four short indirect forms, and Floor Under You, laid out straight."""
    seed: int = 0
    """Chooses among wordings; the same seed gives the same words."""
    first_wording: bool = False
    """Every prompt has its first wording, so that a guide sees the words they prepared with."""
    mine: Mine = NOTHING_KEPT
    """The person's own lines: comforts for the menus, signs for the hints of a check-in."""

    @property
    def floor(self) -> tuple[Item, ...]:
        """Floor Under You."""
        return self.forms[Way.FLOOR]


class Run(Value):
    """Everything that is true of a run at one moment.

    A named tuple: it is made anew with every event, and a copy of a dataclass takes five times as long.
    """

    state: State = State.READY
    leg: Leg = Leg.ARRIVING
    segment: int = 0
    track: Track | None = None
    """None while nobody has chosen; indirect from closing on, until the person asks for the other."""
    begun_on: Track | None = None
    """The track chosen before the start; None is *ask me on the way*."""
    ask_less: bool = False
    """Only the question before direct care is asked."""
    queue: Stack[Item] = NOTHING
    """What comes after the current beat, up to the next gate."""
    played: Stack[Beat] = NOTHING
    """The beats before the current one, since the last gate; the latest is on top."""
    beat: Beat | None = None
    fork: Fork | None = None
    entered: float = 0.0
    """Seconds into the segment at which it was entered; a fork that began earlier is joined at that point."""
    anchor: float = 0.0
    left: float = 0.0
    pace: float | None = 1.0
    clock: float = float("-inf")
    """The latest `now` seen."""
    spent: float = 0.0
    """Seconds of the person's clock that beats have taken so far."""
    bookmark: Place | None = None
    """Where to go on; None at a check-in means that the session is over."""
    on_demand: bool = False
    """The noticing pause was opened by the person, in the middle of a beat."""
    ways: tuple[Way, ...] = ()
    """What can be picked in the open menu or on the untimed page, entries behind *more* included."""
    menu: MenuKind | None = None
    before: Run | None = None
    """The run as it was when closing, too much or far away was said, to go back to if that was a slip."""
    rest: Way | None = None
    """Which untimed page is open."""
    closings: int = 0
    named: bool = False
    """Backdraft has been called by its name in this run."""
    halted: Feeling | None = None
    seed: int = 0
    said: tuple[tuple[Enum, int], ...] = ()
    """How often a line of each pool was said, counted from 0, in the order of their first lines."""

    @property
    def unasked(self) -> bool:
        """Whether check-points and an author's questions pass by themselves."""
        return self.closings > 0 or self.ask_less

    @property
    def at_the_end(self) -> bool:
        """Whether the last question is open, after landing."""
        return self.state is State.CHECK_IN and self.bookmark is None

    def counting(self, pool: Enum) -> tuple[Run, int]:
        """The same run with one more line of a pool said, and the `turn` of that line."""
        said = dict(self.said)
        said[pool] = said.get(pool, -1) + 1
        return self.changed(said=tuple(said.items())), self.seed + said[pool]

    @property
    def due(self) -> float | None:
        """When the current beat ends, on the caller's clock; None while the run waits for the person."""
        if self.state is not State.BEAT or self.beat is None or self.beat.waits or self.pace is None:
            return None
        return self.anchor + self.left * self.pace

    def left_at(self, now: float) -> float:
        """Seconds of score left in the current beat."""
        if self.due is None or self.pace is None:
            return self.left
        return max(0.0, self.left - (now - self.anchor) / self.pace)

    def stopped(self, now: float) -> Run:
        """The same run with the beat's clock stopped at `now`."""
        if self.state is not State.BEAT:
            return self
        return self.changed(
            left=self.left_at(now), anchor=now, spent=self.spent + max(0.0, now - self.anchor)
        )

    def cleared(self, **changes: Any) -> Run:
        """A changed copy with no beat and no page open, before other beats are played."""
        return self.changed(beat=None, menu=None, rest=None, ways=(), before=None, **changes)

    def elapsed(self, now: float) -> float:
        """Seconds that beats have taken so far; time in menus, check-ins and pauses is not counted."""
        return self.stopped(now).spent


Outcome = tuple[Run, tuple[Effect, ...]]
"""A run after an event, and what the performer has to do."""

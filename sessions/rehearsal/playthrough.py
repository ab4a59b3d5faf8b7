"""Plays a whole run under a clock that jumps from due time to due time: all stops a rehearsal can go to.

The engine decides everything; kept here are the person's events that lead somewhere (`Said`), and where they
happened. The same events played again lead to the same stops, and in a session that was changed since to the
stops most like them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sessions.engine.effects import AskCheckIn, Effect, ShowCompany, ShowHelp
from sessions.engine.engine import Engine
from sessions.engine.events import (
    HALTING,
    HALTING_WAYS,
    AskLess,
    Back,
    Begin,
    ChooseOption,
    Event,
    Feeling,
    Leave,
    Next,
    Noticing,
    Pick,
    Report,
    Resume,
    TakeDirect,
    Tick,
    Way,
    Wear,
)
from sessions.engine.state import Repertoire, Run, State
from sessions.rehearsal.answers import Answers
from sessions.rehearsal.take import Answerer
from sessions.written import Track

ASKING = frozenset({State.NOTICE, State.CHECK_IN, State.FORK, State.MENU})
"""The states that wait for one of several answers."""
CHECK_POINTS = frozenset({State.NOTICE, State.CHECK_IN})

_STORY = (Report, Wear, ChooseOption, Pick, Noticing, AskLess, TakeDirect, Leave)
_ONLY_SHOWN = frozenset({Way.COMPANY, Way.HELP})


@dataclass(frozen=True, slots=True)
class Said:
    """An event of the person that leads the run somewhere, with its place."""

    event: Event
    played: int | None = None
    """For an event in a beat, the number of beats before it since the last question; None for an answer."""
    into: float = 0.0
    """Seconds of score from the start of that beat."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A beat, or a question, as a run comes to it."""

    run: Run
    effects: tuple[Effect, ...]
    """The effects performed there, bells first."""
    said: tuple[Said, ...]
    """All events on the way there."""

    @property
    def is_beat(self) -> bool:
        """Whether it is a beat."""
        return self.run.state is State.BEAT

    @property
    def is_check_point(self) -> bool:
        """Whether the session asks here; a noticing pause on demand is no part of the session."""
        return self.run.state in CHECK_POINTS and not self.run.on_demand

    def taken_up(self, now: float, pace: float | None, into: float = 0.0) -> Run:
        """The run from here on, on a clock that shows `now`, with `into` seconds of the beat already over."""
        into = min(into, self.run.left)
        return self.run.changed(
            clock=now,
            anchor=now,
            left=self.run.left - into,
            spent=self.run.spent + into,
            pace=pace,
        )


def said_after(said: tuple[Said, ...], run: Run, event: Event, now: float) -> tuple[Said, ...]:
    """The list of events after another one happens to a run; most events lead nowhere and are not added.

    Going back from a noticing pause on demand removes the pause, and a slip removes the mistaken event.
    """
    match event:
        case Back() if run.on_demand and said and isinstance(said[-1].event, Noticing):
            return said[:-1]
        case Pick(Way.SLIP):
            return _without_slip(said)
        case Pick(way) if way in _ONLY_SHOWN:
            return said
        case Report(feeling) if run.at_the_end and feeling not in (Feeling.SKIP, *HALTING):
            return said
    return (*said, as_said(run, event, now)) if isinstance(event, _STORY) else said


def as_said(run: Run, event: Event, now: float) -> Said:
    """An event with the place in the run where it happens."""
    if run.state not in (State.BEAT, State.PAUSED) or run.beat is None:
        return Said(event)
    return Said(event, len(run.played), max(0.0, run.beat.length - run.left_at(now)))


def _without_slip(said: tuple[Said, ...]) -> tuple[Said, ...]:
    """The list without its last event; halting answers given again in the menu count as one slip."""
    halted = bool(said) and _halts(said[-1].event)
    said = said[:-1]
    while halted and said and _halts(said[-1].event):
        said = said[:-1]
    return said


def _halts(event: Event) -> bool:
    return event in {*(Report(feeling) for feeling in HALTING), *(Pick(way) for way in HALTING_WAYS)}


def course(
    rep: Repertoire, track: Track | None, said: Iterable[Said] = (), answer: Answerer | None = None
) -> tuple[Stop, ...]:
    """Every stop of a run, from the first beat to the last question.

    Args:
        rep: what can be played.
        track: the track to begin on; a track the session does not have is left open.
        said: the events on the way; those that do not fit any more are passed over.
        answer: answers all other questions; without it they are skipped.

    Raises:
        AnswersError: raised by `answer`, where one does not fit.
    """
    return tuple(_Walk(rep, said, answer or Answers().next_for).stops(track))


def script(
    rep: Repertoire, track: Track | None, said: Iterable[Said] = (), answer: Answerer | None = None
) -> tuple[Said, ...]:
    """All events of such a run, the last answer included; arguments as for `course`."""
    walk = _Walk(rep, said, answer or Answers().next_for)
    for _ in walk.stops(track):
        pass
    return walk.said


class _Walk:
    """One run from stop to stop.

    Attributes:
        said: all events so far.
    """

    def __init__(self, rep: Repertoire, said: Iterable[Said], answer: Answerer) -> None:
        self._engine = Engine(rep)
        self._coming = deque(said)
        self.said: tuple[Said, ...] = ()
        self._answer = answer
        self._now = 0.0

    def stops(self, track: Track | None) -> Iterator[Stop]:
        begin = Begin(track)
        effects = self._handle(begin if self._engine.allows(begin, 0.0) else Begin())
        while self._engine.run.state is not State.ENDED:
            if any(not _is_only_shown(effect) for effect in effects):
                yield Stop(self._engine.run, effects, self.said)
            answers = [event for effect in effects if (event := self._answer(effect)) is not None]
            effects = self._go_on(answers[-1] if answers else None)

    def _go_on(self, answer: Event | None) -> tuple[Effect, ...]:
        if self._engine.run.state is State.BEAT:
            return self._end_of_beat()
        if self._engine.run.state is State.PAUSED:
            return self._handle(Resume())
        if self._engine.run.state not in ASKING:
            return self._end_of_rest()
        return self._say(self._recalled() or Said(answer or Leave()))

    def _end_of_rest(self) -> tuple[Effect, ...]:
        """Leave a rest: by the next answer, if it is allowed there, as closing is; otherwise by moving on."""
        if self._coming and self._coming[0].played is None:
            said = self._coming[0]
            if self._engine.allows(said.event, self._now):
                return self._say(self._coming.popleft())
        return self._handle(Next())

    def _recalled(self) -> Said | None:
        """The next given answer that is allowed here; those before it are dropped."""
        while self._coming and self._coming[0].played is None:
            said = self._coming.popleft()
            if self._engine.allows(said.event, self._now):
                return said
        return None

    def _end_of_beat(self) -> tuple[Effect, ...]:
        run, due = self._engine.run, self._engine.due
        if self._coming and self._coming[0].played == len(run.played):
            said = self._coming.popleft()
            left = run.left_at(self._now)
            behind = run.beat.length - left if run.beat is not None else 0.0
            onward = min(max(0.0, said.into - behind), max(0.0, left - 0.001))
            moment = self._now + (0.0 if due is None else onward)
            if self._engine.allows(said.event, moment):
                self._now = moment
                return self._say(said)
        if due is None:
            return self._handle(Next())
        self._now = due
        return self._handle(Tick())

    def _say(self, said: Said) -> tuple[Effect, ...]:
        self.said += (said,)
        return self._handle(said.event)

    def _handle(self, event: Event) -> tuple[Effect, ...]:
        return self._engine.handle(event, self._now)


def _is_only_shown(effect: Effect) -> bool:
    """Whether an effect only shows a page or a line, and the run stays where it was."""
    if isinstance(effect, AskCheckIn):
        return effect.answered is not None
    return isinstance(effect, ShowCompany | ShowHelp)

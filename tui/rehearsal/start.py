"""Rehearses a session, in lines or on the screen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sessions.clock import MachineClock
from sessions.engine.effects import Effect
from sessions.engine.events import Event, Leave
from sessions.library.catalogue import Entry
from sessions.model import Session
from sessions.rehearsal.answers import Answers, AnswersError
from tui.beginning import track_of
from tui.exits import Exit, StopError
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.plain.typing_in import StdinLines
from tui.rehearsal.clocks import JumpingClock, NoLines, ScaledClock, ScaledLines
from tui.run.performance import Performance
from tui.terminal.capabilities import write

if TYPE_CHECKING:
    from sessions.rehearsal.playthrough import Said

MAX = float("inf")
"""The speed that jumps from cue to cue."""


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """Options of a rehearsal."""

    track: str = "ask"
    answers: str = ""
    """A list for `sessions.rehearsal.answers`."""
    speed: float | None = None
    """A multiple of real time; infinity jumps from cue to cue. None is infinity in lines, 1 on the screen."""
    plain: bool = True


def rehearse(session: Session, entry: Entry, how: Rehearsal) -> list[str]:
    """Play a session from beginning to end; returns the answers that no question used.

    Raises:
        StopError: an answer is unknown, or does not fit its question.
    """
    performance = Performance(session, entry.name, track_of(session, how.track))
    try:
        given = Answers(how.answers)
        if how.plain:
            PlainRun(performance, _plain_means(given, how.speed or MAX)).play()
        elif how.speed == MAX:
            _through_the_screen(performance, given)
        else:
            _on_the_bench(performance, given, entry, how.speed or 1.0)
    except AnswersError as error:
        raise StopError(str(error), Exit.USAGE) from None
    return given.left


def _plain_means(answers: Answers, speed: float) -> PlainMeans:
    if speed == MAX:
        jumping = JumpingClock()
        return PlainMeans(jumping, NoLines(jumping), write, answer=answers.next_for, away=None, clocked=True)
    clock, source = ScaledClock(MachineClock(), speed), ScaledLines(StdinLines(), speed)
    return PlainMeans(clock, source, write, answer=answers.next_for, away=None, clocked=True)


def _through_the_screen(performance: Performance, answers: Answers) -> None:
    from tui.rehearsal.alarms import JumpingAlarm  # noqa: PLC0415  # it loads asyncio
    from tui.rehearsal.open import rehearse_app  # noqa: PLC0415  # it brings Textual along

    answer, jumping = _Careful(answers), JumpingClock()
    rehearse_app(performance, jumping, JumpingAlarm(jumping), answer)
    if answer.error is not None:
        raise answer.error


def _on_the_bench(performance: Performance, answers: Answers, entry: Entry, speed: float) -> None:
    from sessions.rehearsal.playthrough import script  # noqa: PLC0415  # only for the screen
    from sessions.repertoire import repertoire  # noqa: PLC0415  # same
    from tui.rehearsal.open import open_bench  # noqa: PLC0415  # it brings Textual along

    told: tuple[Said, ...] = ()
    if answers.written:
        played = repertoire(performance.session, performance.seed)
        told = script(played, performance.track, answer=answers.next_for)
    open_bench(performance, os.fspath(entry.path), speed, told)


class _Careful:
    """Answers for the screen: one that does not fit ends the run, and is reported once the screen is gone."""

    def __init__(self, answers: Answers) -> None:
        self.error: AnswersError | None = None
        self._answers = answers

    def __call__(self, effect: Effect) -> Event | None:
        try:
            return self._answers.next_for(effect)
        except AnswersError as error:
            self.error = error
            return Leave()

"""Rehearses a session, in lines or on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from sessions.answers import Answers, AnswersError
from sessions.clock import MachineClock
from sessions.effects import Effect
from sessions.events import Event, Leave
from sessions.model import Session
from tui.beginning import track_of
from tui.exits import Exit, StopError
from tui.performance import Performance
from tui.plain import PlainMeans, PlainRun
from tui.rehearsal import JumpingClock, NoLines, ScaledClock, ScaledLines
from tui.terminal import write
from tui.typing_in import StdinLines


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How a session is rehearsed."""

    track: str = "ask"
    answers: str = ""
    """A list for `sessions.answers`."""
    speed: float = float("inf")
    """Times life; infinity jumps from cue to cue."""
    plain: bool = True


def rehearse(session: Session, name: str, how: Rehearsal) -> list[str]:
    """Play a session from beginning to end; returns the answers no question came for.

    Raises:
        StopError: an answer is unknown, or does not fit where it is used.
    """
    performance = Performance(session, name, track_of(session, how.track))
    try:
        given = Answers(how.answers)
        if how.plain:
            PlainRun(performance, _plain_means(given, how.speed)).play()
        else:
            _on_screen(performance, given, how.speed)
    except AnswersError as error:
        raise StopError(str(error), Exit.USAGE) from None
    return given.left


def _plain_means(answers: Answers, speed: float) -> PlainMeans:
    if speed == float("inf"):
        jumping = JumpingClock()
        return PlainMeans(jumping, NoLines(jumping), write, answer=answers.next_for, away=None)
    clock, source = ScaledClock(MachineClock(), speed), ScaledLines(StdinLines(), speed)
    return PlainMeans(clock, source, write, answer=answers.next_for, away=None)


def _on_screen(performance: Performance, answers: Answers, speed: float) -> None:
    from tui.rehearsal_alarms import JumpingAlarm, ScaledAlarm  # noqa: PLC0415  # they bring asyncio along
    from tui.start import rehearse_app  # noqa: PLC0415  # it brings Textual along

    answer = _Careful(answers)
    if speed == float("inf"):
        jumping = JumpingClock()
        rehearse_app(performance, jumping, JumpingAlarm(jumping), answer)
    else:
        clock = ScaledClock(MachineClock(), speed)
        rehearse_app(performance, clock, ScaledAlarm(speed), answer)
    if answer.error is not None:
        raise answer.error


class _Careful:
    """Answers for a screen: one that does not fit ends the run, and is told once the screen is gone."""

    def __init__(self, answers: Answers) -> None:
        self.error: AnswersError | None = None
        self._answers = answers

    def __call__(self, effect: Effect) -> Event | None:
        try:
            return self._answers.next_for(effect)
        except AnswersError as error:
            self.error = error
            return Leave()

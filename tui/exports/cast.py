"""A terminal recording of a session: the plain performer, beside a clock that jumps."""

from __future__ import annotations

from sessions.durations import in_words
from sessions.export.cast import Put
from sessions.rehearsal.answers import Answers
from tui.exports.chosen_path import ChosenPath
from tui.plain.performer import PlainMeans, PlainRun
from tui.rehearsal.clocks import JumpingClock, NoLines
from tui.run.performance import Performance


def performed(path: ChosenPath) -> list[Put]:
    """What the plain performer puts out, and when.

    Raises:
        AnswersError: an answer is unknown, or does not fit where it is used.
    """
    clock, session = JumpingClock(), path.session
    put = [Put(0.0, f"{session.title}, {in_words(session.length)}.\n")]

    def write(text: str) -> None:
        put.append(Put(clock.now(), text))

    means = PlainMeans(clock, NoLines(clock), write, answer=Answers(path.answers).next_for, away=None)
    PlainRun(Performance(session, path.name, path.track), means).play()
    return put

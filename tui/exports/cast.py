"""A terminal recording of a session, made by the plain performer under a clock that jumps."""

from __future__ import annotations

from sessions.durations import in_words
from sessions.export.cast import Put
from sessions.rehearsal.answers import Answers
from tui.exports.chosen_path import ChosenPath
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.rehearsal.clocks import JumpingClock, NoLines
from tui.run.performance import Performance


def performed(path: ChosenPath) -> list[Put]:
    """The output of the plain performer, with the time of each write.

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

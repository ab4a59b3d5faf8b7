"""Whether a line reached its goal, or why that is not known."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from tests.bench.telling.line import Judge, Line, Trial
from tests.bench.telling.spread import spread
from tests.bench.telling.taking import Taking


class Verdict(Enum):
    """How a line ended."""

    MET = "met"
    MISSED = "missed"
    NO_GOAL = "no goal"
    INCOMPLETE = "incomplete"
    """Only some rounds were measured; they are shown, but give no verdict."""
    NOT_MEASURED = "not measured"


@dataclass(slots=True)
class Outcome:
    """How far a trial came."""

    trial: Trial
    taking: Taking
    trouble: str = field(default="")
    """Why it was not completed, in one line."""


def judged(line: Line, taking: Taking) -> float | None:
    """The figure that the goal is about; None if there is none."""
    quantity = line.quantity or line.name
    ours = taking.values(line.ours, quantity)
    if line.goal is None or not ours:
        return None
    if line.goal.judge is Judge.RATIO:
        ratios = spread(taking.ratios(line.ours, line.beside[0], quantity))
        return ratios.median if ratios else None
    if line.goal.judge is Judge.TOTAL:
        return sum(ours)
    told = spread(ours)
    assert told is not None
    return {Judge.MEDIAN: told.median, Judge.P99: told.p99, Judge.WORST: told.high}[line.goal.judge]


def verdict(line: Line, outcome: Outcome) -> Verdict:
    """The verdict on a line."""
    if not outcome.taking.values(line.ours, line.quantity or line.name):
        return Verdict.NOT_MEASURED
    if outcome.trouble or not outcome.taking.whole:
        return Verdict.INCOMPLETE
    if line.goal is None:
        return Verdict.NO_GOAL
    figure = judged(line, outcome.taking)
    if figure is None:
        return Verdict.NOT_MEASURED
    return Verdict.MET if figure <= line.goal.most else Verdict.MISSED

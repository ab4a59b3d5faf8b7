"""What a line of the table says, and the trial that measures it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from tests.bench.telling.taking import Taking

AJAR = "ajar"
"""The side that is ours, where a trial has only one of them."""


class Judge(Enum):
    """Which figure a goal is about."""

    RATIO = "ratio"
    """The median of the ratios of the rounds, beside the first baseline."""
    MEDIAN = "median"
    P99 = "p99"
    WORST = "worst"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that is not to be exceeded."""

    judge: Judge
    most: float


@dataclass(frozen=True, slots=True)
class Line:
    """One figure with its goal."""

    name: str
    says: str
    unit: str
    goal: Goal | None
    """None where there is nothing to reach, only something to know."""
    beside: tuple[str, ...] = ()
    """The baselines, by the names their trial gives them; a ratio is about the first."""
    quantity: str = ""
    """Which of the trial's quantities; the name of the line where empty."""
    ours: str = AJAR


@dataclass(frozen=True, slots=True)
class Trial:
    """What is run to fill one or several lines.

    Attributes:
        run: measures, round by round, into what it is handed.
        once: seconds, about, for what is done once; a warm-up that is not counted is among it.
        a_round: seconds, about, for each round.
        times: rounds for each one that is asked for; what takes a moment is done more often.
        most: rounds that are borne; what takes minutes is done less often.
    """

    name: str
    run: Callable[[Taking], None]
    lines: tuple[Line, ...]
    once: float
    a_round: float
    times: int = 1
    most: int = 250

    def rounds(self, asked: int) -> int:
        """How many rounds it makes, where so many are asked for."""
        return min(asked * self.times, self.most)

    def seconds(self, asked: int) -> float:
        """How long that takes, about."""
        return self.once + self.a_round * self.rounds(asked)

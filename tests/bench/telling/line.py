"""The lines of the table, and the trials that measure them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from tests.bench.telling.taking import Taking

AJAR = "ajar"
"""The name of our side in a trial that has only one such side."""


class Judge(Enum):
    """The kind of figure that a goal limits."""

    RATIO = "ratio"
    """The median of the ratios of the rounds, beside the first baseline."""
    MEDIAN = "median"
    P99 = "p99"
    WORST = "worst"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Goal:
    """A figure that should not be exceeded."""

    judge: Judge
    most: float


@dataclass(frozen=True, slots=True)
class Line:
    """One figure with its goal."""

    name: str
    says: str
    unit: str
    goal: Goal | None
    """None if the line only informs."""
    beside: tuple[str, ...] = ()
    """The baselines, by the names their trial gives them; a ratio is about the first."""
    quantity: str = ""
    """Which of the trial's quantities; empty for the one named like the line."""
    ours: str = AJAR


@dataclass(frozen=True, slots=True)
class Trial:
    """Measures one or several lines.

    Attributes:
        run: measures round by round, and adds the results to its argument.
        once: approximate seconds for what is done once, including a warm-up that is not counted.
        a_round: approximate seconds for each round.
        times: rounds for each requested one; more than one for quick trials.
        most: the most rounds; few for slow trials.
    """

    name: str
    run: Callable[[Taking], None]
    lines: tuple[Line, ...]
    once: float
    a_round: float
    times: int = 1
    most: int = 250

    def rounds(self, asked: int) -> int:
        """How many rounds it makes if so many are requested."""
        return min(asked * self.times, self.most)

    def seconds(self, asked: int) -> float:
        """About how long that takes."""
        return self.once + self.a_round * self.rounds(asked)

"""One line of the bench: what was measured, beside what, and whether the goal was met."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median


class Judge(Enum):
    """Which figure a goal is about."""

    RATIO = "ratio"
    """Median of ours over median of the baseline, run in turn."""
    MEDIAN = "median"
    P99 = "p99"
    WORST = "worst"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured, in the unit of its line; the baseline ran beside it, in the same call."""

    ours: Sequence[float]
    baseline: Sequence[float] = ()

    @property
    def ratio(self) -> float:
        """Median over median; not a number without a baseline."""
        return median(self.ours) / median(self.baseline) if self.baseline else math.nan


@dataclass(frozen=True, slots=True)
class Line:
    """One figure with its goal."""

    name: str
    says: str
    unit: str
    goal: float
    judge: Judge
    beside: str
    """The baseline, in words; empty where there is none."""
    measure: Callable[[int], Reading]
    """Takes the number of rounds."""


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, math.ceil(share * len(ordered)) - 1)]


def judged(line: Line, reading: Reading) -> float:
    """The figure that the goal is about."""
    match line.judge:
        case Judge.RATIO:
            return reading.ratio
        case Judge.MEDIAN:
            return median(reading.ours)
        case Judge.P99:
            return percentile(reading.ours, 0.99)
        case Judge.WORST:
            return max(reading.ours)


def met(line: Line, reading: Reading) -> bool:
    """Whether the goal is reached."""
    return judged(line, reading) <= line.goal


def row(line: Line, reading: Reading) -> dict[str, object]:
    """A line of the table, for people and machines."""
    ours = reading.ours
    return {
        "name": line.name,
        "figure": line.says,
        "unit": line.unit,
        "median": median(ours),
        "min": min(ours),
        "max": max(ours),
        "p99": percentile(ours, 0.99),
        "baseline": median(reading.baseline) if reading.baseline else None,
        "beside": line.beside,
        "ratio": reading.ratio if reading.baseline else None,
        "judged_by": line.judge.value,
        "goal": line.goal,
        "met": met(line, reading),
    }


def written(rows: Sequence[dict[str, object]]) -> str:
    """The table as text."""
    head = ("figure", "median", "min", "max", "unit", "beside", "ratio", "goal", "")
    body = [tuple(map(_cell, _columns(row))) for row in rows]
    widths = [max(len(line[column]) for line in (head, *body)) for column in range(len(head))]
    lines = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in (head, *body))
    return "\n".join(lines)


def _columns(row: dict[str, object]) -> tuple[object, ...]:
    goal = f"{row['judged_by']} <= {_cell(row['goal'])}"
    verdict = "met" if row["met"] else "missed"
    keys = ("figure", "median", "min", "max", "unit", "beside", "ratio")
    return (*(row[key] for key in keys), goal, verdict)


def _cell(value: object) -> str:
    if value is None:
        return "-"
    return f"{value:.3g}" if isinstance(value, float) else str(value)

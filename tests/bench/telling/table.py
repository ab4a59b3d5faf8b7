"""All results as a table for people."""

from __future__ import annotations

from collections.abc import Sequence

from tests.bench.telling.line import Line
from tests.bench.telling.spread import spread
from tests.bench.telling.verdict import Outcome, Verdict, judged, verdict

HEAD = (
    "name",
    "figure",
    "unit",
    "median",
    "(range)",
    "beside",
    "median",
    "(range)",
    "ratio",
    "(range)",
    "goal",
)
"""The last column, without a head, holds the verdict."""


def table(lines: Sequence[tuple[Line, Outcome]]) -> str:
    """A row for each line, and one more for each further baseline."""
    rows = [(*HEAD, ""), *(row for line, outcome in lines for row in rows_of(line, outcome))]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD) + 1)]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def rows_of(line: Line, outcome: Outcome) -> list[tuple[str, ...]]:
    """The rows of one line."""
    first, *more = line.beside or ("",)
    quantity = line.quantity or line.name
    ours = _told(outcome.taking.values(line.ours, quantity))
    own = (line.name, line.says, line.unit, *ours)
    end = (_goal(line, outcome), _verdict(line, outcome))
    empty = ("",) * len(own)
    return [
        (*own, *_beside(line, outcome, first), *end),
        *((*empty, *_beside(line, outcome, side), "", "") for side in more),
    ]


def number(value: float) -> str:
    """A number with three significant digits, without an exponent."""
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}" if abs(value) >= 0.001 else f"{value:.1g}"


def _beside(line: Line, outcome: Outcome, side: str) -> tuple[str, ...]:
    taking, quantity = outcome.taking, line.quantity or line.name
    theirs, ratios = taking.values(side, quantity), taking.ratios(line.ours, side, quantity)
    return (side, *_told(theirs), *_told(ratios))


def _told(values: Sequence[float]) -> tuple[str, str]:
    told = spread(values)
    return (number(told.median), f"({number(told.low)} to {number(told.high)})") if told else ("", "")


def _goal(line: Line, outcome: Outcome) -> str:
    if line.goal is None:
        return ""
    figure = judged(line, outcome.taking)
    asked = f"{line.goal.judge.value} <= {number(line.goal.most)}"
    return (
        asked if figure is None else f"{line.goal.judge.value} {number(figure)} <= {number(line.goal.most)}"
    )


def _verdict(line: Line, outcome: Outcome) -> str:
    said = verdict(line, outcome)
    told = said in (Verdict.MET, Verdict.MISSED, Verdict.NO_GOAL)
    return said.value if told else f"{said.value}: {outcome.trouble or 'no reason is known'}"

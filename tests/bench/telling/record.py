"""All results in machine-readable form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from tests.bench.telling.line import Line
from tests.bench.telling.spread import spread
from tests.bench.telling.verdict import Outcome, judged, verdict


def record(line: Line, outcome: Outcome) -> dict[str, object]:
    """One line, with all its samples."""
    taking, quantity = outcome.taking, line.quantity or line.name
    figure = judged(line, taking)
    return {
        "name": line.name,
        "figure": line.says,
        "unit": line.unit,
        "trial": outcome.trial.name,
        "rounds": {"asked": taking.rounds, "taken": taking.taken},
        "ours": line.ours,
        "sides": {side: _side(taking.values(side, quantity)) for side in (line.ours, *line.beside)},
        "ratios": {side: _side(taking.ratios(line.ours, side, quantity)) for side in line.beside},
        "goal": line.goal and {"judge": line.goal.judge.value, "most": line.goal.most},
        "judged": figure,
        "verdict": verdict(line, outcome).value,
        "trouble": outcome.trouble,
    }


def _side(values: Sequence[float]) -> dict[str, object] | None:
    told = spread(values)
    return None if told is None else {**asdict(told), "samples": list(values)}

"""Lines and trials with invented figures, for the tests of the bench's own calculations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.bench.telling.line import AJAR, Goal, Judge, Line, Trial
from tests.bench.telling.taking import Taking
from tests.bench.telling.verdict import Outcome

OTHER, THIRD = "another", "a third"


def line(judge: Judge | None = None, most: float = 0.0, name: str = "speed") -> Line:
    goal = None if judge is None else Goal(judge, most)
    return Line(name, f"how fast {name} is", "ms", goal, (OTHER, THIRD), "speed")


def taken(*rounds: tuple[float, float], asked: int | None = None) -> Taking:
    taking = Taking(len(rounds) if asked is None else asked)
    for ours, theirs in rounds:
        taking.add({AJAR: {"speed": [ours]}, OTHER: {"speed": [theirs]}})
    return taking


def trial(
    run: Callable[[Taking], None] = lambda _: None, *lines: Line, name: str = "running", most: int = 250
) -> Trial:
    return Trial(name, run, lines or (line(),), once=1, a_round=2, most=most)


def outcome(taking: Taking, trouble: str = "") -> Outcome:
    return Outcome(trial(), taking, trouble)


def fills(taking: Taking) -> None:
    taking.in_turn({AJAR: lambda: {"speed": [3.0]}, OTHER: lambda: {"speed": [2.0]}})


def breaks(_: Taking) -> None:
    raise RuntimeError("a wheel\nhas come off")


def never_called(_: Taking) -> None:
    pytest.fail("this was to be left out")

"""Runs trials one after the other; if one fails, the others are still reported."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.bench.means.limits import within
from tests.bench.telling.line import Trial
from tests.bench.telling.taking import Taking
from tests.bench.telling.verdict import Outcome


def run_all(trials: Sequence[Trial], rounds: int, tell: Callable[[str], None]) -> tuple[list[Outcome], bool]:
    """The result of each, and whether they were interrupted; then the results so far."""
    outcomes: list[Outcome] = []
    try:
        for number, trial in enumerate(trials, 1):
            tell(f"{number} of {len(trials)}: {trial.name}, {duration(trial.seconds(rounds))}")
            outcomes.append(Outcome(trial, Taking(trial.rounds(rounds)), "interrupted"))
            outcomes[-1].trouble = run_one(outcomes[-1], rounds)
    except KeyboardInterrupt:
        return outcomes, True
    return outcomes, False


def run_one(outcome: Outcome, rounds: int) -> str:
    """Run one trial; returns what went wrong in one line, or an empty string."""
    try:
        with within(patience(outcome.trial, rounds)):
            outcome.trial.run(outcome.taking)
    except Exception as error:  # noqa: BLE001  # one failed line must not lose the table
        return one_line(error)
    return "" if outcome.taking.whole else "it measured fewer rounds than asked for"


def patience(trial: Trial, rounds: int) -> float:
    """Seconds after which a trial is given up; allows for a machine three times as slow."""
    return 60 + 3 * trial.seconds(rounds)


def one_line(error: Exception) -> str:
    """An error in one line of the table."""
    text = " ".join(str(error).split())
    return (text or type(error).__name__)[:160]


def duration(seconds: float) -> str:
    """A duration in words, as precise as an estimate can be."""
    return f"about {seconds:.0f} s" if seconds < 90 else f"about {seconds / 60:.0f} min"

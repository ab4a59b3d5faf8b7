"""The bench: `make bench`, or `make bench ARGS="start leave --rounds 9"`.

Each figure is given with a baseline that was measured in alternation with ours, because times on a shared
machine vary by a factor of two while ratios stay the same. Nothing here is a test.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from tests.bench.choosing import UnknownFigureError, chosen, listed
from tests.bench.machine import in_words, machine
from tests.bench.means.bytecode import compiled
from tests.bench.means.limits import end_in_order
from tests.bench.running import duration, run_all
from tests.bench.telling.line import Trial
from tests.bench.telling.record import record
from tests.bench.telling.table import table
from tests.bench.telling.verdict import Outcome
from tests.bench.trials import bells, commands, cues, files, keys, memory, sitting, starting, voices

TRIALS: tuple[Trial, ...] = (
    *starting.TRIALS,
    *commands.TRIALS,
    *sitting.TRIALS,
    *memory.TRIALS,
    *keys.TRIALS,
    *cues.TRIALS,
    *files.TRIALS,
    *bells.TRIALS,
    *voices.TRIALS,
)
MOST_ROUNDS = 50
INTERRUPTED = 130


def main(argv: Sequence[str] | None = None, trials: Sequence[Trial] = TRIALS) -> int:
    """Measure the lines that were named, or all of them; returns the exit code."""
    asked = _parser().parse_args(argv)
    if asked.list:
        print(listed(trials))
        return 0
    try:
        wanted = chosen(trials, asked.names)
    except UnknownFigureError as error:
        _tell(str(error))
        return 2
    return _measure(wanted, asked.rounds, as_json=asked.json)


def _measure(trials: Sequence[Trial], rounds: int, *, as_json: bool) -> int:
    end_in_order()
    _warn(compiled())
    seconds = sum(trial.seconds(rounds) for trial in trials)
    _tell(f"{duration(seconds)} in all; Ctrl-C shows what is there by then")
    on = machine()
    outcomes, interrupted = run_all(trials, rounds, _tell)
    print(_as_json(on, outcomes, interrupted=interrupted) if as_json else _as_table(on, outcomes))
    if interrupted:
        _tell(f"interrupted in trial {len(outcomes)} of {len(trials)}")
    return INTERRUPTED if interrupted else 0


def _as_json(on: dict[str, object], outcomes: Sequence[Outcome], *, interrupted: bool) -> str:
    figures = [record(line, outcome) for outcome in outcomes for line in outcome.trial.lines]
    return json.dumps({"machine": on, "interrupted": interrupted, "figures": figures}, indent=2)


def _as_table(on: dict[str, object], outcomes: Sequence[Outcome]) -> str:
    lines = [(line, outcome) for outcome in outcomes for line in outcome.trial.lines]
    return f"{in_words(on)}\n\n{table(lines)}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=(__doc__ or "").partition("\n\n")[2])
    parser.add_argument("names", nargs="*", help="figures to measure; all by default")
    parser.add_argument("--rounds", type=_rounds, default=5, help="how often each is measured, 5 by default")
    parser.add_argument("--json", action="store_true", help="for machines, with every sample")
    parser.add_argument("--list", action="store_true", help="what can be measured, by name")
    return parser


def _rounds(text: str) -> int:
    if text.isdecimal() and 1 <= int(text) <= MOST_ROUNDS:
        return int(text)
    raise argparse.ArgumentTypeError(f"from 1 to {MOST_ROUNDS}, not {text}")


def _warn(warning: str) -> None:
    if warning:
        _tell(warning)


def _tell(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

"""The fuzzer: `make fuzz`, or `make fuzz ARGS="keys --cases 100000 --seed 7"`.

The same seed gives the same cases. A case that fails is kept in a file, and the next one is tried. The exit
code is 1 where one failed or took too long; docs/robustness.md has the figures of the last run.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from random import Random
from typing import NamedTuple

from tests.fuzz.kinds import KINDS, FuzzKind

CASES, SECONDS = 10_000, 300.0
"""For each kind, whichever is reached first."""
MOST_SECONDS = 1.0
"""Seconds of CPU time for one case, on the machine of docs/robustness.md."""
MOST_KEPT = 20


class Outcome(NamedTuple):
    """The result for a kind of input."""

    kind: FuzzKind
    cases: int
    seconds: float
    slowest: float
    """Seconds of CPU time."""
    failed: int
    slow: int


def main(argv: Sequence[str] | None = None) -> int:
    """Fuzz the kinds that were named, or all of them; returns the exit code."""
    asked = _parser().parse_args(argv)
    kinds = [kind for kind in KINDS if not asked.kinds or kind.name in asked.kinds]
    found = [run(kind, asked.cases, asked.seconds, asked.seed, asked.keep) for kind in kinds]
    print(f"\n| input | cases | processor time | slowest | failed | longer than {MOST_SECONDS:g} s |")
    print("| --- | --- | --- | --- | --- | --- |")
    for each in found:
        name, times = each.kind.what, f"{each.seconds:.0f} s | {each.slowest:.2f} s"
        print(f"| {name} | {each.cases:,} | {times} | {each.failed} | {each.slow} |")
    return int(any(each.failed or each.slow for each in found))


def run(kind: FuzzKind, cases: int, seconds: float, seed: int, keep: Path) -> Outcome:
    """Try one kind."""
    done = failed = slow = 0
    slowest, began = 0.0, time.process_time()
    for done, content in enumerate(islice(kind.cases(Random(f"{seed} {kind.name}")), cases), 1):  # noqa: S311  # counted; and repeatable on purpose
        before = time.process_time()
        try:
            kind.holds(content)
        except Exception:  # noqa: BLE001  # any failure is recorded, and the next case is tried
            failed += 1
            _keep(keep, f"{kind.name}-{done}-failed", content, traceback.format_exc(limit=-4))
        took = time.process_time() - before
        slowest = max(slowest, took)
        if took > MOST_SECONDS:
            slow += 1
            _keep(keep, f"{kind.name}-{done}-slow", content, f"{took:.2f} s")
        if time.process_time() - began > seconds or failed + slow >= MOST_KEPT:
            break
    return Outcome(kind, done, time.process_time() - began, slowest, failed, slow)


def _keep(folder: Path, name: str, content: bytes, why: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(content)
    print(f"{path}: {why}", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="make fuzz", description="Looks for input that breaks something.")
    parser.add_argument(
        "kinds", nargs="*", choices=[[], *(kind.name for kind in KINDS)], help="all, if none is named"
    )
    parser.add_argument("--cases", type=int, default=CASES, help=f"for each kind; {CASES:,}, if not given")
    parser.add_argument(
        "--seconds", type=float, default=SECONDS, help=f"for each kind; {SECONDS:g}, if not given"
    )
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, default=Path("build/fuzz"), help="where cases go that failed")
    return parser


if __name__ == "__main__":
    sys.exit(main())

"""The bench: `make bench`, or `make bench ARGS="start leave --rounds 9"`.

Each figure stands beside a baseline that ran in the same call, in turn with ours, because times on a shared
machine wander by a factor of two while ratios hold. Nothing here is a test, and nothing here can fail one.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys

from tests.bench import files, sitting, sound, starting, timing
from tests.bench.figures import Line, row, written

LINES: tuple[Line, ...] = (
    *starting.LINES,
    *sitting.LINES,
    *timing.LINES,
    *files.LINES,
    *sound.LINES,
)


def main() -> None:
    """Measure the lines that were named, or all of them."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument(
        "names", nargs="*", help=f"of {', '.join(line.name for line in LINES)}; all by default"
    )
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured")
    parser.add_argument("--json", action="store_true", help="for machines")
    asked = parser.parse_args()
    unknown = set(asked.names) - {line.name for line in LINES}
    if unknown:
        parser.error(f"no such figure: {', '.join(sorted(unknown))}")
    rows = [_measured(line, asked.rounds) for line in LINES if not asked.names or line.name in asked.names]
    print(json.dumps(rows, indent=2) if asked.json else f"{_machine()}\n\n{written(rows)}")


def _measured(line: Line, rounds: int) -> dict[str, object]:
    print(f"measuring {line.name}…", file=sys.stderr)
    return row(line, line.measure(rounds))


def _machine() -> str:
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"


if __name__ == "__main__":
    main()

"""Kills a program that keeps a line of one's own and lets it go again, each time at another random moment.

`python -m tests.fakes.killing FILE TIMES` says how often the file was found with the line, and without it.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import Counter
from pathlib import Path
from random import Random

from tui.mine_file import keep, let_go, load

LINE = "I can go slowly."
LONGEST = 0.012
"""Seconds until a kill at the most: several writes."""


def main(path: Path, times: int) -> None:
    """Kill it so many times; each time the file is one of the two that there can be."""
    chance = Random(14)  # noqa: S311  # repeatable on purpose
    without = path.read_bytes()
    keep(path, "words", LINE)
    whole = {path.read_bytes(): "with", without: "without"}
    found: Counter[str] = Counter()
    for _ in range(times):
        killed_after(chance.uniform(0, LONGEST), path)
        found[whole[path.read_bytes()]] += 1  # anything else is half
        assert path.stat().st_mode & 0o777 == 0o600
    keep(path, "comforts", "tea")  # takes away what is left
    print(found["with"], found["without"], *(each.name for each in path.parent.iterdir()))


def killed_after(seconds: float, path: Path) -> None:
    """Let a process write without pause, for so long."""
    child = os.fork()
    if not child:
        while True:
            mine, fault = load(path)
            if fault:
                os._exit(1)
            if mine.words:
                let_go(path, "words", LINE)
            else:
                keep(path, "words", LINE)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "it ended by itself"


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))

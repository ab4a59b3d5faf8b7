"""How late 200 cues, half a second apart, come on the terminal, and whether that grows."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.bench.baselines import CUES
from tests.bench.figures import Judge, Line, Reading
from tests.bench.homes import AJAR, cues_session, home
from tests.bench.program import Program

COUNT, APART = 200, 0.5
BURNER = "import time\nend = time.time() + 150\nwhile time.time() < end: pass\n"
"""Keeps one core busy, and ends by itself."""


@contextlib.contextmanager
def busy_cores() -> Iterator[None]:
    """Every core busy with something else."""
    burners = [subprocess.Popen([sys.executable, "-c", BURNER]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


def lateness(program: Program, first: float) -> list[float]:
    """Milliseconds by which each cue comes after its due time, counted from the first."""
    late = []
    for number in range(1, COUNT + 1):
        at = program.until(b"cue%03d." % number)
        late.append((at - first - number * APART) * 1000)
    return late


def cues(rounds: int) -> tuple[list[float], list[float]]:
    """Lateness of our cues and of a bare asyncio loop's, at the same time."""
    ours: list[float] = []
    floor: list[float] = []
    with home() as env:
        file = Path(env["HOME"]) / "cues.session.yaml"
        file.write_text(cues_session(COUNT), encoding="utf-8")
        for _ in range(rounds):
            with Program([AJAR, "play", str(file), "--pace", "0.5", "--track", "indirect"], env) as session:
                session.until(b"skip")
                session.press(b"s")
                ours += lateness(session, session.until(b"cue000."))
            with Program(CUES, env) as bare:
                floor += lateness(bare, bare.until(b"cue000."))
    return ours, floor


def idle(rounds: int) -> Reading:
    """Lateness on an idle machine, without its sign: early is as wrong as late."""
    return _reading(*cues(_few(rounds)))


def loaded(rounds: int) -> Reading:
    """Lateness with every core busy."""
    with busy_cores():
        return _reading(*cues(_few(rounds)))


def drift(rounds: int) -> Reading:
    """What the last twenty cues are later than the first twenty, over 100 s."""
    ours, floor = cues(_few(rounds))
    return Reading([_growth(ours)], [max(0.001, _growth(floor))])


def _growth(late: Sequence[float]) -> float:
    return abs(sum(late[-20:]) - sum(late[:20])) / 20


def _reading(ours: Sequence[float], floor: Sequence[float]) -> Reading:
    return Reading([abs(late) for late in ours], [abs(late) for late in floor])


def _few(rounds: int) -> int:
    """A round takes 200 s: one is enough for 200 cues."""
    return 1 if rounds < 10 else 2


LINES = (
    Line("cue", "cue lateness, idle", "ms", 12.0, Judge.P99, "bare asyncio", idle),
    Line("busy", "cue lateness, both cores busy", "ms", 12.0, Judge.P99, "bare asyncio", loaded),
    Line("drift", "drift over 100 s", "ms", 5.0, Judge.WORST, "bare asyncio", drift),
)

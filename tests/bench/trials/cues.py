"""How late 200 cues, half a second apart, arrive on the terminal, and whether they drift."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from tests.bench.means.baselines import bare_cues
from tests.bench.means.burners import busy_cores
from tests.bench.means.deadlines import began, noted, noting
from tests.bench.means.homes import cues_session, home
from tests.bench.means.program import Program, attend
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.spread import percentile
from tests.bench.telling.taking import Samples, Taking

ASYNCIO = "bare asyncio"
COUNT, APART = 200, 0.5
LASTS = COUNT * APART
HOUR = 3600.0


def idle(taking: Taking) -> None:
    """On the machine as it is."""
    for _ in range(taking.rounds):
        taking.add(both())


def busy(taking: Taking) -> None:
    """With every core busy."""
    for _ in range(taking.rounds):
        with busy_cores(LASTS + 60):
            taking.add(both())


def both(options: tuple[str, ...] = (), more_env: Mapping[str, str] | None = None) -> dict[str, Samples]:
    """Our cues and those of a bare asyncio loop at the same time, offset by a quarter of a second."""
    with home() as own:
        env = {**(more_env or {}), **own}
        file, notes = Path(env["HOME"]) / "cues.session.yaml", Path(env["HOME"]) / "deadlines"
        file.write_text(cues_session(COUNT), encoding="utf-8")
        command = noting(notes, ["play", str(file), "--pace", "0.5", "--track", "indirect", *options])
        with Program(command, env) as session, Program(bare_cues(COUNT, APART), env) as bare:
            session.until(b"skip")
            bare.until(b"ready")
            pressed = session.press(b"s")
            attend([session], APART / 2)
            bare.press(b".")
            attend([session, bare], LASTS - APART / 4)
            ours, theirs = arrivals(session), arrivals(bare)
            told = bare.said(rb"began ([\d.]+)\.cue000")
        due = began(noted(notes), pressed, ours, APART)
        return {OURS: samples(ours, due), ASYNCIO: samples(theirs, float(told))}


def arrivals(program: Program) -> list[float]:
    """When each cue arrived on the terminal."""
    return [program.until(b"cue%03d." % number) for number in range(COUNT + 1)]


def samples(arrived: list[float], due: float) -> Samples:
    """How late each cue was, except the first, which comes with the key; and the drift."""
    late = [(at - due - number * APART) * 1000 for number, at in enumerate(arrived)][1:]
    middle, unsure = drift(late)
    an_hour = HOUR / LASTS
    return {
        "cue": [abs(each) for each in late],
        "drift": [abs(middle)],
        "drift-hour": [(abs(middle) + unsure) * an_hour],
    }


def drift(late: list[float]) -> tuple[float, float]:
    """By how much lateness grows over the whole time, and the error of that.

    Each cue is compared with the one half the total time later; the median of these differences is robust
    against a few late cues. The error is two standard errors, estimated from the quartiles.
    """
    half = len(late) // 2
    grown = [(after - before) * 2 for before, after in zip(late[:half], late[half:], strict=True)]
    sigma = (percentile(grown, 0.75) - percentile(grown, 0.25)) / 1.349
    return median(grown), 2 * 1.253 * sigma / math.sqrt(half)


def _lines(ending: str, where: str) -> tuple[Line, ...]:
    beside = (ASYNCIO,)
    return (
        Line(f"cue{ending}", f"cue lateness, {where}", "ms", Goal(Judge.P99, 12.0), beside, "cue"),
        Line(f"drift{ending}", f"drift over 100 s, {where}", "ms", Goal(Judge.WORST, 5.0), beside, "drift"),
        Line(f"drift-hour{ending}", f"drift an hour, at most, {where}", "ms", None, beside, "drift-hour"),
    )


TRIALS = (
    Trial("cues", idle, _lines("", "idle"), once=0, a_round=LASTS + 4, most=1),
    Trial("cues-busy", busy, _lines("-busy", "every core busy"), once=0, a_round=LASTS + 8, most=1),
)

"""How late 200 cues, half a second apart, come on the terminal, and whether that grows."""

from __future__ import annotations

import math
from pathlib import Path
from statistics import median

from tests.bench.means.baselines import bare_cues
from tests.bench.means.burners import busy_cores
from tests.bench.means.homes import AJAR, cues_session, home
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


def both() -> dict[str, Samples]:
    """Our cues and those of a bare asyncio loop, side by side, a quarter of a second apart."""
    with home() as env:
        file = Path(env["HOME"]) / "cues.session.yaml"
        file.write_text(cues_session(COUNT), encoding="utf-8")
        command = [AJAR, "play", str(file), "--pace", "0.5", "--track", "indirect"]
        with Program(command, env) as session, Program(bare_cues(COUNT, APART), env) as bare:
            session.until(b"skip")
            bare.until(b"ready")
            began = session.press(b"s")
            attend([session], APART / 2)
            bare_began = bare.press(b".")
            attend([session, bare], LASTS - APART / 4)
            session.until(last := b"cue%03d." % COUNT)
            bare.until(last)
            return {OURS: samples(session, began), ASYNCIO: samples(bare, bare_began)}


def samples(program: Program, began: float) -> Samples:
    """How late each cue was, and what that says of drift.

    A cue is due so long after the key that began it all, so the time to take that key is counted as lateness:
    the figure is never better than the truth.
    """
    late = []
    for number in range(1, COUNT + 1):
        at = program.when(b"cue%03d." % number)
        if at is None:
            raise RuntimeError(f"cue {number} of {COUNT} never came")
        late.append((at - began - number * APART) * 1000)
    middle, unsure = drift(late)
    an_hour = HOUR / LASTS
    return {
        "cue": [abs(each) for each in late],
        "drift": [abs(middle)],
        "drift-hour": [(abs(middle) + unsure) * an_hour],
    }


def drift(late: list[float]) -> tuple[float, float]:
    """By how much lateness grows over the whole, and how far that may be off.

    Each cue is held against the one half the way later; the middle of these differences is little moved by a
    few late ones. Its error is put at two standard errors, taken from the quarters.
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

"""The memory of a running session."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial

from tests.bench.means.baselines import HELLO
from tests.bench.means.processes import pss_mib, rss_mib
from tests.bench.means.program import attend
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking
from tests.bench.trials.sitting import IDLE, SETTLED, Run, quiet, textual

SESSION = quiet(motion=False)
APP = textual(HELLO, b"hello world")


def memory(taking: Taking) -> None:
    """A session and an idle Textual app, measured separately, since together they would share more pages."""
    taking.in_turn({OURS: partial(held, SESSION), IDLE: partial(held, APP)})


def held(run: Run) -> Samples:
    """MiB, with shared pages divided among their users, and in full."""
    with ExitStack() as stack:
        program = run(stack)
        attend([program], SETTLED)
        return {"memory": [pss_mib(program.pid)], "memory-whole": [rss_mib(program.pid)]}


TRIALS = (
    Trial(
        "memory-held",
        memory,
        (
            Line("memory", "memory of a session, PSS", "MiB", Goal(Judge.MEDIAN, 32.0), (IDLE,)),
            Line("memory-whole", "the same, shared pages counted whole", "MiB", None, (IDLE,)),
        ),
        once=8,
        a_round=8,
        most=5,
    ),
)

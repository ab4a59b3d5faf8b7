"""What a running session costs: between two prompts, and with a prompt a second."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.bench.means.baselines import HELLO, SECONDS
from tests.bench.means.homes import AJAR, cues_session, home
from tests.bench.means.processes import cpu_seconds, wake_ups
from tests.bench.means.program import Program, attend
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking

MINUTE = 60.0
WINDOW = 20.0
"""Seconds that are measured per round; figures are given per minute."""

SETTLED = 3.0
"""Seconds after which the work of starting is done; the first prompt fades in for 1.2 s.

The light in the door dims for some seconds more; with motion on, that is part of what is measured.
"""

MOVING = "ajar with motion"
IDLE = "idle Textual"
TICKING = "Textual, a line a second"

QUIET = ("play", "in-no-hurry", "--track", "indirect", "--pace", "10")
"""Ten times as slow: the first prompt stays for 200 s, so no other comes while measuring."""

Run = Callable[[ExitStack], Program]


def quiet(*, motion: bool) -> Run:
    """A session that stays at its first prompt."""

    def start(stack: ExitStack) -> Program:
        program = stack.enter_context(Program([AJAR, *QUIET], stack.enter_context(home(motion=motion))))
        program.until(b"pause")
        return program

    return start


def cues(*, motion: bool) -> Run:
    """A session with a prompt each second."""

    def start(stack: ExitStack) -> Program:
        env = stack.enter_context(home(motion=motion))
        file = Path(env["HOME"]) / "cues.session.yaml"
        file.write_text(cues_session(100), encoding="utf-8")
        program = stack.enter_context(Program([AJAR, "play", str(file), "--track", "indirect"], env))
        program.until(b"skip")
        program.press(b"s")
        program.until(b"cue000.")
        return program

    return start


def textual(argv: tuple[str, ...], shown: bytes) -> Run:
    """A Textual program for comparison."""

    def start(stack: ExitStack) -> Program:
        program = stack.enter_context(Program(argv, stack.enter_context(home())))
        program.until(shown)
        return program

    return start


def window(runs: Mapping[str, Run], taking: Taking) -> None:
    """Measure all of them at the same time, so that they meet the same conditions."""
    for _ in range(taking.rounds):
        with started(runs) as programs:
            attend(list(programs.values()), SETTLED)
            before = {side: _counted(program) for side, program in programs.items()}
            attend(list(programs.values()), WINDOW)
            taking.add({side: _grown(before[side], _counted(program)) for side, program in programs.items()})


@contextmanager
def started(runs: Mapping[str, Run]) -> Iterator[dict[str, Program]]:
    """The programs, each on its first page."""
    with ExitStack() as stack:
        yield {side: run(stack) for side, run in runs.items()}


def _counted(program: Program) -> dict[str, float]:
    return {"cpu": cpu_seconds(program.pid), "wake": wake_ups(program.pid), "bytes": program.written}


def _grown(before: Mapping[str, float], after: Mapping[str, float]) -> Samples:
    return {key: [(after[key] - before[key]) * MINUTE / WINDOW] for key in before}


def _lines(
    ending: str, says: str, beside: tuple[str, ...], ours: str, goals: Mapping[str, Goal]
) -> list[Line]:
    told = (
        ("cpu", "CPU s a minute", "s"),
        ("wake", "wake-ups a minute", ""),
        ("bytes", "bytes a minute", "B"),
    )
    return [
        Line(f"{key}{ending}", f"{says}, {what}", unit, goals.get(key), beside, key, ours)
        for key, what, unit in told
    ]


BETWEEN = {OURS: quiet(motion=False), MOVING: quiet(motion=True), IDLE: textual(HELLO, b"hello world")}
EACH_SECOND = {OURS: cues(motion=False), MOVING: cues(motion=True), TICKING: textual(SECONDS, b"cue000.")}
GOALS = {"cpu": Goal(Judge.MEDIAN, 0.10), "bytes": Goal(Judge.WORST, 0.0), "wake": Goal(Judge.RATIO, 1.0)}

TRIALS = (
    Trial(
        "between",
        lambda taking: window(BETWEEN, taking),
        (
            *_lines("", "between prompts", (IDLE,), OURS, GOALS),
            *_lines(
                "-motion",
                "between prompts, motion on",
                (IDLE, OURS),
                MOVING,
                {"cpu": Goal(Judge.MEDIAN, 0.30)},
            ),
        ),
        once=0,
        a_round=WINDOW + SETTLED + 2,
        most=5,
    ),
    Trial(
        "each-second",
        lambda taking: window(EACH_SECOND, taking),
        (
            *_lines("-cues", "a prompt a second", (TICKING,), OURS, {}),
            *_lines("-cues-motion", "a prompt a second, motion on", (TICKING, OURS), MOVING, {}),
        ),
        once=0,
        a_round=WINDOW + SETTLED + 2,
        most=5,
    ),
)

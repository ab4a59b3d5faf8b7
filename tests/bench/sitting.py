"""What a running session costs between two prompts, and how soon a key is answered."""

from __future__ import annotations

from tests.bench.baselines import ECHO, HELLO
from tests.bench.figures import Judge, Line, Reading
from tests.bench.homes import AJAR, home
from tests.bench.program import Program, cpu_seconds, pss_mib, wake_ups

MINUTE = 60.0
WINDOW = 20.0
"""Seconds of sitting that are measured a round; figures are given per minute."""

SESSION = ("play", "in-no-hurry", "--track", "indirect")
QUIET_PACE = ("--pace", "10")
"""Ten times as slow: no cue comes while the window is measured."""


def cpu(rounds: int) -> Reading:
    """CPU seconds a minute of a session, nothing moving, beside an idle Textual app."""
    ours, idle = [], []
    with home() as env:
        for _ in range(rounds):
            with Program([AJAR, *SESSION, *QUIET_PACE], env) as session, Program(HELLO, env) as hello:
                _settle(session, hello)
                before = cpu_seconds(session.pid), cpu_seconds(hello.pid)
                session.drain(WINDOW)
                ours.append((cpu_seconds(session.pid) - before[0]) * MINUTE / WINDOW)
                idle.append(max(0.001, (cpu_seconds(hello.pid) - before[1]) * MINUTE / WINDOW))
    return Reading(ours, idle)


def bytes_between(rounds: int) -> Reading:
    """Bytes written a minute between two cues."""
    ours = []
    with home() as env:
        for _ in range(rounds):
            with Program([AJAR, *SESSION, *QUIET_PACE], env) as session:
                session.until(b"pause")
                session.drain(1.5)
                before = session.written
                session.drain(WINDOW / 2)
                ours.append((session.written - before) * 2 * MINUTE / WINDOW)
    return Reading(ours)


def woken(rounds: int) -> Reading:
    """How often a session is woken a minute, beside an idle Textual app."""
    ours, idle = [], []
    with home() as env:
        for _ in range(rounds):
            with Program([AJAR, *SESSION, *QUIET_PACE], env) as session, Program(HELLO, env) as hello:
                _settle(session, hello)
                before = wake_ups(session.pid), wake_ups(hello.pid)
                session.drain(WINDOW / 2)
                ours.append((wake_ups(session.pid) - before[0]) * 2 * MINUTE / WINDOW)
                idle.append((wake_ups(hello.pid) - before[1]) * 2 * MINUTE / WINDOW)
    return Reading(ours, idle)


def memory(rounds: int) -> Reading:
    """PSS of a running session in MiB beside an idle Textual app."""
    ours, idle = [], []
    with home() as env:
        for _ in range(rounds):
            with Program([AJAR, *SESSION], env) as session, Program(HELLO, env) as hello:
                _settle(session, hello)
                ours.append(pss_mib(session.pid))
                idle.append(pss_mib(hello.pid))
    return Reading(ours, idle)


def key(rounds: int) -> Reading:
    """From a key in the library to the first changed byte, beside a program that only echoes."""
    with home() as env, Program([AJAR], env) as library, Program(ECHO, env) as echo:
        library.until(b"Staying Nearby")
        echo.until(b"ready")
        library.drain(1)
        ours, floor = [], []
        for press in range(40 * rounds):
            ours.append(_answered(library, b"\x1b[B" if press % 20 < 10 else b"\x1b[A"))
            floor.append(_answered(echo, b"k"))
    return Reading(ours, floor)


def _answered(program: Program, keys: bytes) -> float:
    pressed = program.press(keys)
    took = (program.first_byte() - pressed) * 1000
    program.drain(0.05)
    return took


def _settle(session: Program, hello: Program) -> None:
    session.until(b"pause")
    hello.until(b"hello world")
    session.drain(1.5)


LINES = (
    Line("cpu", "sitting, CPU s a minute", "s", 0.10, Judge.MEDIAN, "idle Textual", cpu),
    Line("bytes", "sitting, bytes a minute", "B", 0.0, Judge.WORST, "", bytes_between),
    Line("wake", "sitting, wake-ups a minute", "", 1.2, Judge.RATIO, "idle Textual", woken),
    Line("memory", "memory, PSS", "MiB", 32.0, Judge.MEDIAN, "idle Textual", memory),
    Line("key", "key to first changed byte", "ms", 16.0, Judge.P99, "echo", key),
)

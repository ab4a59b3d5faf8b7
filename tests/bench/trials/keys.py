"""How soon a key is answered, in the library and in a running session."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from itertools import cycle

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from tests.bench.means.baselines import ECHO
from tests.bench.means.homes import AJAR, home
from tests.bench.means.program import Program
from tests.bench.means.texts import opening_words
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking
from tests.bench.trials.sitting import QUIET
from tui.words import lines

LIBRARY, SESSION, TERMINAL = "library", "session", "echo"
SAMPLES = 300
"""Keys on each side, whatever the rounds: enough for a 99th percentile that is more than the single worst."""

STILL = 0.05
"""Seconds without output before a key is pressed, so that nothing earlier counts as its answer."""

DOWN, UP = b"\x1b[B", b"\x1b[A"

Presses = Iterator[tuple[bytes, bytes]]
"""Keys in turn, and the answer to each."""


def up_and_down() -> Presses:
    """Move through the first sessions of the library and back; each shows what it is about."""
    about = [opening_words(entry.about) for entry in scan(SCRIPTS)[:9]]
    yield DOWN, about[0]
    yield from cycle([*((DOWN, each) for each in about[1:]), *((UP, each) for each in about[-2::-1])])


def pausing() -> Presses:
    """Pause and go on."""
    return cycle([(b" ", opening_words(lines.PAUSED)), (b" ", b"pause")])


def answered(program: Program, presses: Presses) -> float:
    """Milliseconds from a key to the first byte; what comes has to be the answer to that key."""
    program.still(STILL)
    key, answer = next(presses)
    pressed = program.press(key)
    program.until(answer)
    return (program.first_byte() - pressed) * 1000


def keys(taking: Taking) -> None:
    """Press a key on each side in turn; a round is several keys."""
    each = math.ceil(SAMPLES / taking.rounds)
    with (
        home() as env,
        Program([AJAR], env) as library,
        Program([AJAR, *QUIET], env) as session,
        Program(ECHO, env) as echo,
    ):
        library.until(scan(SCRIPTS)[0].title.encode())
        session.until(b"pause")
        echo.until(b"ready")
        walk, pauses, echoes = up_and_down(), pausing(), cycle([(b"k", b"x")])
        sides: dict[str, Callable[[], float]] = {
            LIBRARY: lambda: answered(library, walk),
            SESSION: lambda: answered(session, pauses),
            TERMINAL: lambda: answered(echo, echoes),
        }
        _ten(sides)
        for _ in range(taking.rounds):
            taken = [{side: press() for side, press in sides.items()} for _ in range(each)]
            taking.add({side: _samples([one[side] for one in taken]) for side in sides})


def _ten(sides: dict[str, Callable[[], float]]) -> None:
    """Warm up."""
    for _ in range(10):
        for press in sides.values():
            press()


def _samples(values: list[float]) -> Samples:
    return {"key": values}


GOAL = Goal(Judge.P99, 16.0)
TRIALS = (
    Trial(
        "keys",
        keys,
        (
            Line("key", "key in the library to its first byte", "ms", GOAL, (TERMINAL,), "key", LIBRARY),
            Line(
                "key-session", "key in a session to its first byte", "ms", GOAL, (TERMINAL,), "key", SESSION
            ),
        ),
        once=4 + SAMPLES * 0.18,
        a_round=0,
    ),
)

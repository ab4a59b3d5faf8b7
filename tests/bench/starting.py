"""How long until a program can be used, and until it is gone."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence

from tests.bench.baselines import BARE, HELLO
from tests.bench.figures import Judge, Line, Reading
from tests.bench.homes import AJAR, MODEL, home
from tests.bench.program import Program, now

LIBRARY = b"Staying Nearby"
DOWN = b"\x1b[B"


def live(argv: Sequence[str], env: Mapping[str, str], shown: bytes) -> tuple[float, float]:
    """Seconds from the start until a key was answered on the first screen, and from `q` to the end."""
    with Program(argv, env) as program:
        program.until(shown)
        program.press(DOWN)
        program.first_byte()
        took = now() - program.started
        program.drain(0.2)
        return took, program.leave(b"q")


def app_start(rounds: int) -> Reading:
    """The library beside a Textual hello world."""
    with home() as env:
        pairs = [(live([AJAR], env, LIBRARY)[0], live(HELLO, env, b"hello world")[0]) for _ in range(rounds)]
    return _reading(pairs)


def many_sessions(rounds: int) -> Reading:
    """The library with 1,000 sessions of one's own beside the library with none."""
    with home(1000) as full, home() as empty:
        # The first start after the files were written may build an index; people start more than once.
        live([AJAR], full, b"min")
        pairs = [(live([AJAR], full, b"min")[0], live([AJAR], empty, b"min")[0]) for _ in range(rounds)]
    return _reading(pairs)


def leaving(rounds: int) -> Reading:
    """From `q` to the shell, beside a Textual hello world."""
    with home() as env:
        pairs = [(live([AJAR], env, LIBRARY)[1], live(HELLO, env, b"hello world")[1]) for _ in range(rounds)]
    return _reading(pairs)


def plain_line(rounds: int) -> Reading:
    """The first line of `ajar play --plain` beside bare Python."""
    with home() as env:
        pairs = [
            (_first_line([AJAR, "play", "one-breath", "--plain"], env), _whole(BARE, env))
            for _ in range(rounds)
        ]
    return _reading(pairs)


def check(rounds: int) -> Reading:
    """`ajar check` of one file beside bare Python."""
    with home() as env:
        pairs = [(_whole([AJAR, "check", str(MODEL)], env), _whole(BARE, env)) for _ in range(rounds)]
    return _reading(pairs)


def listing(rounds: int) -> Reading:
    """`ajar list` beside bare Python."""
    with home() as env:
        pairs = [(_whole([AJAR, "list"], env), _whole(BARE, env)) for _ in range(rounds)]
    return _reading(pairs)


def _whole(argv: Sequence[str], env: Mapping[str, str]) -> float:
    start = now()
    subprocess.run(argv, env={**_path(), **env}, stdout=subprocess.DEVNULL, check=True)
    return now() - start


def _first_line(argv: Sequence[str], env: Mapping[str, str]) -> float:
    start = now()
    with subprocess.Popen(
        argv, env={**_path(), **env}, stdout=subprocess.PIPE, stdin=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        took = now() - start
        process.kill()
    return took


def _path() -> dict[str, str]:
    return {"PATH": os.environ["PATH"]}


def _reading(pairs: Sequence[tuple[float, float]]) -> Reading:
    return Reading([ours * 1000 for ours, _ in pairs], [baseline * 1000 for _, baseline in pairs])


LINES = (
    Line("start", "start to live library", "ms", 1.0, Judge.RATIO, "Textual hello world", app_start),
    Line("many", "start with 1,000 own sessions", "ms", 1.3, Judge.RATIO, "start with none", many_sessions),
    Line("plain", "first line of play --plain", "ms", 5.0, Judge.RATIO, "bare Python", plain_line),
    Line("check", "check of one file", "ms", 5.0, Judge.RATIO, "bare Python", check),
    Line("list", "list", "ms", 5.0, Judge.RATIO, "bare Python", listing),
    Line("leave", "q to the shell", "ms", 200.0, Judge.MEDIAN, "Textual hello world", leaving),
)

"""How long commands without a page take, compared with bare Python."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from functools import partial

from tests.bench.means.baselines import BARE
from tests.bench.means.homes import AJAR, MODEL, home
from tests.bench.means.program import now
from tests.bench.means.surroundings import surroundings
from tests.bench.means.texts import first_prompts
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking

PYTHON = "bare Python"


def whole(argv: Sequence[str], env: Mapping[str, str]) -> Samples:
    """Milliseconds until a command has ended."""
    start = now()
    subprocess.run(
        argv,
        env=surroundings(env),
        cwd=env["HOME"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return {"took": [(now() - start) * 1000]}


def first_line(argv: Sequence[str], texts: Sequence[bytes], env: Mapping[str, str]) -> Samples:
    """Milliseconds until a command has printed its first line, and until one that contains a text."""
    start = now()
    with subprocess.Popen(
        argv, env=surroundings(env), cwd=env["HOME"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            first = now() - start
            while said and not any(text in said for text in texts):
                said = process.stdout.readline()
            if not said:
                raise RuntimeError(f"{texts[0].decode()!r} was never said")
            return {"plain": [first * 1000], "plain-prompt": [(now() - start) * 1000]}
        finally:
            process.kill()


def plain(taking: Taking) -> None:
    """The first line and the first prompt of `ajar play --plain`."""
    command, prompts = (AJAR, "play", "one-breath", "--plain"), first_prompts("one-breath")
    with home() as env:
        taking.in_turn(
            {OURS: lambda: first_line(command, prompts, env), PYTHON: lambda: first_line(BARE, (b"x",), env)}
        )


def command(arguments: Sequence[str], taking: Taking) -> None:
    """A whole command, from start to end."""
    with home() as env:
        taking.in_turn({OURS: lambda: whole((AJAR, *arguments), env), PYTHON: lambda: whole(BARE, env)})


def _trial(name: str, says: str, *arguments: str) -> Trial:
    line = Line(name, says, "ms", Goal(Judge.RATIO, 5.0), (PYTHON,), "took")
    return Trial(f"command-{name}", partial(command, arguments), (line,), once=0.3, a_round=0.2, times=3)


TRIALS = (
    Trial(
        "plain-lines",
        plain,
        (
            Line("plain", "play --plain, first line", "ms", Goal(Judge.RATIO, 5.0), (PYTHON,)),
            Line("plain-prompt", "play --plain, first prompt", "ms", None, (PYTHON,)),
        ),
        once=0.4,
        a_round=0.3,
        times=3,
    ),
    _trial("check", "check of one file", "check", str(MODEL)),
    _trial("list", "list", "list"),
)

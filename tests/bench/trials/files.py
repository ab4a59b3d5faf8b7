"""What reading and checking session files costs."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path

import yaml

from sessions.check import check_text
from sessions.library.bundled import SCRIPTS
from tests.bench.means.baselines import bare_events
from tests.bench.means.homes import AJAR, home, write_sessions
from tests.bench.means.program import now
from tests.bench.means.surroundings import surroundings
from tests.bench.telling.line import AJAR as OURS
from tests.bench.telling.line import Goal, Judge, Line, Trial
from tests.bench.telling.taking import Samples, Taking

GENERATED, MANY = 1_000, 10_000
EVENTS = "bare YAML events"


def generated() -> list[str]:
    """A thousand sessions, made from the bundled ones in turn, each with a title of its own."""
    bundled = [path.read_text(encoding="utf-8") for path in sorted(SCRIPTS.glob("*.yaml"))]
    return [
        text.replace("title: ", f"title: {number} ", 1)
        for number, text in enumerate(islice(cycle(bundled), GENERATED))
    ]


def one(taking: Taking) -> None:
    """A full check in this process, compared with the bare YAML parser's events."""
    texts = generated()
    taking.in_turn({OURS: lambda: _each(check_text, texts), EVENTS: lambda: _each(_events, texts)})


def many(taking: Taking) -> None:
    """`ajar check` of a folder, compared with bare YAML events."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, home() as env:
        write_sessions(Path(folder), MANY)
        for _ in range(taking.rounds):
            theirs = _whole(bare_events(folder), env)
            taking.add({EVENTS: theirs, OURS: _whole([AJAR, "check", "--format", "concise", folder], env)})


def _each(work: Callable[[str], object], texts: Sequence[str]) -> Samples:
    """Milliseconds per text, averaged over all, so that garbage collection is included."""
    start = now()
    for text in texts:
        work(text)
    return {"full-check": [(now() - start) * 1000 / len(texts)]}


def _events(text: str) -> None:
    for _event in yaml.parse(text, Loader=yaml.CBaseLoader):
        pass


def _whole(argv: Sequence[str], env: Mapping[str, str]) -> Samples:
    start = now()
    subprocess.run(argv, env=surroundings(env), cwd=env["HOME"], stdout=subprocess.DEVNULL, check=True)
    return {"check-10000": [now() - start]}


TRIALS = (
    Trial(
        "full-checks",
        one,
        (Line("full-check", "full check of a session, a file", "ms", Goal(Judge.MEDIAN, 1.2), (EVENTS,)),),
        once=3,
        a_round=3,
    ),
    Trial(
        "ten-thousand-checks",
        many,
        (Line("check-10000", "check of 10,000 files", "s", Goal(Judge.WORST, 15.0), (EVENTS,)),),
        once=3,
        a_round=20,
        most=1,
    ),
)

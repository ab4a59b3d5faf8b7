"""What reading and checking session files costs."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import yaml

from sessions.check import check_text
from tests.bench.figures import Judge, Line, Reading
from tests.bench.homes import AJAR, MODEL, home, write_sessions
from tests.bench.program import now

GENERATED = 1000


def one(rounds: int) -> Reading:
    """A full check of one session in this process, beside the events of the bare YAML parser."""
    text = MODEL.read_text(encoding="utf-8")
    texts = [text.replace("title: ", f"title: {number} ", 1) for number in range(GENERATED)]
    ours, bare = [], []
    for _ in range(rounds):
        start = now()
        for each in texts:
            check_text(each)
        middle = now()
        for each in texts:
            for _event in yaml.parse(each, Loader=yaml.CBaseLoader):
                pass
        ours.append((middle - start) * 1000 / GENERATED)
        bare.append((now() - middle) * 1000 / GENERATED)
    return Reading(ours, bare)


def many(rounds: int) -> Reading:
    """`ajar check` of a folder of 10,000 sessions, in seconds."""
    taken = []
    with tempfile.TemporaryDirectory() as folder, home() as env:
        write_sessions(Path(folder), 10_000)
        for _ in range(min(rounds, 2)):
            start = now()
            command = [AJAR, "check", "--format", "concise", folder]
            subprocess.run(
                command, env={**env, "PATH": "/usr/bin:/bin"}, stdout=subprocess.DEVNULL, check=True
            )
            taken.append(now() - start)
    return Reading(taken)


LINES = (
    Line("full-check", "full check of a session", "ms", 1.2, Judge.MEDIAN, "CBaseLoader events", one),
    Line("check-10000", "check of 10,000 files", "s", 15.0, Judge.WORST, "", many),
)

"""Systems without `fcntl`, `termios`, `pty` or `resource`, such as Windows, are not shut out by an import."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ELSEWHERE = """
import sys

UNIX = {"fcntl", "termios", "pty", "tty", "resource", "pwd", "grp"}

class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in UNIX:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Absent())
for name in UNIX:
    sys.modules.pop(name, None)
from tui.main import main
sys.exit(main())
"""


def elsewhere(*args: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ELSEWHERE, *args],
        cwd=ROOT, input=typed, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_a_session_plays_in_lines_and_stops_at_q() -> None:
    done = elsewhere("play", "one-breath", "--plain", typed="q\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) > 5


def test_a_whole_session_goes_through() -> None:
    done = elsewhere("rehearse", "one-breath", "--plain")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "args",
    [
        ("list",),
        ("check", "sessions/scripts/one-breath.session.yaml"),
        ("help-lines",),
        ("doctor",),
        ("settings",),
    ],
    ids=" ".join,
)
def test_a_command_works(args: tuple[str, ...]) -> None:
    done = elsewhere(*args)
    assert "Traceback" not in done.stderr
    assert done.returncode == 0, done.stdout[-500:] + done.stderr[-500:]

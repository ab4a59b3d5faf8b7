"""Standard output that takes nothing: one line and an exit code; a reader that has left: no line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.fakes.command import Ran
from tests.patience import PATIENCE
from tui.cli import COMMANDS
from tui.exits import Exit

ROOT = Path(__file__).parents[2]
AJAR = [sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())"]

SAYS: dict[str, tuple[str, ...]] = {
    "play": ("play", "one-breath", "--plain"),
    "list": ("list",),
    "one": ("one",),
    "check": ("check", "--format", "json", str(ROOT / "tests/sessions/bad/E201-misspelt-key.yaml")),
    "paths": ("paths", "one-breath"),
    "export": ("export", "one-breath", "--to", "srt"),
    "print": ("print", "one-breath"),
    "schema": ("schema",),
    "settings": ("settings",),
    "help-lines": ("help-lines",),
    "rehearse": ("rehearse", "staying-nearby", "--plain"),
    "help": ("--help",),
    "completion": ("completion", "bash"),
}


def ended(how: str, *args: str) -> tuple[int, str]:
    """The exit code and stderr of a command whose standard output a shell has made."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$@" {how}', "sh", *AJAR, *args],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert not done.stdout
    return done.returncode, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize("name", SAYS)
def test_a_full_output_is_one_line_and_a_code_of_its_own(name: str) -> None:
    line = "ajar: standard output: no space left on device\n"
    assert ended(">/dev/full", *SAYS[name]) == (Exit.UNPRINTED, line)


@pytest.mark.parametrize("name", SAYS)
def test_a_closed_output_is_one_line_and_a_code_of_its_own(name: str) -> None:
    assert ended(">&-", *SAYS[name]) == (Exit.UNPRINTED, "ajar: standard output: it is closed\n")


@pytest.mark.parametrize("name", SAYS)
def test_a_reader_that_has_left_is_no_fault(name: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*AJAR, *SAYS[name]],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=PATIENCE,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (Exit.UNREAD, b"")


def test_no_file_takes_the_place_of_a_closed_output(tmp_path: Path) -> None:
    path = tmp_path / "a.srt"
    assert ended(">&-", "export", "one-breath", "-o", str(path))[0] == Exit.UNPRINTED
    assert path.read_text().startswith("1\n")


def test_a_full_stderr_takes_nothing_from_the_code() -> None:
    assert ended(">/dev/null 2>/dev/full", "lst")[0] in (Exit.USAGE, Exit.UNPRINTED)
    assert ended("2>&-", "explain", "E999")[0] != Exit.BROKEN


def test_every_kind_of_command_is_tried() -> None:
    assert SAYS.keys() - {"help"} <= COMMANDS.keys()


def test_an_error_of_our_own_is_told_without_what_a_terminal_would_obey(
    ajar: Ran, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_args: object) -> int:
        raise RuntimeError("a name such as \x1b[2J\u202e")

    monkeypatch.setattr("tui.cli.run_command", fail)
    code, out, err = ajar("list")
    assert (code, out) == (Exit.BROKEN, "")
    assert "RuntimeError: a name such as \\x1b[2J\\u202e" in err
    assert "\x1b" not in err
    assert "\u202e" not in err

"""What tests of screens and commands share; each has an empty home, and colours."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.fakes.bells import Recorded
from tests.fakes.command import Ran
from tui import main


@pytest.fixture(autouse=True)
def _own_home(home: object) -> None:
    """Give each test an empty home, so that none reads the settings of the person who runs it."""


@pytest.fixture
def ajar(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Runs a command in this process; returns exit code, stdout and stderr."""

    def run(*args: str, stdin: bytes = b"") -> tuple[int, str, str]:
        capfd.readouterr()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = main.run(args)
        out, err = capfd.readouterr()
        return int(code), out, err

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working directory."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def players(monkeypatch: pytest.MonkeyPatch) -> list[Recorded]:
    """Every player that was made; none of them makes a sound."""
    made: list[Recorded] = []

    def make(backend: str, on_fault: Callable[[str], None]) -> Recorded:
        made.append(Recorded(backend, on_fault))
        return made[-1]

    monkeypatch.setattr("audio.player.Player", make)
    return made

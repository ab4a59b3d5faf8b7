"""The run-time twin of the import contracts in pyproject.toml.

A contract reads the source; it does not see what a library or a package drags in, nor an import by name.
These tests start a fresh interpreter, import or run the real thing, and look at what has been loaded.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.patience import PATIENCE

ROOT = Path(__file__).parents[1]
BASELINE = "import collections.abc, dataclasses, enum, typing"
"""What the engine may use anyhow; the standard library loads `os` and some others for it."""


def _contract(contract_id: str) -> dict[str, Any]:
    """The import-linter contract with this id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return next(contract for contract in contracts if contract["id"] == contract_id)


ROOMS: list[str] = _contract("engine")["source_modules"]
_IN_THE_ROOM = sorted(path.stem for path in (ROOT / "sessions/engine").glob("[a-z]*.py"))
ENGINE = [
    *(
        "sessions.value",
        "sessions.written",
        "sessions.model",
        "sessions.text_time",
        "sessions.pace",
        "sessions.mine.model",
    ),
    *(f"sessions.engine.{name}" for name in _IN_THE_ROOM),
]
FOLDERS = {"sessions.engine", "sessions.mine"}
"""Loaded with what lies in them; empty themselves."""
FORBIDDEN: list[str] = _contract("engine")["forbidden_modules"]


def _loaded_after(statement: str) -> set[str]:
    """Names in `sys.modules` after a statement, in an interpreter without site-packages."""
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {statement}; print(*sys.modules)"
    command = [sys.executable, "-I", "-S", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


@pytest.fixture(scope="module")
def baseline() -> set[str]:
    return _loaded_after(BASELINE)


@pytest.mark.parametrize("module", ENGINE)
def test_an_engine_module_loads_nothing_that_reads_draws_or_sounds(module: str, baseline: set[str]) -> None:
    fresh = _loaded_after(f"{BASELINE}, {module}") - baseline
    assert fresh & set(FORBIDDEN) == set()


def test_the_look_at_loaded_modules_can_find_something(baseline: set[str]) -> None:
    assert {"random", "datetime"} <= (_loaded_after(f"{BASELINE}, random, datetime") - baseline)


def test_the_engine_stands_on_modules_the_contract_names() -> None:
    ours = {name for name in _loaded_after("import sessions.engine.engine") if name.startswith("sessions.")}
    assert ours - FOLDERS == set(ENGINE)
    beside = {name for name in ours - FOLDERS if not name.startswith("sessions.engine")}
    assert beside | {"sessions.engine"} == set(ROOMS)


COMMAND = """
import sys
from tui.main import main
code = main()
print(code, *sys.modules, file=sys.stderr)
"""


def _loaded_by(command: str, home: Path) -> set[str]:
    """Names in `sys.modules` at the end of a command, run by a person who then types `q`."""
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *command.split()],
        cwd=ROOT,
        env=environment,
        input="q\n",
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    code, *modules = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(modules)


LEAN = [
    "--version",
    "list",
    "help-lines",
    "check sessions/scripts/one-breath.session.yaml",
    "play one-breath --plain",
    "rehearse one-breath --plain --speed max --answers skip,skip,skip",
    "one",
    "questions",
    "print one-breath",
    "paths one-breath --closings 0",
]
"""Commands whose first line should come as soon as Python can bring it."""


@pytest.mark.parametrize("command", LEAN)
def test_a_lean_command_loads_no_screen_and_no_sound(command: str, tmp_path: Path) -> None:
    modules = _loaded_by(command, tmp_path)
    assert "tui.main" in modules
    assert modules & {"textual", "rich", "miniaudio", "simpleaudio", "pydub", "asyncio"} == set()


def test_reading_a_session_is_seen_among_the_loaded_modules(tmp_path: Path) -> None:
    assert {"yaml", "sessions.engine.engine"} <= _loaded_by("play one-breath --plain", tmp_path)

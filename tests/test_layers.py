"""The run-time twin of the import contracts in pyproject.toml.

A contract reads the source; it does not see what a library or a package drags in, nor an import by name.
These tests start a fresh interpreter, import or run the real thing, and look at what has been loaded.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]
BASELINE = "import collections.abc, dataclasses, enum, typing"
"""What the engine may use anyhow; the standard library loads `os` and some others for it."""


def _contract(contract_id: str) -> dict[str, Any]:
    """The import-linter contract with this id."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return next(contract for contract in contracts if contract["id"] == contract_id)


ENGINE: list[str] = _contract("engine")["source_modules"]
FORBIDDEN: list[str] = _contract("engine")["forbidden_modules"]


def _loaded_after(statement: str) -> set[str]:
    """Names in `sys.modules` after a statement, in an interpreter without site-packages."""
    script = f"import sys; sys.path.insert(0, {str(ROOT)!r}); {statement}; print(*sys.modules)"
    command = [sys.executable, "-I", "-S", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
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
    ours = {name for name in _loaded_after("import sessions.engine") if name.startswith("sessions.")}
    assert ours == set(ENGINE)

"""What `make` says while it sets up stays apart from what a command prints."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
STAND_IN = """#!/bin/sh
case "$*" in *tests.bench*) echo '{"figures": []}' ;; esac
"""
"""For the Python of an environment: the bench prints JSON, everything else says nothing and works."""


@pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")
def test_the_first_make_bench_prints_its_json_and_nothing_else(tmp_path: Path) -> None:
    python = tmp_path / "new" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text(STAND_IN)
    python.chmod(0o755)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    command = ["make", "bench", "ARGS=--json", f"VENV={python.parents[1]}", "PIP=:"]
    done = subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, check=True)
    assert done.stdout == '{"figures": []}\n'
    assert "Installing the tools for tests and checks" in done.stderr

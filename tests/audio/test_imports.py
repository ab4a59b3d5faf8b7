import subprocess
import sys
from pathlib import Path

import pytest

LIBRARIES = ("miniaudio", "simpleaudio", "pydub", "textual", "yaml", "tui", "sessions")


@pytest.mark.parametrize("module", ["audio.helper", "audio.player", "audio.doctor"])
def test_no_sound_library_and_no_other_layer_is_loaded(module: str) -> None:
    root = Path(__file__).resolve().parents[2]
    source = f"import sys, {module}; print([m for m in {LIBRARIES} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", source], cwd=root, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"


@pytest.mark.parametrize("library", ["miniaudio", "simpleaudio", "pydub"])
def test_one_module_imports_each_library(library: str) -> None:
    root = Path(__file__).resolve().parents[2]
    users = [
        path
        for package in ("audio", "tui", "sessions")
        for path in (root / package).rglob("*.py")
        if any(
            line.strip().startswith((f"import {library}", f"from {library}"))
            for line in path.read_text().splitlines()
        )
    ]
    assert len(users) <= 1

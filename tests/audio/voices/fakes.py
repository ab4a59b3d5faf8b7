"""Voices for tests: a hum, and small programs that behave in a given way."""

import math
import sys
from array import array
from pathlib import Path

from audio.tones import RATE
from audio.wav import wav


def hum(seconds: float, *, level: float = 0.5, rate: int = RATE, pitch: float = 440.0) -> "array[int]":
    """A plain tone, in place of speech where only time and level matter."""
    step = math.tau * pitch / rate
    return array("h", (int(32_767 * level * math.sin(step * i)) for i in range(round(seconds * rate))))


def program(folder: Path, name: str, body: str) -> str:
    """A program in Python, as a command line for the settings."""
    path = folder / name
    path.write_text(f"#!{sys.executable}\nimport sys, time, os\n{body}\n")
    path.chmod(0o755)
    return str(path)


def hums(folder: Path, seconds: float = 0.5, before: str = "") -> str:
    """A command that reads a text and answers with a hum of fixed length."""
    sound = folder / "hum.wav"
    sound.write_bytes(wav(hum(seconds).tobytes()))
    body = f"{before}\nsys.stdin.read()\nsys.stdout.buffer.write(open({str(sound)!r}, 'rb').read())"
    return program(folder, "hums", body)

"""A program that plays sound files: pw-play (the releases in use read no raw stream) and afplay."""

import hashlib
import shutil
import tempfile
from pathlib import Path

from audio.backends.children import Children, probe, spawn
from audio.tones import FRAME_BYTES, RATE, silence
from audio.wav import wav


class FileProgram:
    """One process for each clip; the only fade it has is to stop."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._children = Children()
        self._folder = Path(tempfile.mkdtemp(prefix="ajar-"))

    def open(self) -> None:
        """Play a moment of silence."""
        probe([self._program, str(self._file(silence(0.05)))])

    def play(self, pcm: bytes) -> None:
        """Start a process that plays the clip."""
        process = spawn([self._program, str(self._file(pcm))])
        self._children.expect(process, len(pcm) / FRAME_BYTES / RATE)

    def fade_out(self) -> None:
        """Stop what plays."""
        self._children.terminate()

    def tend(self) -> None:
        """Collect what has ended; notice a fault."""
        self._children.tend()

    @property
    def busy(self) -> bool:
        """Whether a clip plays."""
        return self._children.any

    def close(self) -> None:
        """End the processes and remove the files."""
        self._children.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _file(self, pcm: bytes) -> Path:
        """The clip as a file, written once."""
        path = self._folder / f"{hashlib.sha256(pcm).hexdigest()[:16]}.wav"
        if not path.exists():
            path.write_bytes(wav(pcm))
        return path

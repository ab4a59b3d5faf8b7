"""A program that plays sound files: pw-play (the releases in use cannot read a raw stream) and afplay."""

import contextlib
import hashlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

from audio.backends.children import Children, probe, spawn
from audio.channel import Channel
from audio.stream_mixer import scaled
from audio.tones import FRAME_BYTES, RATE, silence
from audio.wav import wav


class FileProgram:
    """One process for each clip; it cannot fade a clip, only stop it."""

    def __init__(self, program: str) -> None:
        self._program = program
        self._children = Children()
        self._folder = Path(tempfile.mkdtemp(prefix="ajar-"))
        self._levels = dict.fromkeys(Channel, 1.0)

    def open(self) -> None:
        """Play a moment of silence."""
        probe([self._program, str(self._file(silence(0.05)))])

    def play(self, pcm: bytes, channel: Channel) -> None:
        """Start a process that plays the clip."""
        pcm = scaled(pcm, self._levels[channel])
        process = (
            self._said(pcm) if channel is Channel.VOICE else spawn([self._program, str(self._file(pcm))])
        )
        self._children.expect(process, len(pcm) / FRAME_BYTES / RATE, channel)

    def fade_out(self, channel: Channel | None) -> None:
        """Stop the clips that are playing."""
        self._children.terminate(channel)

    def set_level(self, channel: Channel, level: float) -> None:
        """Set how loud the next clips of a channel are; a lower level stops the clips that are playing."""
        if level < self._levels[channel]:
            self._children.terminate(channel)
        self._levels[channel] = level

    def tend(self) -> None:
        """Collect processes that have ended; notice faults."""
        self._children.tend()

    @property
    def busy(self) -> bool:
        """Whether a clip is playing."""
        return self._children.any

    def close(self) -> None:
        """End the processes and remove the files."""
        self._children.kill()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _said(self, pcm: bytes) -> "subprocess.Popen[bytes]":
        """Play speech from an anonymous file where the system has them, so that none is left behind."""
        if not hasattr(os, "memfd_create"):
            return spawn([self._program, str(self._file(pcm))])
        file = os.memfd_create("ajar", 0)
        try:
            with contextlib.closing(os.fdopen(os.dup(file), "wb")) as out:
                out.write(wav(pcm))
            return spawn([self._program, f"/dev/fd/{file}"], pass_fds=(file,))
        finally:
            os.close(file)

    def _file(self, pcm: bytes) -> Path:
        """The clip as a file, written once."""
        path = self._folder / f"{hashlib.sha256(pcm).hexdigest()[:16]}.wav"
        if not path.exists():
            path.write_bytes(wav(pcm))
        return path

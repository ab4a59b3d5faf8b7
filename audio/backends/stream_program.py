"""A program that plays a stream on its stdin: paplay and aplay, fed by a `Mixer`, so clips can fade."""

import contextlib
import fcntl
import subprocess
from threading import Lock, Thread

from audio.backends.base import SoundError
from audio.backends.children import Children, name_of, probe, spawn
from audio.channel import Channel
from audio.stream_mixer import Mixer
from audio.tones import RATE, silence

BLOCK_FRAMES = RATE // 20

PIPE_BYTES = 4096
"""The size of the pipe, under 0.1 s of sound, so that a fade is heard soon after it is requested."""


class StreamProgram:
    """One process while anything is playing; a thread feeds it as fast as it reads."""

    def __init__(self, argv: list[str]) -> None:
        self._argv = argv
        self._mixer = Mixer()
        self._children = Children()
        self._lock = Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._lost = False

    def open(self) -> None:
        """Play a moment of silence."""
        probe(self._argv, silence(0.05))

    def play(self, pcm: bytes, channel: Channel) -> None:
        """Start one clip, and the process if none runs."""
        with self._lock:
            self._mixer.add(pcm, channel)
            if self._process is None:
                self._process = self._start()

    def fade_out(self, channel: Channel | None) -> None:
        """Fade everything, or one channel, to silence over the mixer's ramp."""
        self._mixer.fade_out(channel)

    def set_level(self, channel: Channel, level: float) -> None:
        """Set how loud a channel is from now on."""
        self._mixer.set_level(channel, level)

    def tend(self) -> None:
        """Notice a process that failed or has stopped reading."""
        if self._lost:
            raise SoundError(f"{name_of(self._argv)} lost the sound server")
        if self._mixer.stalled:
            raise SoundError(f"{name_of(self._argv)} stopped taking sound")
        with self._lock:
            self._children.tend()

    @property
    def busy(self) -> bool:
        """Whether a process is running."""
        return self._process is not None or self._children.any

    def close(self) -> None:
        """End the processes; the thread ends when its pipe breaks."""
        with self._lock:
            process, self._process = self._process, None
            self._children.kill()
        if process is not None:
            process.kill()
            process.wait()

    def _start(self) -> "subprocess.Popen[bytes]":
        process = spawn(self._argv, stdin=subprocess.PIPE, bufsize=0)
        if process.stdin is not None and hasattr(fcntl, "F_SETPIPE_SZ"):
            fcntl.fcntl(process.stdin, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        Thread(target=self._feed, args=(process,), daemon=True).start()
        return process

    def _feed(self, process: "subprocess.Popen[bytes]") -> None:
        pipe = process.stdin
        if pipe is None:  # for the type checker: the process was started with a pipe
            return
        try:
            while self._goes_on(process):
                pipe.write(self._mixer.frames(BLOCK_FRAMES))
        except OSError:
            self._lost = self._process is process
        finally:
            with contextlib.suppress(OSError):
                pipe.close()

    def _goes_on(self, process: "subprocess.Popen[bytes]") -> bool:
        """Whether there is more to feed; if not, the process plays out what it has."""
        with self._lock:
            if self._process is not process:
                return False
            if not self._mixer.sounding:
                self._process = None
                self._children.expect(process, 0.5)
            return self._process is process

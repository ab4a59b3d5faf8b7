"""Processes of sound programs: started without output, given a time limit, and never left behind."""

import subprocess
from pathlib import Path
from typing import Any

from audio.backends.base import SoundError
from audio.channel import Channel
from audio.clock import now
from audio.stream_mixer import STALL_SECONDS

PROBE_SECONDS = 3.0
"""A program that needs longer than this to play a moment of silence will not play a bell in time."""


def spawn(argv: list[str], **kwargs: Any) -> "subprocess.Popen[bytes]":
    """Start a program whose output is discarded.

    Raises:
        SoundError: it could not be started.
    """
    try:
        return subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **kwargs)
    except OSError as error:
        raise SoundError(f"{name_of(argv)} could not be started") from error


def probe(argv: list[str], pcm: bytes | None = None) -> None:
    """Run a program to its end, with `pcm` on its stdin.

    Raises:
        SoundError: it failed, or did not end in time.
    """
    with spawn(argv, stdin=subprocess.DEVNULL if pcm is None else subprocess.PIPE) as process:
        try:
            process.communicate(pcm, timeout=PROBE_SECONDS)
        except subprocess.TimeoutExpired as error:
            process.kill()
            raise SoundError(f"{name_of(argv)} did not answer") from error
    if process.returncode:
        raise SoundError(f"{name_of(argv)} could not reach a sound server")


def name_of(argv: list[str]) -> str:
    """The name a person knows a program by, without its folder."""
    return Path(argv[0]).name


class Children:
    """Running processes, each with the time by which it should have ended."""

    def __init__(self) -> None:
        self._due: dict[subprocess.Popen[bytes], float] = {}
        self._channels: dict[subprocess.Popen[bytes], Channel] = {}

    def expect(
        self, process: "subprocess.Popen[bytes]", seconds: float, channel: Channel = Channel.BELL
    ) -> None:
        """Watch a process that should end by itself in about `seconds`."""
        self._due[process] = now() + seconds + STALL_SECONDS
        self._channels[process] = channel

    def tend(self) -> None:
        """Collect processes that have ended.

        Raises:
            SoundError: a process failed, or is long overdue.
        """
        for process, due in list(self._due.items()):
            code = process.poll()
            name = name_of(process.args)  # type: ignore[arg-type]  # always started from a list
            if code is None and now() > due:
                raise SoundError(f"{name} stopped answering")
            if code is not None:
                del self._due[process], self._channels[process]
            if code is not None and code > 0:
                raise SoundError(f"{name} ended with exit code {code}")

    @property
    def any(self) -> bool:
        """Whether a process is running."""
        return bool(self._due)

    def terminate(self, channel: Channel | None = None) -> None:
        """Ask every process, or those of one channel, to end now."""
        for process, its in self._channels.items():
            if channel in (None, its):
                process.terminate()

    def kill(self) -> None:
        """End every process and wait for it."""
        for process in self._due:
            process.kill()
            process.wait()
        self._due.clear()
        self._channels.clear()

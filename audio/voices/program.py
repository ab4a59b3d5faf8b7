"""Runs a speech program: text in on stdin, sound out, within limits of time and size, and no file left."""

import contextlib
import os
import select
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import IO

from audio.clock import now
from audio.system_errors import reason_of
from audio.voices.base import VoiceError

MAX_BYTES = 16 * 1024 * 1024
"""More than two minutes at the highest usual rate; a program that writes more is faulty."""

MAX_TEXT = 32 * 1024
"""Fits into the pipe, so that writing it never blocks."""

_running: set[int] = set()
"""Process groups of the running programs, which have to be ended with this process."""

_starting = threading.Lock()
"""Held while a program is being started, so that `end_all` misses none."""


def heard_from(
    argv: Sequence[str],
    text: str,
    seconds: float,
    *,
    more_env: Mapping[str, str] | None = None,
) -> bytes:
    """The bytes that a program writes to stdout for a text on its stdin.

    Args:
        argv: the program and its options, never the text: other users can see the arguments of a process.
        text: what to speak.
        seconds: the time limit.
        more_env: additional environment variables.

    Raises:
        VoiceError: it could not be started, failed, took too long, or wrote too much or nothing.
    """
    return _run(argv, text, seconds, env=os.environ | dict(more_env or {}))


def heard_in_file(argv_for: Callable[[str], Sequence[str]], text: str, seconds: float) -> bytes:
    """The same for a program that needs a seekable file to write to.

    The file has no name, so it disappears with the processes that hold it, however they end.
    """
    with _nameless() as file:
        argv = argv_for(f"/dev/fd/{file.fileno()}")
        _run(argv, text, seconds, keep=(file.fileno(),))
        file.seek(0)
        return file.read(MAX_BYTES)


def end_all() -> None:
    """End every running program and all that it has started. No other can be started after this."""
    _starting.acquire()  # never released: this process is about to end
    for group in tuple(_running):
        _end(group)


def _end(group: int) -> None:
    with contextlib.suppress(OSError):
        os.killpg(group, signal.SIGKILL)


def _nameless() -> IO[bytes]:
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("ajar", 0), "w+b")
    return tempfile.TemporaryFile()


def _run(
    argv: Sequence[str],
    text: str,
    seconds: float,
    *,
    env: Mapping[str, str] | None = None,
    keep: tuple[int, ...] = (),
) -> bytes:
    name = Path(argv[0]).name
    try:
        with _starting:
            process = subprocess.Popen(
                argv,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=env,
                pass_fds=keep,
                bufsize=0,
                process_group=0,  # so that a shell and all it starts can be ended together
            )
            _running.add(process.pid)
    except OSError as error:
        raise VoiceError(f"{name} could not be started: {reason_of(error)}") from error
    with process:
        try:
            sound = _exchange(process, text, now() + seconds, name)
        finally:
            _end(process.pid)
            _running.discard(process.pid)
    if process.returncode:
        raise VoiceError(f"{name} ended with exit code {process.returncode}")
    return sound


def _exchange(process: "subprocess.Popen[bytes]", text: str, until: float, name: str) -> bytes:
    """Write the text, and read until the program has ended."""
    if process.stdin is None or process.stdout is None:  # for the type checker: both are pipes
        raise VoiceError(f"{name} could not be started")
    with contextlib.suppress(OSError):  # it does not read its stdin; its output tells whether it worked
        process.stdin.write(text.encode()[:MAX_TEXT] + b"\n")
    with contextlib.suppress(OSError):
        process.stdin.close()
    sound = bytearray()
    while select.select([process.stdout], [], [], max(0.0, until - now()))[0]:
        block = process.stdout.read(65_536)
        if not block:
            return _ended(process, bytes(sound), until, name)
        sound += block
        if len(sound) > MAX_BYTES:
            raise VoiceError(f"{name} wrote without end")
    raise VoiceError(f"{name} took too long")


def _ended(process: "subprocess.Popen[bytes]", sound: bytes, until: float, name: str) -> bytes:
    try:
        process.wait(max(0.0, until - now()))
    except subprocess.TimeoutExpired:
        raise VoiceError(f"{name} took too long") from None
    return sound

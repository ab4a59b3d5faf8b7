"""Runs a program that does one thing and ends, such as an encoder, and never outlives this process."""

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def run(argv: Sequence[str], *, stdin: bytes = b"", timeout: float | None = None) -> None:
    """Run a program to its end; its output is discarded.

    Args:
        argv: the program and its arguments.
        stdin: what it is given to read.
        timeout: seconds after which it is ended.

    Raises:
        OSError: it could not be started.
        subprocess.CalledProcessError: it ended with another exit code than 0.
        subprocess.TimeoutExpired: it took too long.
    """
    nowhere = subprocess.DEVNULL
    process: subprocess.Popen[bytes] | None = None
    try:
        with _uninterrupted():
            process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere)
        process.communicate(stdin, timeout)
    except BaseException:  # Ctrl-C among them
        if process is not None:
            process.kill()
            process.communicate()
        raise
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(argv))


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C back while a process is being started: before it is known, it could not be ended."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

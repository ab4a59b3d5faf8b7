"""A program that does one thing and ends, such as a voice or an encoder; it never outlives its starter."""

import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager


def run(argv: Sequence[str], *, stdin: bytes = b"", timeout: float | None = None) -> None:
    """Run a program to its end, with nothing shown of it.

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
    """Let Ctrl-C wait until a process that has been started is known, so that it can be ended."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

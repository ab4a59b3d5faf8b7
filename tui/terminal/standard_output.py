"""Handles a standard output that is full, closed, or no longer read, of which `main` learns by an OSError."""

from __future__ import annotations

import errno
import io
import os
import sys

_OF_A_STREAM = {
    errno.ENOSPC,
    errno.EDQUOT,
    errno.EFBIG,
    errno.EIO,
    errno.EBADF,
    errno.EPIPE,
    errno.ENXIO,
    errno.EAGAIN,
}
"""Errors of writing to a stream; errors of files are handled where those are written."""


class _Closed(io.TextIOBase):
    """Replaces a standard output that the shell has closed (`>&-`): raises once something is printed."""

    encoding = "utf-8"
    errors = "replace"

    @property
    def buffer(self) -> io.RawIOBase:
        """The same for bytes."""
        raise OSError(errno.EBADF, "it is closed")

    def write(self, _text: str, /) -> int:
        raise OSError(errno.EBADF, "it is closed")


def keep_places() -> None:
    """Keep the descriptors of closed streams from being reused, and give Python streams to print to."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest free descriptor
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # to the end of the process


def is_of_a_stream(error: Exception) -> bool:
    """Whether an error was caused by printing."""
    return isinstance(error, OSError) and error.filename is None and error.errno in _OF_A_STREAM


def let_go() -> None:
    """Discard buffered output, which the interpreter would fail to flush at exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)

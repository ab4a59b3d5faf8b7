"""Standard output that is full, closed, or read by nobody any more: `main` hears of it by an OSError."""

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
"""What a system says to a write; files are written elsewhere, and what they refuse is told there."""


class _Closed(io.TextIOBase):
    """Stands where a shell has closed standard output (`>&-`): says so once something is printed."""

    encoding = "utf-8"
    errors = "replace"

    @property
    def buffer(self) -> io.RawIOBase:
        """For bytes, the same."""
        raise OSError(errno.EBADF, "it is closed")

    def write(self, _text: str, /) -> int:
        raise OSError(errno.EBADF, "it is closed")


def keep_places() -> None:
    """Keep the numbers of closed streams from other files, and give Python something to print to."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    if sys.stdout is None:
        sys.stdout = _Closed()
    if sys.stderr is None:
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # to the end of the process


def is_of_a_stream(error: Exception) -> bool:
    """Whether an error came of printing."""
    return isinstance(error, OSError) and error.filename is None and error.errno in _OF_A_STREAM


def let_go() -> None:
    """Leave nothing for the interpreter to flush where nothing is taken."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)

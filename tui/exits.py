"""How `ajar` ends: the exit codes, and the one error that carries one of them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes."""

    FINE = 0
    """Success; stopping a session by `q` or Ctrl-C is success too."""
    FAULT = 1
    """A session has a fault, or the request could not be met; a line on stderr says why."""
    USAGE = 2
    """The command line could not be understood; nothing was done."""
    BROKEN = 70
    """Something went wrong inside ajar itself (`EX_SOFTWARE` of sysexits)."""
    UNPRINTED = 74
    """Standard output could not be written: it is full, or closed (`EX_IOERR` of sysexits)."""
    INTERRUPTED = 130
    """Ctrl-C in a command that was not a session (128 + SIGINT, as shells count)."""
    UNREAD = 141
    """The reader of the output has closed it (128 + SIGPIPE), as after `ajar list | head -1`."""


class StopError(Exception):
    """Ends a command with a message for the person and an exit code."""

    def __init__(self, message: str, code: Exit = Exit.FAULT) -> None:
        """`message` is safe to print; it may lack its final full stop."""
        super().__init__(message)
        self.code = code

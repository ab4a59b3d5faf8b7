"""How `ajar` ends: the exit codes, and the one error that carries one of them."""

from __future__ import annotations

from enum import IntEnum


class Exit(IntEnum):
    """What the exit code says."""

    FINE = 0
    """All went well; stopping a session, by `q` or Ctrl-C, is one of the ways it goes well."""
    FAULT = 1
    """A session has a fault, or what was asked for could not be had; a line on stderr says what."""
    USAGE = 2
    """The command line could not be understood; nothing was done."""
    BROKEN = 70
    """Something went wrong inside ajar itself (`EX_SOFTWARE` of sysexits)."""
    UNPRINTED = 74
    """Standard output took nothing: it is full, or closed (`EX_IOERR` of sysexits)."""
    INTERRUPTED = 130
    """Ctrl-C in a command that was not a session (128 + SIGINT, as shells count)."""
    UNREAD = 141
    """Nobody reads the output any more (128 + SIGPIPE), as after `ajar list | head -1`."""


class StopError(Exception):
    """Ends a command with a message for the person, and a code."""

    def __init__(self, message: str, code: Exit = Exit.FAULT) -> None:
        """`message` is safe to print; without a trailing full stop it is still a whole clause."""
        super().__init__(message)
        self.code = code

"""What a command for authors reads: a named file, or stdin where a hyphen stands for it."""

from __future__ import annotations

import sys

from sessions.check import Checked, check_bytes, check_file
from sessions.reading.files import MOST_BYTES

STDIN = "-"
SHOWN_STDIN = "<stdin>"


def check_one(path: str) -> Checked:
    """Check a file, or what comes in on stdin."""
    return check_bytes(read_stdin(), SHOWN_STDIN) if path == STDIN else check_file(path, for_report=True)


def read_stdin() -> bytes:
    """What comes in on stdin, up to a little more than a session file can hold."""
    return sys.stdin.buffer.read(MOST_BYTES + 1)

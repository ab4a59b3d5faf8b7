"""Reads the input of commands for authors: a named file, or stdin for `-`."""

from __future__ import annotations

import sys

from sessions.check import Checked, check_bytes, check_file
from sessions.reading.files import MOST_BYTES

STDIN = "-"
SHOWN_STDIN = "<stdin>"


def check_one(path: str) -> Checked:
    """Check a file, or standard input for `-`."""
    return check_bytes(read_stdin(), SHOWN_STDIN) if path == STDIN else check_file(path, for_report=True)


def read_stdin() -> bytes:
    """Read stdin, up to a little more than the size limit of a session file."""
    return sys.stdin.buffer.read(MOST_BYTES + 1)

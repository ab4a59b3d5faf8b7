"""Reads a line that is only half typed, which the terminal keeps to itself until Enter.

Without this, a prompt that comes in between would hide the half line, and it would spoil whatever is typed
next.
"""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from functools import partial

from tui.terminal.endings import Endings

BLOCK = 4096
LOCAL, CONTROL = 3, 6
"""Indices of the local modes and the control characters in the result of `tcgetattr`."""


def half_line(descriptor: int) -> bytes:
    """Take it from the terminal, with complete lines before it; empty if we are in the background."""
    try:
        if os.tcgetpgrp(descriptor) != os.getpgrp():
            return b""
        before = termios.tcgetattr(descriptor)
    except (OSError, termios.error):
        return b""
    at_once = [*before[:CONTROL], [*before[CONTROL]]]
    at_once[LOCAL] &= ~termios.ICANON
    at_once[CONTROL][termios.VMIN] = at_once[CONTROL][termios.VTIME] = 0
    endings = Endings(partial(termios.tcsetattr, descriptor, termios.TCSANOW, before))
    endings.watch()
    try:
        termios.tcsetattr(descriptor, termios.TCSANOW, at_once)
        with suppress(OSError):
            return os.read(descriptor, BLOCK)
        return b""
    finally:
        termios.tcsetattr(descriptor, termios.TCSANOW, before)
        endings.forget()

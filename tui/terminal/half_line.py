"""What is typed of a line that is not finished: the terminal keeps it to itself until Enter.

Without it a prompt that comes meanwhile leaves it there, out of sight, and it spoils whatever is typed next.
"""

from __future__ import annotations

import os
import termios
from contextlib import suppress
from functools import partial

from tui.terminal.endings import Endings

BLOCK = 4096
LOCAL, CONTROL = 3, 6
"""Where `tcgetattr` has the local modes, and the control characters."""


def half_line(descriptor: int) -> bytes:
    """Take it out of the terminal, with whole lines before it; empty where it is not ours to ask."""
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

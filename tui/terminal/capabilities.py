"""Whether the screen can be drawn on, or lines of text are all there is."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

DRIVER = "TEXTUAL_DRIVER"
"""Where Textual is told of another driver."""


CONSOLE = "linux"
"""The terminal of the Linux console, which has nothing to copy to."""

SELECTING_KEYS = {"Apple_Terminal": "Fn", "iTerm.app": "Option"}


def selecting_key(environment: Mapping[str, str]) -> str:
    """The key that makes a terminal select by itself what is dragged over; empty where it cannot."""
    if environment.get("TERM") == CONSOLE:
        return ""
    return SELECTING_KEYS.get(environment.get("TERM_PROGRAM", ""), "Shift")


def is_hosted() -> bool:
    """Whether something else than a terminal shows the pages: a web server, say, by a driver of its own."""
    return bool(os.environ.get(DRIVER))


def can_draw() -> bool:
    """Whether a person sits at a terminal, or another host, that can show the pages."""
    if is_hosted():
        return True
    if os.environ.get("TERM", "dumb") in ("dumb", "unknown"):
        return False
    return both_are_terminals()


def both_are_terminals() -> bool:
    """Whether a person can read and type."""
    return all(
        stream is not None and not stream.closed and stream.isatty() for stream in (sys.stdin, sys.stdout)
    )


def write(text: str) -> None:
    """Put text out at once, as it is."""
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def say(*texts: str) -> None:
    """Put lines out at once."""
    write("".join(f"{text}\n" for text in texts))

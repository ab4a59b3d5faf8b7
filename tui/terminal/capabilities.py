"""Finds out whether the terminal can be drawn on, or only lines of text are possible."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

DRIVER = "TEXTUAL_DRIVER"
"""The environment variable that names another driver to Textual."""


CONSOLE = "linux"
"""`TERM` of the Linux console, which has no clipboard."""

SELECTING_KEYS = {"Apple_Terminal": "Fn", "iTerm.app": "Option"}


def selecting_key(environment: Mapping[str, str]) -> str:
    """The key that, held while dragging, makes the terminal itself select text; empty if it cannot."""
    if environment.get("TERM") == CONSOLE:
        return ""
    return SELECTING_KEYS.get(environment.get("TERM_PROGRAM", ""), "Shift")


def is_hosted() -> bool:
    """Whether something else than a terminal shows the pages, such as a web server with its own driver."""
    return bool(os.environ.get(DRIVER))


def can_draw() -> bool:
    """Whether there is a terminal, or another host, that can show the pages."""
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
    """Write text at once, unchanged."""
    if sys.stdout is not None:
        sys.stdout.write(text)
        sys.stdout.flush()


def say(*texts: str) -> None:
    """Write lines at once."""
    write("".join(f"{text}\n" for text in texts))

"""When a cue of ours was due: the moments that the event loop of a running `ajar` was told to wake at."""

from __future__ import annotations

import struct
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import median

NOTING_SOURCE = """
import asyncio, os, struct, sys
notes = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
call_at = asyncio.BaseEventLoop.call_at
def noted(loop, when, *rest, **more):
    os.write(notes, struct.pack("d", when))
    return call_at(loop, when, *rest, **more)
asyncio.BaseEventLoop.call_at = noted
sys.argv = ["ajar", *sys.argv[2:]]
from tui.main import main
sys.exit(main())
"""

ENOUGH = 10
"""Cues at the beginning whose deadlines say when the first one was due."""


def noting(notes: Path, arguments: Sequence[str]) -> tuple[str, ...]:
    """An `ajar` that notes each moment it asks its event loop for, on the machine's monotonic clock."""
    return (sys.executable, "-c", NOTING_SOURCE, str(notes), *arguments)


def noted(notes: Path) -> list[float]:
    """The moments that were asked for."""
    data = notes.read_bytes()
    return [when for (when,) in struct.iter_unpack("d", data[: len(data) // 8 * 8])]


def began(deadlines: Sequence[float], pressed: float, arrived: Sequence[float], apart: float) -> float:
    """When the first cue was due; it cannot be seen from outside.

    That lies between the key that began it all and the first cue on the terminal, and each later cue repeats
    it: a deadline, less the cues before it. Other timers fall between as well, seldom into the same place.

    Args:
        deadlines: all moments the event loop was asked for.
        pressed: when the key was pressed; taken for the beginning where the deadlines do not say.
        arrived: when each cue came, the first one with the number 0.
        apart: seconds from one cue to the next.
    """
    found = []
    for number in range(1, ENOUGH + 1):
        shift = number * apart
        between = [when - shift for when in deadlines if pressed <= when - shift <= arrived[0]]
        found += [min(between)] if between else []
    return median(found) if len(found) > ENOUGH // 2 else pressed

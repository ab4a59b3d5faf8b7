"""When a cue of ours was due: the deadlines that a running `ajar` gave its event loop."""

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
"""The number of cues from whose deadlines the first one is estimated."""


def noting(notes: Path, arguments: Sequence[str]) -> tuple[str, ...]:
    """An `ajar` that records each deadline it gives its event loop, on the machine's monotonic clock."""
    return (sys.executable, "-c", NOTING_SOURCE, str(notes), *arguments)


def noted(notes: Path) -> list[float]:
    """The recorded deadlines."""
    data = notes.read_bytes()
    return [when for (when,) in struct.iter_unpack("d", data[: len(data) // 8 * 8])]


def began(deadlines: Sequence[float], pressed: float, arrived: Sequence[float], apart: float) -> float:
    """When the first cue was due, which cannot be observed directly.

    It lies between the key that began the session and the first cue on the terminal. Each later cue gives an
    estimate: its deadline, minus the lengths of the cues before. Other timers give false estimates, but they
    seldom agree.

    Args:
        deadlines: all deadlines given to the event loop.
        pressed: when the key was pressed; the result if the deadlines give none.
        arrived: when each cue came; the first one has the number 0.
        apart: seconds from one cue to the next.
    """
    found = []
    for number in range(1, ENOUGH + 1):
        shift = number * apart
        between = [when - shift for when in deadlines if pressed <= when - shift <= arrived[0]]
        found += [min(between)] if between else []
    return median(found) if len(found) > ENOUGH // 2 else pressed

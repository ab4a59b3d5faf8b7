"""How long tests wait in real time, in seconds.

No test asserts that something is quick: a busy machine may take seconds for anything. `make bench` measures
speed. A test asserts only that something happens at all, or that nothing waited for it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 60.0
"""After this, what has to come counts as lost. Only a failing test waits that long."""

AT_ONCE = 20.0
"""The limit for calls that must not wait for anything; if they did, it would be for longer, or for ever."""


def took(call: Callable[[], object]) -> float:
    """How long a call takes, in seconds."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def eventually(condition: Callable[[], object], seconds: float = PATIENCE) -> bool:
    """Whether the condition becomes true in time; polled often, so that no test waits longer than needed."""
    until = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > until:
            return False
        time.sleep(0.01)
    return True

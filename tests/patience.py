"""How long tests wait on the real clock, in seconds.

No test asserts that something is quick: a busy machine may take seconds for anything. Closeness is what
`make bench` measures. What a test asserts is that something comes at all, or that it was not waited for.
"""

from __future__ import annotations

import time
from collections.abc import Callable

PATIENCE = 60.0
"""Until what has to come is taken for lost. Only a test that fails waits so long."""

AT_ONCE = 20.0
"""For what waits for nothing. If it did, it would wait for longer, or for ever."""


def took(call: Callable[[], object]) -> float:
    """Seconds a call takes."""
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def eventually(condition: Callable[[], object], seconds: float = PATIENCE) -> bool:
    """Whether the condition comes true in time; looked at often, so that no test waits for long."""
    until = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > until:
            return False
        time.sleep(0.01)
    return True

"""Reports exceptions of other threads, which would otherwise be forgotten and leave the exit code at 0."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def thread_faults_told() -> Iterator[None]:
    """At the end of the block, raise the exception of a thread that failed meanwhile.

    Raises:
        Exception: the first such exception.
    """
    faults: list[Exception] = []

    def keep(fault: threading.ExceptHookArgs) -> None:
        if isinstance(fault.exc_value, Exception):
            faults.append(fault.exc_value)

    before, threading.excepthook = threading.excepthook, keep
    try:
        yield
    finally:
        threading.excepthook = before
    if faults:
        raise faults[0]

"""Faults of other threads: without it one that fails is forgotten, and the exit code says all is well."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def thread_faults_told() -> Iterator[None]:
    """Raise at the end what went wrong in a thread meanwhile.

    Raises:
        Exception: the first fault.
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

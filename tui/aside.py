"""Runs work on a thread of its own, so that a page keeps answering; leaving does not wait for the thread."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")

UNNOTICED = 0.1
"""Seconds for which a page may block, so that keys typed ahead go to the page they were meant for."""

SHARE = 0.0005
"""Python's thread switch interval, in seconds: a key takes several switches, and 5 ms each would add up."""

LONG = 1.0
"""Seconds after which the person is told that work is still going on."""


class Aside(Generic[Result]):
    """One piece of work, started at once.

    The thread is a daemon, so a disk that does not answer cannot keep the program from ending.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        """`work` must not touch the page."""
        sys.setswitchinterval(SHARE)
        self._future: Future[Result] = Future()
        Thread(target=self._run, args=(work,), name="ajar-aside", daemon=True).start()

    def done_within(self, seconds: float) -> bool:
        """Block for a moment that nobody notices; whether the work is done."""
        return bool(wait([self._future], seconds).done)

    async def done(self, seconds: float | None = None) -> bool:
        """Wait, for at most so many seconds, without blocking the page; whether the work is done."""
        done, _ = await asyncio.wait([asyncio.wrap_future(self._future)], timeout=seconds)
        return bool(done)

    def result(self) -> Result:
        """The result of the work, once it is done; raises what the work raised."""
        return self._future.result(timeout=0)

    def _run(self, work: Callable[[], Result]) -> None:
        try:
            self._future.set_result(work())
        except BaseException as error:  # noqa: BLE001  # `result` raises it
            self._future.set_exception(error)

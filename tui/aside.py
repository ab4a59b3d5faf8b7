"""Work on a thread of its own, so that a page answers meanwhile; whoever leaves does not wait for it."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from concurrent.futures import Future, wait
from threading import Thread
from typing import Generic, TypeVar

Result = TypeVar("Result")

UNNOTICED = 0.1
"""Seconds for which a page may wait on the spot, so that keys typed ahead meet the page they were for."""

SHARE = 0.0005
"""Seconds before a page that waits has its turn; Python's own 5 ms add up, for a key takes several turns."""

LONG = 1.0
"""Seconds after which a person is told that something is still being done."""


class Aside(Generic[Result]):
    """One piece of work, begun at once.

    The thread is a daemon: a file on a disk that does not answer keeps nobody from leaving.
    """

    def __init__(self, work: Callable[[], Result]) -> None:
        """`work` must not touch the page."""
        sys.setswitchinterval(SHARE)
        self._future: Future[Result] = Future()
        Thread(target=self._run, args=(work,), name="ajar-aside", daemon=True).start()

    def done_within(self, seconds: float) -> bool:
        """Wait on the spot, for a moment that nobody notices; whether the work is done."""
        return bool(wait([self._future], seconds).done)

    async def done(self, seconds: float | None = None) -> bool:
        """Wait without holding up the page, at most for so many seconds; whether the work is done."""
        done, _ = await asyncio.wait([asyncio.wrap_future(self._future)], timeout=seconds)
        return bool(done)

    def result(self) -> Result:
        """What came of it, once it is done."""
        return self._future.result(timeout=0)

    def _run(self, work: Callable[[], Result]) -> None:
        try:
            self._future.set_result(work())
        except BaseException as error:  # noqa: BLE001  # raised where the result is asked for
            self._future.set_exception(error)

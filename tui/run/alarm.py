"""One timer, set to an absolute moment: the only thing that makes a session move by itself."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol


class Alarm(Protocol):
    """Calls back once, after a time; setting it again cancels the call before."""

    def set(self, seconds: float | None, ring: Callable[[], None]) -> None:
        """Call `ring` in `seconds`, or, with None, not at all."""


class LoopAlarm:
    """An alarm on the running event loop.

    `call_at` puts a cue on the terminal within a few milliseconds, where chained sleeps and polling come
    tenths of a second late; between two calls nothing runs.
    """

    def __init__(self) -> None:
        self._handle: asyncio.TimerHandle | None = None

    def set(self, seconds: float | None, ring: Callable[[], None]) -> None:
        """Call `ring` in `seconds`, or, with None, not at all."""
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if seconds is not None:
            loop = asyncio.get_running_loop()
            self._handle = loop.call_at(loop.time() + seconds, ring)

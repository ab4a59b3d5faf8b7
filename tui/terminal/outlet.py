"""Whether what is shown still arrives: a port, and what its adapters share.

A connection stalls, a terminal is held, a program is put aside by its shell: nothing reaches the person then,
and the program may not notice, for many kilobytes fit in between. A runner asks at each pulse; nothing polls.

Without it prompts that nobody saw count as seen: the promise that a session waits for a person who was away
would hold for a sleeping computer only.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Protocol, runtime_checkable

AWAY = 2.0
"""Seconds after which nobody can have been reading: far above any load, far below any beat."""


class Outlet(Protocol):
    """Where a run is shown."""

    def lost(self) -> float:
        """How many seconds ago the person was lost; 0.0 where nobody was.

        A hold-up that is over is told once, one that lasts as long as it lasts. Up to `AWAY` it is none.
        """


class Open:
    """An outlet that takes everything at once: tests, rehearsals, pipes."""

    def lost(self) -> float:
        """Nobody is ever lost."""
        return 0.0


@runtime_checkable
class Shown(Protocol):
    """Whatever is shown through an outlet, and is told through which."""

    outlet: Outlet


class Delivery:
    """One thing on its way to the person, and how long it takes; any thread may say so, or a signal."""

    def __init__(self, now: Callable[[], float], patience: float = AWAY) -> None:
        """`now` is the clock that a runner goes by; up to `patience` seconds are no delay."""
        self._now = now
        self._patience = patience
        self._lock = RLock()
        self._since: float | None = None
        self._late: float | None = None

    @property
    def out(self) -> float:
        """Seconds that something has been on its way by now; 0.0 where nothing is."""
        since = self._since
        return 0.0 if since is None else self._now() - since

    def sent(self) -> None:
        """Something is on its way."""
        with self._lock:
            self._since = self._now()

    def taken(self) -> bool:
        """It has arrived; whether that took so long that somebody was lost."""
        with self._lock:
            late = self.out > self._patience
            if late and self._late is None:
                self._late = self._since
            self._since = None
        return late

    def lost(self) -> float:
        """See `Outlet`."""
        with self._lock:
            late, self._late = self._late, None
            if late is not None:
                return self._now() - late
            return self.out if self.out > self._patience else 0.0

"""The interface that tells whether output still reaches the person, and what its implementations share.

When a connection stalls, a terminal is stopped with Ctrl-S, or the shell suspends the program, nothing
reaches the person, and the program may not notice, since many kilobytes are buffered in between. A runner
asks at each pulse; nothing polls.

Without this, prompts that nobody saw would count as seen, and a session would wait for a person who was away
only if the computer slept.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import RLock
from typing import Protocol, runtime_checkable

AWAY = 2.0
"""A delay, in seconds, in which nobody can have been reading: far above any load, far below any beat."""


class Outlet(Protocol):
    """Tells whether what a run shows reaches the person."""

    def lost(self) -> float:
        """How many seconds ago the person was lost; 0.0 if they were not.

        A delay that is over is reported once, one that goes on is reported until it ends. Delays up to `AWAY`
        do not count.
        """


class Open:
    """An outlet without delays, for tests, rehearsals and pipes."""

    def lost(self) -> float:
        """Always 0.0: nobody is ever lost."""
        return 0.0


@runtime_checkable
class Shown(Protocol):
    """Something that is shown through an outlet, and has to know which."""

    outlet: Outlet


class Delivery:
    """Measures how long output takes to arrive; may be used from any thread or signal handler."""

    def __init__(self, now: Callable[[], float], patience: float = AWAY) -> None:
        """`now` is the runner's clock; up to `patience` seconds do not count as a delay."""
        self._now = now
        self._patience = patience
        self._lock = RLock()
        self._since: float | None = None
        self._late: float | None = None

    @property
    def out(self) -> float:
        """Seconds that something has been in transit; 0.0 if nothing is."""
        since = self._since
        return 0.0 if since is None else self._now() - since

    def sent(self) -> None:
        """Note that something is in transit."""
        with self._lock:
            self._since = self._now()

    def taken(self) -> bool:
        """Note that it has arrived; whether that took so long that the person was lost."""
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

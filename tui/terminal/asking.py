"""Asks the terminal whether output has arrived, since what was written may not be shown for a long time.

A system buffers up to about twenty kilobytes that a terminal has not read, and a network connection
megabytes: enough for a whole session. So each write is followed by a query that every terminal answers, for
the cursor position, and the answer shows that everything before it has arrived. At most one query is open:
writes within the few milliseconds that an answer takes go without. Nothing is asked while nothing is written.

Without this, a session on a stalled connection would run on unseen, and be over instead of paused when the
person comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, RLock

from tui.terminal.outlet import Delivery

QUESTION = "\x1b[6n"
"""Report the cursor position (DSR 6); known since the VT100."""

PATIENCE, LONGEST_PATIENCE = 0.15, 1.0
"""Seconds to wait for a last answer at the end: twice what answers took so far, between these two."""


class Asking:
    """Writes to the terminal, and adds a query if none is open.

    A terminal that has never answered is not waited for, since it may not be able to. One that stops
    answering counts as lost once, and again only after it has answered.
    """

    def __init__(self, put: Callable[[str], None], now: Callable[[], float]) -> None:
        self._put = put
        self._delivery = Delivery(now)
        self._lock = RLock()
        self._answered = Condition(self._lock)
        self._on = False
        self._open = False
        self._heard = False
        self._told = False
        self._slowest = 0.0

    @property
    def is_open(self) -> bool:
        """Whether an answer is expected."""
        return self._open

    def start(self) -> None:
        """Ask from now on."""
        with self._lock:
            self._on = True
            if self._open:  # asked before the program was suspended; that answer is not waited for
                self._open = False
                self._delivery.taken()

    def stop(self) -> None:
        """Stop asking, and wait a moment for a pending answer, which the shell would take for typing."""
        with self._answered:
            self._on = False
            patience = min(LONGEST_PATIENCE, max(PATIENCE, 2 * self._slowest))
            self._answered.wait_for(lambda: not self._open, patience)

    def write(self, data: str) -> None:
        """Write this, and ask whether it has arrived."""
        with self._lock:
            self._put(data + self._question())

    def answered(self) -> bool:
        """Note an answer of the terminal; whether it was so late that the person was lost."""
        with self._lock:
            if not self._open:
                return False
            self._open, self._heard, self._told = False, True, False
            self._slowest = max(self._slowest, self._delivery.out)
            self._answered.notify_all()
            return self._delivery.taken()

    def lost(self) -> float:
        """See `Outlet`."""
        with self._lock:
            lost = self._delivery.lost() if self._heard else 0.0
            if not lost or (self._open and self._told):
                return 0.0
            self._told = self._open
            return lost

    def _question(self) -> str:
        """The query to write now; empty if one is open."""
        if not self._on or self._open:
            return ""
        self._open = True
        self._delivery.sent()
        return QUESTION

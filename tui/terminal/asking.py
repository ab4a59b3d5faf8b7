"""Asks the terminal whether it is there: what is written may be far from what is seen.

A system keeps up to some twenty kilobytes that a terminal has not read, a connection keeps megabytes: enough
for a whole session. So each thing that is written carries a question that every terminal answers by itself,
where the cursor is, and the answer says that all before it has arrived. At most one question is open: what is
written meanwhile, within the few milliseconds that an answer takes, goes without. Nothing is asked while
nothing is written.

Without it a session on a stalled connection runs on unseen: whoever comes back finds it over, not paused.
"""

from __future__ import annotations

from collections.abc import Callable
from threading import Condition, RLock

from tui.terminal.outlet import Delivery

QUESTION = "\x1b[6n"
"""Report the position of the cursor; known since the VT100."""

PATIENCE, LONGEST_PATIENCE = 0.15, 1.0
"""Seconds that somebody who leaves waits for a last answer: at least the first, since most connections are
faster; on one that has been slower twice what it took, up to the second."""


class Asking:
    """What is written to the terminal, with a question after it where none is open.

    A terminal that has never answered is not waited for: it may not know how. One that falls silent is missed
    once, and again when it has spoken.
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
        """Whether an answer is to be expected."""
        return self._open

    def start(self) -> None:
        """Ask from now on."""
        with self._lock:
            self._on = True
            if self._open:  # from before the program was put aside; such an answer is not waited for
                self._open = False
                self._delivery.taken()

    def stop(self) -> None:
        """Ask no more, and wait a moment for an answer that is due: the shell would take it for typing."""
        with self._answered:
            self._on = False
            patience = min(LONGEST_PATIENCE, max(PATIENCE, 2 * self._slowest))
            self._answered.wait_for(lambda: not self._open, patience)

    def write(self, data: str) -> None:
        """Put this out, and ask whether it arrives."""
        with self._lock:
            self._put(data + self._question())

    def answered(self) -> bool:
        """The terminal has answered; whether it was so late that somebody was lost."""
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
        """A question to put out now, unless one is open."""
        if not self._on or self._open:
            return ""
        self._open = True
        self._delivery.sent()
        return QUESTION

"""Puts bytes on a terminal from a thread of its own, so that one that takes nothing holds nobody up.

Without it a terminal that is held with Ctrl-S, or whose connection stalls, stops the whole program: `q` is
not heard, and no signal gives the terminal back.
"""

from __future__ import annotations

import os
import select
import signal
import time
from collections import deque
from collections.abc import Callable
from threading import Condition, Thread

from tui.terminal.outlet import Delivery

PIECE = 4096
"""Bytes that are put out at once: what a pseudo-terminal takes without a rest."""

PATIENCE = 0.3
"""Seconds without any progress after which a program that leaves waits no longer."""

LAST_PATIENCE = 0.1
"""Seconds that a program that is being ended by a signal waits for what is under way."""


class Writer:
    """Puts out everything, in order, as fast as it is taken.

    Waits without limit and without a look in between; only `settle` loses patience.
    """

    def __init__(self, descriptor: int, now: Callable[[], float], on_late: Callable[[], None]) -> None:
        """`on_late` is called, from the thread, when something was taken after all but too late."""
        self._descriptor = descriptor
        self._on_late = on_late
        self._delivery = Delivery(now)
        self._waiting: deque[bytes] = deque()
        self._changed = Condition()
        self._busy = False
        self._pieces = 0
        self._thread = Thread(target=self._run, name="ajar-output", daemon=True)
        self._thread.start()

    def write(self, data: bytes) -> None:
        """Put out after all that came before; returns at once."""
        with self._changed:
            self._waiting.append(data)
            self._changed.notify_all()

    def lost(self) -> float:
        """See `Outlet`: for how long nothing has been taken."""
        return self._delivery.lost()

    def settle(self) -> bool:
        """Wait until all is taken; False as soon as there was no progress for a while."""
        with self._changed:
            while self._busy or self._waiting:
                if not self._moves():
                    return False
        return True

    def shorten(self) -> None:
        """Of what is not taken yet keep the last lines: whoever leaves reads no more than those."""
        with self._changed:
            together = b"".join(self._waiting)
            self._waiting.clear()
            if together[-PIECE:]:
                last = together[-PIECE:]
                self._waiting.append(last if last == together else last.partition(b"\n")[2])

    def _moves(self) -> bool:
        before = self._pieces
        return self._changed.wait_for(lambda: self._pieces > before, PATIENCE)

    def drop(self) -> None:
        """Forget what is not taken yet, here and in the system, so that a last word finds room.

        Called by the main thread only, as it leaves. A write that waits for room does not see that there is
        some; a signal makes it look again.
        """
        import termios  # noqa: PLC0415  # Unix alone can load it

        with self._changed:
            self._waiting.clear()
        termios.tcflush(self._descriptor, termios.TCOFLUSH)
        if self._thread.is_alive():
            # The signal has to be over before anybody changes what it is for: Python prints a traceback else.
            seen: list[int] = []  # no lock: a handler runs in the thread that would be holding it
            signal.signal(signal.SIGWINCH, lambda number, _: seen.append(number))
            signal.pthread_kill(self._thread.ident or 0, signal.SIGWINCH)
            for _ in range(10):
                if seen:
                    break
                time.sleep(LAST_PATIENCE / 10)

    def abandon(self, last: bytes) -> None:
        """Put only this out, at once or not at all: the program is being ended, and waits for nobody.

        Called by the main thread only, from the handler of a signal.
        """
        with self._changed:
            self._waiting.clear()
            self._changed.wait_for(lambda: not self._busy, LAST_PATIENCE)
        if not self._has_room():
            self.drop()
        if self._has_room():
            os.write(self._descriptor, last)

    def _has_room(self) -> bool:
        return bool(select.select([], [self._descriptor], [], 0)[1])

    def _run(self) -> None:
        # Signals are for the main thread; this one is reached by `drop` alone.
        signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals() - {signal.SIGWINCH})
        while True:
            piece = self._next()
            self._delivery.sent()
            self._put(piece)
            if self._delivery.taken():
                self._on_late()

    def _next(self) -> bytes:
        with self._changed:
            self._busy = False
            self._pieces += 1
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._waiting)
            together = b"".join(self._waiting)
            self._waiting.clear()
            if together[PIECE:]:
                self._waiting.append(together[PIECE:])
            self._busy = True
            return together[:PIECE]

    def _put(self, piece: bytes) -> None:
        """Write all of it; nothing to a terminal that is gone, for whoever reads it ends the program."""
        while piece:
            try:
                piece = piece[os.write(self._descriptor, piece) :]
            except BlockingIOError:  # somebody who shares the terminal made it so
                select.select([], [self._descriptor], [])
            except OSError:
                return

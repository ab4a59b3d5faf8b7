"""Writes to a terminal from a thread of its own, so that a terminal that takes nothing blocks nobody.

Without this, a terminal that is stopped with Ctrl-S, or whose connection stalls, would block the whole
program: `q` would not be read, and no signal could give the terminal back.
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
"""Bytes per write: as many as a pseudo-terminal takes at once."""

PATIENCE = 0.3
"""Seconds without any progress after which a program that ends waits no longer."""

LAST_PATIENCE = 0.1
"""Seconds that a program ended by a signal waits for a write in progress."""


class Writer:
    """Writes everything in order, as fast as the terminal takes it.

    The thread waits without limit and without polling; only `settle` has a time limit.
    """

    def __init__(self, descriptor: int, now: Callable[[], float], on_late: Callable[[], None]) -> None:
        """`on_late` is called, from the thread, when something was taken so late that the person was lost."""
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
        """Queue bytes to be written; returns at once."""
        with self._changed:
            self._waiting.append(data)
            self._changed.notify_all()

    def lost(self) -> float:
        """See `Outlet`: for how long nothing has been taken."""
        return self._delivery.lost()

    def settle(self) -> bool:
        """Wait until everything is written; False if there has been no progress for a while."""
        with self._changed:
            while self._busy or self._waiting:
                if not self._moves():
                    return False
        return True

    def shorten(self) -> None:
        """Keep only the last lines of what is not written yet: whoever leaves reads no more than those."""
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
        """Discard what is not written yet, here and in the system's buffer, to make room for a last message.

        Called by the main thread only, when the program ends. A blocked write does not notice that there is
        room again; a signal makes it retry.
        """
        import termios  # noqa: PLC0415  # Unix alone can load it

        with self._changed:
            self._waiting.clear()
        termios.tcflush(self._descriptor, termios.TCOFLUSH)
        if self._thread.is_alive():
            # The signal has to be handled before its handler is changed again; else Python prints a
            # traceback.
            seen: list[int] = []  # without a lock, since a handler runs in the thread that might hold it
            signal.signal(signal.SIGWINCH, lambda number, _: seen.append(number))
            signal.pthread_kill(self._thread.ident or 0, signal.SIGWINCH)
            for _ in range(10):
                if seen:
                    break
                time.sleep(LAST_PATIENCE / 10)

    def abandon(self, last: bytes) -> None:
        """Write only this, at once or not at all: the program is being ended by a signal.

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
        # Other signals are for the main thread; this one is sent to the writer's thread by `drop`.
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
        """Write all of it; nothing if the terminal is gone, since the thread that reads ends the program."""
        while piece:
            try:
                piece = piece[os.write(self._descriptor, piece) :]
            except BlockingIOError:  # another process on this terminal made it non-blocking
                select.select([], [self._descriptor], [])
            except OSError:
                return

"""On a signal that ends the program, gives the terminal back first, and then lets the signal take effect.

Without this, SIGTERM, SIGHUP and SIGQUIT would leave a terminal that does not echo typing, and that reports
mouse movements as typed characters.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress

FATAL = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Endings:
    """Handles the signals that end the program. One that is ignored, as under `nohup`, stays ignored."""

    def __init__(self, give_back: Callable[[], None]) -> None:
        """`give_back` restores the terminal at once, whatever else is going on; it may be called twice."""
        self._give_back = give_back
        self._ours: list[signal.Signals] = []
        self._held = False
        self._came: int | None = None

    def watch(self) -> None:
        """Handle the signals from now on."""
        self._ours = [number for number in FATAL if signal.getsignal(number) is signal.SIG_DFL]
        for number in self._ours:
            signal.signal(number, self._end)

    def forget(self) -> None:
        """Stop handling them: there is nothing to give back."""
        for number in self._ours:
            signal.signal(number, signal.SIG_DFL)
        self._ours = []

    def hold(self) -> None:
        """Defer signals while the state that would have to be given back is being changed."""
        self._held = True

    def let_go(self) -> None:
        """Stop deferring; a signal that came meanwhile takes effect at once."""
        self._held = False
        if self._came is not None:
            self._end(self._came)

    def _end(self, number: int, *_: object) -> None:
        if self._held and self._came is None:  # a second signal is not deferred
            self._came = number
            return
        with suppress(Exception):  # the program ends in any case
            self._give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

"""Signals that end the program: the terminal is given back first, then the signal does what it is for.

Without it SIGTERM, SIGHUP and SIGQUIT leave a terminal behind that shows nothing of what is typed, and
reports each movement of the mouse as if it were typed.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import suppress

FATAL = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


class Endings:
    """What happens at a signal that ends the program. One that is ignored, as under `nohup`, stays so."""

    def __init__(self, give_back: Callable[[], None]) -> None:
        """`give_back` puts the terminal right at once, whatever else is under way; it may be called twice."""
        self._give_back = give_back
        self._ours: list[signal.Signals] = []
        self._held = False
        self._came: int | None = None

    def watch(self) -> None:
        """From now on."""
        self._ours = [number for number in FATAL if signal.getsignal(number) is signal.SIG_DFL]
        for number in self._ours:
            signal.signal(number, self._end)

    def forget(self) -> None:
        """No longer: there is nothing to give back."""
        for number in self._ours:
            signal.signal(number, signal.SIG_DFL)
        self._ours = []

    def hold(self) -> None:
        """Let a signal wait: what would have to be given back is just being changed."""
        self._held = True

    def let_go(self) -> None:
        """Let signals act, one that came meanwhile at once."""
        self._held = False
        if self._came is not None:
            self._end(self._came)

    def _end(self, number: int, *_: object) -> None:
        if self._held and self._came is None:  # somebody who sends it twice wants it now
            self._came = number
            return
        with suppress(Exception):  # the program ends in any case
            self._give_back()
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

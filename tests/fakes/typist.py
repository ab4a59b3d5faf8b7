"""Somebody who types at given moments of a fake clock."""

from __future__ import annotations

from tests.fakes.clock import FakeClock


class Typist:
    """The line source of the plain performer under a test's hands.

    A line is typed at its moment, in seconds from the start, or, with None, as soon as a line is waited for.
    """

    def __init__(self, clock: FakeClock, *typed: tuple[float | None, str], interactive: bool = True) -> None:
        self.interactive = interactive
        self._clock = clock
        self._start = clock.now()
        self._typed = list(typed)

    def read(self, seconds: float | None) -> str | None:
        """The next line if its moment comes in time; time passes meanwhile."""
        if seconds is None:
            if not self._typed:
                raise EOFError
            self._pass_to(self._typed[0][0])
            return self._typed.pop(0)[1]
        end = self._clock.now() + seconds
        moment = self._typed[0][0] if self._typed else None
        if moment is None or self._start + moment > end:
            self._clock.advance(seconds)
            return None
        self._pass_to(moment)
        return self._typed.pop(0)[1]

    def _pass_to(self, moment: float | None) -> None:
        if moment is not None:
            self._clock.advance(max(0.0, self._start + moment - self._clock.now()))

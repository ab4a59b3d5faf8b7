"""A clock that stands still until a test moves it."""

from __future__ import annotations


class FakeClock:
    """The clock port under a test's hands: time passes, the machine sleeps, nothing ever goes back.

    It starts at an odd moment, so a time that was taken from another clock shows at once.
    """

    def __init__(self, now: float = 4096.25) -> None:
        self._now = now
        self._asleep = 77.5

    def now(self) -> float:
        """Seconds of this clock."""
        return self._now

    def asleep(self) -> float:
        """Seconds slept so far, from an odd start."""
        return self._asleep

    def advance(self, seconds: float) -> None:
        """Let time pass.

        Raises:
            ValueError: it would go back.
        """
        if seconds < 0:
            raise ValueError("time can't go backwards")
        self._now += seconds

    def sleep(self, seconds: float) -> None:
        """Suspend the machine as Linux does: the clock stands still meanwhile.

        Raises:
            ValueError: it would go back.
        """
        if seconds < 0:
            raise ValueError("time can't go backwards")
        self._asleep += seconds

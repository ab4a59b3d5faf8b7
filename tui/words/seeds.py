"""Where a count of wordings starts, so that somebody who comes back seldom meets the same line twice running.

Nothing is stored, so one run cannot know what the last one said. It can know the minute and the day: with
the number of both as a start, two runs in neighbouring minutes differ, and so do two runs at the same minute
of neighbouring days. Between other runs, several wordings make a repeat seldom, and nothing makes it
impossible. Within one process `Seeds` counts on, and there it is.
"""

from __future__ import annotations

from datetime import datetime

MINUTES_A_DAY = 24 * 60


def seed_at(moment: datetime) -> int:
    """Minutes since 1970, and one more for each day.

    A day has a number of minutes that two, three, four, five and six divide; without the day's own step a
    daily sitter would hear the same line at the same minute, every day.
    """
    minutes = int(moment.timestamp()) // 60
    return minutes + minutes // MINUTES_A_DAY


class Seeds:
    """Counts the runs of one process: each gets the turn after the one before."""

    def __init__(self, first: int) -> None:
        self._next = first

    @property
    def current(self) -> int:
        """The latest turn given out; before the first, the one before it."""
        return self._next - 1

    @property
    def next(self) -> int:
        """The turn that `take` will give out."""
        return self._next

    def take(self) -> int:
        """The next turn."""
        turn = self._next
        self._next += 1
        return turn

"""Where the count of turns starts, so that somebody who comes back seldom sees the same line twice in a row.

Nothing is stored, so a run cannot know what the last one said, but it knows the minute and the day. With the
sum of both as a start, two runs in neighbouring minutes differ, and so do two runs at the same minute of
neighbouring days. Between other runs a repeat is possible, but with several wordings it is rare. Within one
process, `Seeds` counts on, so that successive runs always differ.
"""

from __future__ import annotations

from datetime import datetime

MINUTES_A_DAY = 24 * 60


def seed_at(moment: datetime) -> int:
    """Minutes since 1970, and one more for each day.

    The minutes of a day are divisible by two, three, four, five and six; without the extra step per day,
    somebody who sits daily at the same minute would get the same line every day.
    """
    minutes = int(moment.timestamp()) // 60
    return minutes + minutes // MINUTES_A_DAY


class Seeds:
    """Counts the runs of one process; each gets the next turn."""

    def __init__(self, first: int) -> None:
        self._next = first

    @property
    def current(self) -> int:
        """The turn that was given out last; before the first, the one before it."""
        return self._next - 1

    @property
    def next(self) -> int:
        """The turn that `take` will return."""
        return self._next

    def take(self) -> int:
        """Return the next turn, and count on."""
        turn = self._next
        self._next += 1
        return turn

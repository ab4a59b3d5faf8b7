"""Removes the repetitions of rolling captions, which show each line below and then again above the next."""

from __future__ import annotations

from collections.abc import Sequence

_AT_ONCE = 0.5
"""The most seconds between two cues of which one rolls into the other."""
_FLASH = 0.1
"""The most seconds of a cue that only moves lines."""


def without_rolling(
    times: Sequence[tuple[float, float]], lines: Sequence[Sequence[str]]
) -> list[Sequence[str]] | None:
    """The lines of each cue that the cue before did not show; None where the captions do not roll.

    Args:
        times: start and end of each cue, in seconds, in order.
        lines: the lines of each cue.
    """
    kept: list[Sequence[str]] = []
    rolled = shown_again = 0
    before: Sequence[str] = ()
    for number, current in enumerate(lines):
        start, end = times[number]
        again = _shared(before, current) if number and start - times[number - 1][1] <= _AT_ONCE else 0
        kept.append(current[again:])
        shown_again += bool(again)
        rolled += bool(again) and (len(current) > again or end - start <= _FLASH)
        before = current or before
    return kept if rolled >= 2 and shown_again * 3 >= len(lines) else None


def _shared(before: Sequence[str], current: Sequence[str]) -> int:
    """How many lines at the start are the last lines of the cue before."""
    for count in range(min(len(before), len(current)), 0, -1):
        if list(before[-count:]) == list(current[:count]):
            return count
    return 0

"""Collects what a trial measures: complete rounds, in each of which every side had its turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from statistics import median

Samples = Mapping[str, Sequence[float]]
"""The results of one run of one side: samples of each quantity."""

Sides = Mapping[str, Callable[[], Samples]]
"""What is compared, by name."""


def in_order(names: Sequence[str], number: int) -> list[str]:
    """The order of sides in a round: each is first equally often, and none always follows the same one."""
    first = number % len(names)
    turned = [*names[first:], *names[:first]]
    return turned[::-1] if number // len(names) % 2 else turned


class Taking:
    """Collects rounds; an interrupted one is dropped.

    Attributes:
        rounds: how many are requested.
    """

    def __init__(self, rounds: int) -> None:
        self.rounds = rounds
        self._taken: list[Mapping[str, Samples]] = []

    @property
    def whole(self) -> bool:
        """Whether all requested rounds have been measured."""
        return len(self._taken) >= self.rounds

    @property
    def taken(self) -> int:
        """How many rounds have been measured."""
        return len(self._taken)

    def in_turn(self, sides: Sides) -> None:
        """Run each side once to warm up, which is not counted, then all of them in each round."""
        for run in sides.values():
            run()
        for number in range(self.rounds):
            self.add({name: sides[name]() for name in in_order(list(sides), number)})

    def add(self, one_round: Mapping[str, Samples]) -> None:
        """Add a round that has been measured."""
        self._taken.append(one_round)

    def values(self, side: str, quantity: str) -> list[float]:
        """All samples of one quantity on one side."""
        return [value for one in self._taken for value in one.get(side, {}).get(quantity, ())]

    def ratios(self, side: str, baseline: str, quantity: str) -> list[float]:
        """For each round, the median of one side divided by that of the other; left out if that is zero."""
        found = []
        for one in self._taken:
            ours, theirs = one.get(side, {}).get(quantity, ()), one.get(baseline, {}).get(quantity, ())
            if ours and theirs and median(theirs) > 0:
                found.append(median(ours) / median(theirs))
        return found

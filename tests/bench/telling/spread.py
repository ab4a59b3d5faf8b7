"""The median and the spread of samples."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Spread:
    """Statistics of some samples."""

    median: float
    low: float
    high: float
    lower_quarter: float
    upper_quarter: float
    p99: float
    count: int


def spread(values: Sequence[float]) -> Spread | None:
    """The spread of these values; None if there are none."""
    if not values:
        return None
    return Spread(
        median(values),
        min(values),
        max(values),
        percentile(values, 0.25),
        percentile(values, 0.75),
        percentile(values, 0.99),
        len(values),
    )


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of the values that `share` of them do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]

"""The one place in this package where time is read."""

import time


def now() -> float:
    """Seconds on a clock that only goes forward and is the same for every process of the machine."""
    return time.monotonic()  # noqa: TID251 - this is the clock the rest of the package is handed

"""The one place in this package where time is read."""

import time


def now() -> float:
    """Seconds on a monotonic clock that all processes of this machine share."""
    return time.monotonic()  # noqa: TID251 - this is the clock the rest of the package is handed

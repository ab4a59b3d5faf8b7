"""The date and chance: what a run takes from outside besides the clock. Nothing else reads them.

Chance picks wordings and small things; what was answered or done before has no influence on it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from tui.words.seeds import seed_at


def today() -> date:
    """Today's date in UTC: exact enough for the age of help lines and the session of the day."""
    return datetime.now(UTC).date()  # noqa: TID251  # this is the adapter


def seed_now() -> int:
    """`seed_at` this moment."""
    return seed_at(datetime.now(UTC))  # noqa: TID251  # this is the adapter


def any_number() -> int:
    """A random number from 0 to 999."""
    import random  # noqa: PLC0415, TID251  # it loads OpenSSL; this is the adapter

    return random.randrange(1000)  # noqa: S311  # chooses words

"""What a run may take from outside itself besides a clock: the date, and chance. Both are read here alone.

Chance chooses among wordings and small things; nothing that was answered or done before has a part in it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from tui.words.seeds import seed_at


def today() -> date:
    """The day, in UTC: help lines are dated to the day, and a day more or less changes nothing for them."""
    return datetime.now(UTC).date()  # noqa: TID251  # this is the adapter


def seed_now() -> int:
    """`seed_at` this moment."""
    return seed_at(datetime.now(UTC))  # noqa: TID251  # this is the adapter


def any_number() -> int:
    """A number by chance, from 0 to 999."""
    import random  # noqa: PLC0415, TID251  # it brings OpenSSL along; this is the adapter

    return random.randrange(1000)  # noqa: S311  # chooses words

"""What a person keeps of their own: a few lines, in a file that is theirs."""

from __future__ import annotations

from typing import NamedTuple


class Mine(NamedTuple):
    """Lines of a person's own, in the order in which they stand in the file; plain text, never markup."""

    words: tuple[str, ...] = ()
    """Sentences that help."""
    comforts: tuple[str, ...] = ()
    """Things that soothe."""
    closing: tuple[str, ...] = ()
    """Signs of closing."""
    opening: tuple[str, ...] = ()
    """Signs of opening."""
    people: tuple[str, ...] = ()
    """Whom to ring."""

    def __bool__(self) -> bool:
        """Whether anything is kept."""
        return any(self)


NOTHING_KEPT = Mine()

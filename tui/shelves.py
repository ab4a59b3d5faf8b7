"""The sessions there are: the bundled ones, and a person's own, with an index of them or without."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from sessions.library import index
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import Entry, known_of, scan


class Shelves(NamedTuple):
    """Where sessions are."""

    bundled: Path = SCRIPTS
    own: Path | None = None
    """A person's own; None where only the bundled ones are wanted."""
    kept_in: Path | None = None
    """Where what was found in them is kept, once that was asked for; None keeps nothing."""

    @property
    def keeps(self) -> bool:
        """Whether what is found is kept."""
        return self.kept_in is not None and index.is_kept(self.kept_in)

    def entries(self) -> list[Entry]:
        """All sessions, as far as they are known without a look into every file."""
        if self.own is None:
            return scan(self.bundled)
        known = index.load(self.kept_in, self.own) if self.kept_in is not None and self.keeps else None
        return scan(self.bundled, self.own, known=known)

    def keep(self, entries: Sequence[Entry]) -> None:
        """Keep what was found, where that was asked for and can be done."""
        if self.keeps:
            self.begin_to_keep(entries)

    def begin_to_keep(self, entries: Sequence[Entry]) -> bool:
        """Keep what was found from now on, because a person asked for that; False where it cannot be done."""
        if self.own is None or self.kept_in is None:
            return False
        return index.save(self.kept_in, self.own, known_of(entries, self.own))

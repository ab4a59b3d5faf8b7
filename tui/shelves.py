"""The sessions there are: the bundled ones, and a person's own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import Entry, scan


class Shelves(NamedTuple):
    """Where sessions are."""

    bundled: Path = SCRIPTS
    own: Path | None = None
    """A person's own; None where only the bundled ones are wanted."""

    def entries(self) -> list[Entry]:
        """All sessions, as far as they are known without a look into every file."""
        return scan(self.bundled) if self.own is None else scan(self.bundled, self.own)

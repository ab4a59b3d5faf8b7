"""Where sessions are found: the bundled ones, and a person's own."""

from __future__ import annotations

from pathlib import Path

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import Entry, scan
from sessions.value import Value


class Shelves(Value):
    """The folders with sessions."""

    bundled: Path = SCRIPTS
    own: Path | None = None
    """The folder of a person's own sessions; None for the bundled ones only."""

    def entries(self) -> list[Entry]:
        """All sessions, as far as they are known without reading every file."""
        return scan(self.bundled) if self.own is None else scan(self.bundled, self.own)

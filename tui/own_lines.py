"""A person's own lines while the app runs, read from their file each time and changed there."""

from __future__ import annotations

from pathlib import Path

from sessions.mine.model import NOTHING_KEPT, Mine
from tui.mine_file import fault_of, keep, let_go, load
from tui.words.own_page import NOWHERE, not_taken_out


class OwnLines:
    """The lists of one file; all empty if there is no file to keep them in."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path

    def now(self) -> Mine:
        """What is in the file now; nothing if the file is faulty."""
        return NOTHING_KEPT if self._path is None else load(self._path)[0]

    def fault(self) -> str:
        """One line on what is wrong with the file, as it is now, if anything is."""
        return "" if self._path is None else load(self._path)[1]

    def keep(self, name: str, line: str) -> str:
        """Add a line that the person just typed to a list; returns what went wrong."""
        path = self._path
        return NOWHERE if path is None else fault_of(lambda: keep(path, name, line))

    def let_go(self, name: str, line: str) -> str:
        """Remove a line from a list, as the person just asked; returns what went wrong."""
        path = self._path
        if path is None:
            return NOWHERE
        fault = fault_of(lambda: let_go(path, name, line))
        return not_taken_out(fault) if fault else ""

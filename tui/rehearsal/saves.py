"""A session file under an author's hands: each saved version is read once, whatever the editor does to it."""

from __future__ import annotations

from sessions.check import Checked, check_file
from sessions.library.stamps import Stamp, stamp_of
from sessions.model import Session

PATIENCE = 2
"""Looks before a missing file, or a fault, is told: an editor may be halfway through saving."""


class Saves:
    """Looks at a file, and at the files it takes parts from, by name.

    Attributes:
        session: the last version without an error.
        missing: the file has been gone for more than a moment.
    """

    def __init__(self, path: str, session: Session) -> None:
        """`session` is what the file held when it was read last."""
        self.session = session
        self.missing = False
        self._path = path
        self._included = check_file(path).included
        self._seen = self._stamps()
        self._faulty: Checked | None = None
        self._missed = 0

    def look(self) -> Checked | None:
        """What a new version of the file holds; None where there is nothing new.

        A sound version is told at once, a faulty one when it has stayed as it is for one more look.
        """
        now = self._stamps()
        self._missed = self._missed + 1 if now[self._path] is None else 0
        self.missing = self._missed >= PATIENCE
        if self._missed:
            return None
        if now != self._seen:
            return self._read()
        faulty, self._faulty = self._faulty, None
        return faulty

    def _read(self) -> Checked | None:
        checked = check_file(self._path)
        self._included = checked.included or self._included
        self._seen = self._stamps()
        if checked.session is None:
            self._faulty = checked
            return None
        self._faulty, self.session = None, checked.session
        return checked

    def _stamps(self) -> dict[str, Stamp | None]:
        return {path: stamp_of(path) for path in (self._path, *self._included)}

"""Notices when a session file is saved, and reads each version once, however the editor writes it."""

from __future__ import annotations

from functools import partial

from sessions.check import Checked, check_file
from sessions.library.stamps import Stamp, stamp_of
from sessions.model import Session
from tui.aside import UNNOTICED, Aside

PATIENCE = 2
"""Polls before a missing file or a fault is reported: an editor may be halfway through saving."""


class Saves:
    """Polls a file, and the files it includes, by name.

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
        self._reading: Aside[Checked] | None = None
        self._as_of = self._seen

    def look(self) -> Checked | None:
        """The checked new version of the file; None if there is none.

        A valid version is returned at once, a faulty one once it has stayed the same for one more poll.
        """
        if self._reading is not None:
            return self._read(self._reading)
        now = self._stamps()
        self._missed = self._missed + 1 if now[self._path] is None else 0
        self.missing = self._missed >= PATIENCE
        if self._missed:
            return None
        if now != self._seen:
            self._as_of = now
            return self._read(Aside(partial(check_file, self._path)))
        faulty, self._faulty = self._faulty, None
        return faulty

    def _read(self, reading: Aside[Checked]) -> Checked | None:
        """What was read, or None so far: a large file is read on a thread, so that keys still work."""
        self._reading = None if reading.done_within(UNNOTICED) else reading
        if self._reading is not None:
            return None
        checked = reading.result()
        self._included = checked.included or self._included
        # A version that was saved while this one was read is seen at the next poll.
        self._seen = {path: self._as_of.get(path, stamp) for path, stamp in self._stamps().items()}
        if checked.session is None:
            self._faulty = checked
            return None
        self._faulty, self.session = None, checked.session
        return checked

    def _stamps(self) -> dict[str, Stamp | None]:
        return {path: stamp_of(path) for path in (self._path, *self._included)}

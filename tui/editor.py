"""Opens a file in the person's own editor."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sessions.system_errors import reason_of
from sessions.unsafe import visible
from tui.exits import StopError
from tui.own_files import shown
from tui.words.mine_file import CANNOT_OPEN, NO_EDITOR

EDITORS = ("sensible-editor", "editor", "nano", "vi", "notepad")
"""Tried in turn if neither VISUAL nor EDITOR is set."""


def open_in_editor(path: Path) -> None:
    """Open a file in the editor, and wait until the editor is closed.

    Raises:
        StopError: there is no editor, or it cannot be started.
    """
    editor = _editor()
    if not editor:
        raise StopError(NO_EDITOR.format(path=shown(path)))
    try:
        with _keys_left_to_the_editor():
            subprocess.run([*editor, os.fspath(path)], check=False)
    except OSError as error:
        said = CANNOT_OPEN.format(editor=visible(editor[0]), reason=reason_of(error))
        raise StopError(said) from None


@contextmanager
def _keys_left_to_the_editor() -> Iterator[None]:
    """Ignore Ctrl-C, which is meant for the editor: it would end both programs, and lose what was typed."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # unlike SIG_IGN, a handler is not inherited
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _editor() -> Sequence[str]:
    """The command of the editor: VISUAL or EDITOR, else the first of `EDITORS` that is installed."""
    for variable in ("VISUAL", "EDITOR"):
        if named := os.environ.get(variable, "").strip():
            try:
                return shlex.split(named)
            except ValueError:
                return [named]
    return next(([found] for each in EDITORS if (found := shutil.which(each))), [])

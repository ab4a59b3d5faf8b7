"""The editor that a person uses, on a file of theirs."""

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
"""Where neither VISUAL nor EDITOR names one."""


def open_in_editor(path: Path) -> None:
    """Let the person's editor have a file, until it comes back.

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
    """Ctrl-C there means something to the editor; it would be killed with us, and what was typed be lost."""
    before = signal.signal(signal.SIGINT, lambda *_: None)  # unlike SIG_IGN, not handed on
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _editor() -> Sequence[str]:
    """As programs do: VISUAL, then EDITOR, each with its own arguments; then what there is."""
    for variable in ("VISUAL", "EDITOR"):
        if named := os.environ.get(variable, "").strip():
            try:
                return shlex.split(named)
            except ValueError:
                return [named]
    return next(([found] for each in EDITORS if (found := shutil.which(each))), [])

"""Writing a file that was asked for: never over another one unless that was asked for too."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from sessions.library import atomic_write
from sessions.library.atomic_write import Fresh
from sessions.system_errors import reason_of
from sessions.unsafe import visible
from tui.exits import StopError
from tui.terminal.capabilities import write

STDOUT = Path("-")
"""What names stdout in place of a file."""


def refuse_existing(path: Path, *, force: bool | None = None) -> None:
    """Say early that something is in the way, before the work is done.

    Args:
        path: where the file will be.
        force: whether another may be replaced; None where the command has no such option.

    Raises:
        StopError: something is there, and it may not be replaced; or it is a folder.
    """
    shown = visible(str(path))
    try:
        is_folder, is_there = path.is_dir(), os.path.lexists(path)
    except (OSError, ValueError):
        raise StopError(f"{shown} cannot be the name of a file") from None
    if is_folder:
        raise StopError(f"{shown} is a folder; name a file in it")
    if is_there and not force:
        way_out = "" if force is None else "; --force replaces it"
        raise StopError(f"{shown} is there already, and stays as it is{way_out}")


@contextmanager
def new_file(path: Path, *, force: bool | None = None) -> Iterator[Fresh]:
    """A file to fill, which appears under its name once it is whole.

    Raises:
        StopError: something is there, and it may not be replaced; or it could not be written.
    """
    refuse_existing(path, force=force)
    try:
        with atomic_write.new_file(path, replace=bool(force)) as file:
            yield file
    except OSError as error:
        if isinstance(error, FileExistsError):  # it appeared just now
            refuse_existing(path, force=force)
        raise StopError(f"{visible(str(path))} could not be written: {reason_of(error)}") from None


def write_new(path: Path, text: str, *, force: bool | None = None) -> None:
    """Write a text, as for `new_file`."""
    with new_file(path, force=force) as file:
        file.write(text.encode())


def put(text: str, output: Path | None, *, force: bool | None = None) -> bool:
    """Write a text into a new file, or onto stdout where none or `-` is named; whether it went into a file.

    Raises:
        StopError: as for `new_file`.
    """
    if output is None or output == STDOUT:
        write(text)
        return False
    write_new(output, text, force=force)
    click.echo(visible(str(output)))
    return True

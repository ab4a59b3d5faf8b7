"""Writes a requested file, and replaces an existing one only if that was requested too."""

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
"""Stands for stdout in place of a file."""


def refuse_existing(path: Path, *, force: bool | None = None) -> None:
    """Stop before the work is done if the file exists already.

    Args:
        path: where the file will be.
        force: whether another may be replaced; None if the command has no such option.

    Raises:
        StopError: the file exists and may not be replaced, or it is a folder.
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
    """Open a file for writing that appears under its name only once it is complete.

    Raises:
        StopError: the file exists and may not be replaced, or it could not be written.
    """
    refuse_existing(path, force=force)
    try:
        with atomic_write.new_file(path, replace=bool(force)) as file:
            yield file
    except OSError as error:
        if isinstance(error, FileExistsError):  # it was created since the check
            refuse_existing(path, force=force)
        raise StopError(f"{visible(str(path))} could not be written: {reason_of(error)}") from None


def write_new(path: Path, text: str, *, force: bool | None = None) -> None:
    """Write a text to a new file, as for `new_file`."""
    with new_file(path, force=force) as file:
        file.write(text.encode())


def put(text: str, output: Path | None, *, force: bool | None = None) -> bool:
    """Write a text to a new file, or to stdout for None or `-`; whether it went to a file.

    Raises:
        StopError: as for `new_file`.
    """
    if output is None or output == STDOUT:
        write(text)
        return False
    write_new(output, text, force=force)
    click.echo(visible(str(output)))
    return True

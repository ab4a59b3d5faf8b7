"""Writing a file that was asked for: never over another one unless that was asked for too."""

from __future__ import annotations

import os
from pathlib import Path

from sessions.unsafe import visible
from tui.exits import StopError


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


def write_new(path: Path, text: str, *, force: bool | None = None) -> None:
    """Write a text, whole or not at all.

    Raises:
        StopError: something is there, and it may not be replaced; or it could not be written.
    """
    refuse_existing(path, force=force)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        try:
            part.write_text(text, encoding="utf-8", newline="\n")
            if force:
                part.replace(path)
            else:
                _appear(part, path)
        finally:
            part.unlink(missing_ok=True)
    except FileExistsError:
        refuse_existing(path, force=force)
    except OSError as error:
        reason = (error.strerror or "the system gave no reason").lower()
        raise StopError(f"{visible(str(path))} could not be written: {reason}") from None


def _appear(part: Path, path: Path) -> None:
    """Give a whole file its name, in one step that fails where the name is taken."""
    try:
        path.hardlink_to(part)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        with path.open("x"):
            part.replace(path)

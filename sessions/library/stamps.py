"""The stamp of a file (time, size, inode), which changes when the file is saved or replaced."""

from __future__ import annotations

import os
from typing import NamedTuple


class Stamp(NamedTuple):
    """What a file system records about a file; equal stamps mean the same content."""

    inode: int
    changed: int
    """Nanoseconds of the file system's clock."""
    size: int
    """Bytes."""


def stamp_of(path: str) -> Stamp | None:
    """The stamp of a file; None where there is none just now."""
    try:
        seen = os.stat(path)  # noqa: PTH116  # a path may hold characters that make pathlib raise
    except (OSError, ValueError):
        return None
    return Stamp(seen.st_ino, seen.st_mtime_ns, seen.st_size)

"""What a look at each of many session files found, kept for as long as a file's size and time stay the same.

With it a library of ten thousand sessions, faulty ones included, is listed without opening one of them. It
is kept only where a person asked for that, which its being there says; it holds nothing that is not in the
files, and is never needed: where it is missing, damaged, of another version or cannot be written, the files
are read as they are without one.

One line a session: name, size in bytes, time of change in nanoseconds, length in seconds, title, about and
fault.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from sessions.private_file import write_private
from sessions.unsafe import find_unsafe, is_plain

RACY = 2_000_000_000
"""Nanoseconds before the index was written within which a file may have changed once more without showing it.

Some file systems count time in steps of two seconds; git has the same care with its index.
"""


class Stamp(NamedTuple):
    """What changes when a file is saved."""

    size: int
    """Bytes."""
    changed: int
    """Nanoseconds of the file system's clock."""


class Found(NamedTuple):
    """What a full look at a file found; texts are safe to print."""

    title: str
    length: float | None
    """Seconds."""
    about: str
    fault: str
    """Empty for a sound file."""


def stamp_of(path: str) -> Stamp | None:
    """The stamp of a file; None where there is none."""
    try:
        seen = os.stat(path)  # noqa: PTH116  # a path may hold characters that make pathlib raise
    except (OSError, ValueError):
        return None
    return Stamp(seen.st_size, seen.st_mtime_ns)


def is_kept(path: Path) -> bool:
    """Whether a person asked for an index."""
    return os.path.isfile(path)  # noqa: PTH113  # a path may hold characters that make pathlib raise


def load(path: Path, folder: Path) -> dict[str, tuple[Stamp, Found]]:
    """What is known of the files of a folder, by name; empty where nothing can be used."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            written = os.fstat(file.fileno()).st_mtime_ns
            head, *lines = file.read().split("\n")
    except (OSError, ValueError):
        return {}
    if head != _head(folder):
        return {}
    known = (_parsed(line) for line in lines)
    return {name: (stamp, found) for name, stamp, found in known if stamp.changed < written - RACY and name}


def save(path: Path, folder: Path, known: Mapping[str, tuple[Stamp, Found]]) -> bool:
    """Write the index anew; False where that could not be done, which harms nobody."""
    text = "\n".join([_head(folder), *_lines(known.items())])
    try:
        write_private(path, f"{text}\n")
    except (OSError, UnicodeError):
        return False
    return True


def erase(path: Path) -> bool:
    """Erase the index; False if there was none.

    Raises:
        OSError: it cannot be erased.
    """
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    return True


def _head(folder: Path) -> str:
    """Whose index it is, and which code looked: another version may find other faults."""
    code = stamp_of(str(Path(__file__).with_name("check.py")))
    return f"ajar index 1\t{code.changed if code else 0}\t{folder}"


def _lines(known: Iterable[tuple[str, tuple[Stamp, Found]]]) -> Iterable[str]:
    for name, (stamp, found) in known:
        length = "" if found.length is None else repr(found.length)
        fields = (name, str(stamp.size), str(stamp.changed), length, found.title, found.about, found.fault)
        if not any("\t" in field or "\n" in field for field in fields):
            yield "\t".join(fields)


_NOTHING = ("", Stamp(0, 0), Found("", None, "", ""))


def _parsed(line: str) -> tuple[str, Stamp, Found]:
    """A line of the index; without a name where it is none."""
    fields = line.split("\t")
    if len(fields) != 7 or not (is_plain(line.replace("\t", "")) or _is_safe(fields[4:])):
        return _NOTHING
    name, size, changed, length, title, about, fault = fields
    try:
        return name, Stamp(int(size), int(changed)), Found(title, float(length or 0) or None, about, fault)
    except ValueError:
        return _NOTHING


def _is_safe(texts: Iterable[str]) -> bool:
    return not any(any(find_unsafe(text)) for text in texts)

"""What a look at each of many session files found, kept for as long as a file's size and time stay the same.

With it a library of ten thousand sessions, faulty ones included, is listed without opening one of them. It
is kept only where a person asked for that, which its being there says; it holds nothing that is not in the
files, and is never needed: where it is missing, damaged, of another version or cannot be written, the files
are read as they are without one.

One line a session: name, inode, time of change in nanoseconds, size in bytes, length in seconds, title, about
and fault.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from sessions.library.atomic_write import write_private
from sessions.library.stamps import Stamp
from sessions.unsafe import find_unsafe, is_plain

RACY = 2_000_000_000
"""Nanoseconds before the index was written within which a file may have changed once more without showing it.

Some file systems count time in steps of two seconds; git has the same care with its index.
"""


class Found(NamedTuple):
    """What a full look at a file found; texts are safe to print."""

    title: str
    length: float | None
    """Seconds."""
    about: str
    fault: str
    """Empty for a sound file."""


def is_kept(path: Path) -> bool:
    """Whether a person asked for an index."""
    return os.path.isfile(path)  # noqa: PTH113  # a path may hold characters that make pathlib raise


def load(path: Path, folder: Path) -> dict[str, tuple[Stamp, Found]]:
    """What is known of the files of a folder, by name; empty where nothing can be used."""
    try:
        with path.open(encoding="utf-8", newline="\n") as file:
            written = os.fstat(file.fileno()).st_mtime_ns
            text = file.read()
    except (OSError, ValueError):
        return {}
    head, *lines = text.split("\n")
    if head != _head(folder):
        return {}
    if not is_plain(text.replace("\t", "").replace("\n", "")):
        lines = [line for line in lines if _is_safe(line)]
    return dict(_parsed(lines, written - RACY))


def save(path: Path, folder: Path, known: Mapping[str, tuple[Stamp, Found]]) -> bool:
    """Write the index anew; False where that could not be done, which harms nobody."""
    text = "\n".join([_head(folder), *_lines(known.items())])
    try:
        write_private(path, f"{text}\n")
    except OSError:
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
    code = [file.stat() for kind in ("*.py", "*.txt") for file in Path(__file__).parent.rglob(kind)]
    newest, size = max(file.st_mtime_ns for file in code), sum(file.st_size for file in code)
    return f"ajar index 1\t{newest}\t{size}\t{folder}"


def _lines(known: Iterable[tuple[str, tuple[Stamp, Found]]]) -> Iterable[str]:
    """A line for each session, but for names that would break it or that are no text."""
    for name, (stamp, found) in known:
        length = "" if found.length is None else repr(found.length)
        fields = (name, *map(str, stamp), length, found.title, found.about, found.fault)
        line = "\t".join(fields)
        if line.count("\t") == len(fields) - 1 and "\n" not in line and _is_text(name):
            yield line


def _is_text(name: str) -> bool:
    """Whether a name can be written; of one that is no UTF-8, Python keeps the bytes as they were."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)


def _parsed(lines: Iterable[str], before: int) -> Iterator[tuple[str, tuple[Stamp, Found]]]:
    """What lines of the index say of files that changed before a moment; other lines are passed over."""
    for line in lines:
        try:
            name, inode, changed, size, length, title, about, fault = line.split("\t")
            stamp = Stamp(int(inode), int(changed), int(size))
            found = Found(title, float(length) if length else None, about, fault)
        except ValueError:
            continue
        if stamp.changed < before:
            yield name, (stamp, found)


def _is_safe(line: str) -> bool:
    """Whether a terminal would obey nothing of what is shown; a name is not shown as it is."""
    return not any(any(find_unsafe(text)) for text in line.split("\t")[5:])

"""`ajar fix`: makes the changes that can be meant in one way only, and leaves every other byte as it is.

The change for a fault is its `edit`. A file is read again after each round of edits, because a slip in the
syntax hides the faults after it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import NamedTuple

from sessions.check import Checked, check_bytes
from sessions.faults import Edit, Fault
from sessions.library.atomic_write import PRIVATE, new_file
from sessions.library.attributes import NotKeptError, keep_attributes
from sessions.library.stamps import Stamp, stamp_of
from sessions.reading.files import MOST_BYTES, UnreadableError, read_bytes

MOST_ROUNDS = 100
MOST_READ = 4 * 1024 * 1024
"""Bytes that are read in all rounds together."""
_MARK = "\ufeff"
_LINE_END = re.compile("\r\n|\r|\n")


class Mended(NamedTuple):
    """The result of mending a text."""

    content: bytes
    done: tuple[Fault, ...]
    """The faults that were mended; each has an edit. Their places are those in the text of their round."""
    checked: Checked
    """The text as it is now."""


def mend(content: bytes, path: str) -> Mended:
    """Apply every safe edit to the bytes of a file; `path` names it and is not looked at."""
    done: list[Fault] = []
    for _ in range(min(MOST_ROUNDS, max(1, MOST_READ // (len(content) + 1)))):
        checked = check_bytes(content, path)
        found = [fault for fault in checked.faults if fault.edit is not None and fault.path == path]
        if not found:
            break
        content, mended = applied(content, found)
        done += mended
    return Mended(content, tuple(done), check_bytes(content, path))


def mend_file(path: str, how: Callable[[bytes, str], Mended] = mend) -> Mended | None:
    """Mend a file in place, in one step; None where it cannot be read, which a check will report.

    `how` mends its bytes, given its path.

    Raises:
        OSError: it cannot be written.
        NotKeptError: something that belongs to it would be lost.
    """
    place = os.path.realpath(path)
    seen = stamp_of(place)
    try:
        content = read_bytes(path)
    except UnreadableError:
        return None
    if len(content) > MOST_BYTES:
        return None
    mended = how(content, path)
    if mended.done:
        _replace(place, mended.content, seen)
    return mended


def applied(content: bytes, faults: list[Fault]) -> tuple[bytes, list[Fault]]:
    """The text with the edits of faults and those faults; of two edits that overlap, one is left out."""
    text = content.decode("utf-8")
    starts = [len(_MARK) if text.startswith(_MARK) else 0]
    starts += [match.end() for match in _LINE_END.finditer(text)]
    mended, before = [], len(text) + 1
    edits = [(fault, fault.edit) for fault in faults if fault.edit is not None]
    for fault, edit in sorted(edits, key=lambda each: each[1].span, reverse=True):
        start, end = _stretch(starts, edit)
        if end < before:
            text = text[:start] + edit.text + text[end:]
            before = start
            mended.append(fault)
    return text.encode("utf-8"), mended[::-1]


def _stretch(starts: list[int], edit: Edit) -> tuple[int, int]:
    line, column, end_line, end_column = edit.span
    return starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1


def _replace(path: str, content: bytes, seen: Stamp | None) -> None:
    """Replace the content of a file; a reader finds all of the old bytes, or all of the new ones."""
    with new_file(path, replace=True, mode=PRIVATE) as file:
        file.write(content)
        keep_attributes(path, file.descriptor)
        if stamp_of(path) != seen:
            raise NotKeptError("it was saved while it was looked at; run the same command again")

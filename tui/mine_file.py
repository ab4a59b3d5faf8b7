"""The file of a person's own words, comforts, signs and people: read when it is there, never needed.

It is created and changed only when the person asks for it. Its text is shown on their pages and lines, and
never put into messages, titles or logs.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sessions.mine.model import Mine
from sessions.reading.files import UnreadableError, read_bytes
from sessions.system_errors import reason_of
from tui.own_files import MOST_BYTES, alone_in, shown

if TYPE_CHECKING:
    from sessions.faults import Fault

OURS = 0o700
"""What the folder allows."""
OF_OTHERS = 0o077


class MineError(Exception):
    """The file cannot be used or changed; the message says why, safe to print and without any of its text."""


def load(path: Path) -> tuple[Mine, str]:
    """The person's own lines, and one line on what is wrong with their file, if anything is.

    A faulty file is ignored as a whole, and nothing else is affected. The message holds none of its text,
    since others may be looking at the screen.
    """
    try:
        mine, faults = look(path)
    except MineError as error:
        return Mine(), f"{error}."
    if not faults:
        return mine, ""
    where = f"see line {faults[0].span.line}"
    return Mine(), f"{shown(path)} is not used: {where}. `ajar mine` says how to mend it."


def look(path: Path) -> tuple[Mine, tuple[Fault, ...]]:
    """The person's own lines, and every fault of their file.

    Raises:
        MineError: it is not a regular file, or belongs to somebody else.
    """
    content = _content(path)
    if content is None:
        return Mine(), ()
    from sessions.mine.reading import read  # noqa: PLC0415  # it loads YAML, and most people have no such file

    return read(content, os.fspath(path))[:2]


def keep(path: Path, name: str, *lines: str) -> Mine:
    """Append lines to a list, a field of `Mine`; creates the file if there is none.

    Raises:
        MineError: a line is not allowed, or the file is faulty or cannot be written; it stays unchanged.
    """
    from functools import reduce  # noqa: PLC0415  # reading does without

    from sessions.mine.changing import with_line  # noqa: PLC0415  # it brings YAML along

    return _change(path, lambda text: reduce(lambda so_far, line: with_line(so_far, name, line), lines, text))


def let_go(path: Path, name: str, line: str) -> Mine:
    """Take a line out of a list.

    Raises:
        MineError: as for `keep`.
    """
    from sessions.mine.changing import without_line  # noqa: PLC0415  # same

    return _change(path, lambda text: without_line(text, name, line))


def fault_of(change: Callable[[], object]) -> str:
    """What went wrong with a change to the file, as a sentence; nothing if it was made."""
    try:
        change()
    except MineError as error:
        return f"{str(error)[:1].upper()}{str(error)[1:]}."
    return ""


def make(path: Path) -> None:
    """Write the file with nothing but its comments, unless there is one.

    Raises:
        MineError: it cannot be written.
    """
    if not os.path.lexists(path):
        _write(path, _template, replace=False)


def can_be_read_by_others(path: Path) -> bool:
    """Whether other users of this computer might be able to open the file."""
    try:
        return bool(path.stat().st_mode & OF_OTHERS and path.parent.stat().st_mode & OF_OTHERS)
    except OSError:
        return False


def close_to_others(path: Path) -> None:
    """Make the file, which an editor may have replaced, and its folder private again."""
    for place in (path, path.parent):
        with suppress(OSError):
            mode = stat.S_IMODE(place.stat().st_mode)
            if mode & OF_OTHERS and not (place != path and place.is_symlink()):
                place.chmod(mode & ~OF_OTHERS)


def _content(path: Path) -> bytes | None:
    try:
        return read_bytes(os.fspath(path), MOST_BYTES, own=True)
    except UnreadableError as error:
        if error.missing:
            return None
        raise MineError(f"{shown(path)} is not used: {error}") from None


def _change(path: Path, change: Callable[[str], str]) -> Mine:
    from sessions.mine.changing import UnchangedError  # noqa: PLC0415  # it brings YAML along
    from sessions.mine.reading import read  # noqa: PLC0415  # same

    def changed() -> str:
        content = _content(path)
        if content is None:
            return change(_template())
        if faults := read(content, "").faults:
            where = f"see line {faults[0].span.line}"
            raise MineError(f"{shown(path)} stays as it is: {where}. `ajar mine` says how to mend it")
        return change(content.decode("utf-8-sig"))

    try:
        return read(_write(path, changed).encode(), "").mine
    except UnchangedError as error:
        raise MineError(f"nothing is changed: {error}") from None


def _write(path: Path, text_of: Callable[[], str], *, replace: bool = True) -> str:
    """Write what a call gives, whole or not at all, while no other ajar does; a link is followed."""
    from sessions.library.atomic_write import PRIVATE, write_new  # noqa: PLC0415  # reading does without

    place = Path(os.path.realpath(path))
    try:
        for folder in (path.parent, place.parent):
            folder.mkdir(mode=OURS, parents=True, exist_ok=True)
        with alone_in(place.parent):
            text = text_of()
            write_new(place, text.encode(), replace=replace, mode=PRIVATE)
    except OSError as error:
        raise MineError(f"{shown(path)} could not be written: {reason_of(error)}") from None
    close_to_others(path)
    return text


def _template() -> str:
    from sessions.mine.template import TEMPLATE  # noqa: PLC0415  # same

    return TEMPLATE

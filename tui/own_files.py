"""Small TOML files (settings, project): read up to a size limit, and changed by one program at a time."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from sessions.reading.files import UnreadableError, read_bytes
from sessions.unsafe import visible
from tui.locations import APP

if TYPE_CHECKING:
    from pathlib import Path  # 3 ms that a check of files does not need

MOST_BYTES = 64 * 1024
"""Far more than anybody would write by hand."""
MOST_DOTS = 100
"""In a line: the reader's time grows with the square of the parts of a name, to half a minute in one file."""
MOST_SHOWN = 200
"""Characters of a path, or of a reason, in a message."""
PATIENCE, PAUSE = 1.0, 0.02
"""Seconds for which another program is waited for, and between two looks."""


class UnusableError(Exception):
    """A file cannot be used; the message is a clause that says why, safe to print."""


def text_in(path: Path | str, *, own: bool = True) -> str | None:
    """What a file holds, its line ends as they are; None where there is none.

    Args:
        path: where it is.
        own: whether a file of somebody else is refused.

    Raises:
        UnusableError: it is no regular file, somebody else's, too large, or no text.
    """
    try:
        content = read_bytes(os.fspath(path), MOST_BYTES, own=own)
    except UnreadableError as error:
        if error.missing:
            return None
        raise UnusableError(str(error)) from None
    if len(content) > MOST_BYTES:
        raise UnusableError(f"it is larger than {MOST_BYTES // 1024} KiB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnusableError("it is not UTF-8 text") from None


def table_of(text: str) -> dict[str, Any]:
    """The table that a text holds.

    Raises:
        UnusableError: it is not TOML, or nested deeper than its reader goes.
    """
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_DOTS:
            raise UnusableError(f"line {number} holds more than {MOST_DOTS} dots; shorten it")
    import tomllib  # noqa: PLC0415  # most people have no such file, and should not wait for its reader

    try:
        return tomllib.loads(text)
    except RecursionError:
        raise UnusableError("its brackets are nested too deeply") from None
    except ValueError as error:
        raise UnusableError(shortened(visible(str(error)))) from None


def shortened(text: str) -> str:
    """A text that fits into a message; the end of a path says more than its middle."""
    half = MOST_SHOWN // 2
    return text if len(text) <= MOST_SHOWN else f"{text[: half - 1]}…{text[-half:]}"


def shown(path: Path) -> str:
    """A path in a message."""
    return shortened(visible(os.fspath(path)))


def tidy(folder: Path) -> None:
    """Take away a folder that we made, where nothing is in it any more."""
    if APP in (folder.name, folder.parent.name):
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Let no other ajar change its files in a folder meanwhile, where the system can do that.

    A program that was stopped in the middle is waited for no longer than a moment.
    """
    descriptor = -1
    try:
        with suppress(ImportError, OSError):
            import fcntl  # noqa: PLC0415  # Windows has none

            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            for _ in range(round(PATIENCE / PAUSE)):
                try:
                    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                    break
                except BlockingIOError:
                    time.sleep(PAUSE)
        yield
    finally:
        if descriptor >= 0:
            os.close(descriptor)

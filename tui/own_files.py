"""Small files (settings, projects): read up to a size limit, and changed by one program at a time."""

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
    from pathlib import Path  # it takes 3 ms to import, and `ajar check` does not need it

MOST_BYTES = 64 * 1024
"""Far more than anybody would write by hand."""
MOST_DOTS = 100
"""Dots in a line: a dotted key takes `tomllib` time quadratic in its parts, up to half a minute."""
MOST_SHOWN = 200
"""The most characters of a path or a reason in a message."""
PATIENCE, PAUSE = 1.0, 0.02
"""Seconds to wait for another program's lock, and between two attempts."""


class UnusableError(Exception):
    """A file cannot be used; the message is a clause that says why, safe to print."""


def text_in(path: Path | str, *, own: bool = True) -> str | None:
    """The text of a file, line ends unchanged; None if there is no file.

    Args:
        path: where it is.
        own: whether to refuse a file that belongs to somebody else.

    Raises:
        UnusableError: it is not a regular file, somebody else's, too large, or not text.
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
        UnusableError: it is not TOML, or nested too deeply.
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
    """A text short enough for a message, cut in the middle, since the end of a path says more."""
    half = MOST_SHOWN // 2
    return text if len(text) <= MOST_SHOWN else f"{text[: half - 1]}…{text[-half:]}"


def shown(path: Path) -> str:
    """A path in a message."""
    return shortened(visible(os.fspath(path)))


def tidy(folder: Path) -> None:
    """Remove a folder of ours if it is empty."""
    if APP in (folder.name, folder.parent.name):
        with suppress(OSError):
            folder.rmdir()


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Keep other ajar processes from changing our files in a folder meanwhile, if the system has file locks.

    Waits only a moment for a lock, since the program that holds it may be stopped.
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

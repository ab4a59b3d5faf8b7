"""Reading a file that may be anything: a folder, a silent pipe, an endless device, not text at all."""

from __future__ import annotations

import errno
import os
import stat

from sessions.faults import WHOLE_FILE, Faults, Span
from sessions.system_errors import reason_of

MOST_BYTES = 256 * 1024
"""A fifteen-minute session takes about 10 KiB."""

_REASONS = {
    errno.ENOENT: "there is no such file",
    errno.EACCES: "this file may not be read by you",
    errno.EPERM: "this file may not be read by you",
    errno.ENOTDIR: "a part of the path is not a folder",
    errno.ELOOP: "its links lead round in a circle",
    errno.ENAMETOOLONG: "the path is too long",
    errno.ENXIO: "this is not a regular file",
    errno.EISDIR: "this is a folder",
}


class UnreadableError(Exception):
    """The file could not be opened as a regular file; the message says why."""

    def __init__(self, reason: str, *, missing: bool = False) -> None:
        """`missing` says that there is nothing at that path."""
        super().__init__(reason)
        self.missing = missing


def read_text(path: str, faults: Faults) -> str | None:
    """The text of a file with unified line ends, or None with the reason in `faults`."""
    try:
        content = read_bytes(path)
    except UnreadableError as error:
        faults.add("E101", WHOLE_FILE, f"the file cannot be read: {error}")
        return None
    return text_of(content, faults)


def text_of(content: bytes, faults: Faults) -> str | None:
    """The bytes of a file as text with unified line ends, or None with the reason in `faults`."""
    if len(content) > MOST_BYTES:
        too_large(faults)
        return None
    return decode(content, faults)


def too_large(faults: Faults) -> None:
    """Report a file with more than `MOST_BYTES`."""
    message = "the file is larger than 256 KiB"
    faults.add("E102", WHOLE_FILE, message, "leave out what is no part of the session")


def read_bytes(path: str, most: int = MOST_BYTES, *, own: bool = False) -> bytes:
    """Up to `most` + 1 bytes of a regular file; never waits for a pipe or a device.

    Args:
        path: where it is.
        most: how many bytes are wanted.
        own: whether it has to belong to this person, or to the administrator of the machine.

    Raises:
        UnreadableError: it is missing, forbidden, somebody else's, or no regular file.
    """
    flags = (
        os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        descriptor = os.open(path, flags)
    except (OSError, ValueError) as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        raise UnreadableError(_reason(error), missing=missing) from error
    try:
        _look_at(os.fstat(descriptor), own=own)
        return _read(descriptor, most)
    except OSError as error:
        raise UnreadableError(_reason(error)) from error
    finally:
        os.close(descriptor)


def decode(content: bytes, faults: Faults) -> str | None:
    """UTF-8 bytes as text, or None, with the first byte that is not UTF-8 reported in `faults`."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        faults.add("E103", WHOLE_FILE, "the file is saved as UTF-16", "save it again as UTF-8")
        return None
    try:
        return unified(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        before = unified(content[: error.start].decode("utf-8"))
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        faults.lines = unified(content.decode("utf-8", errors="replace")).split("\n")
        message = f"byte `0x{content[error.start]:02x}` is not UTF-8"
        faults.add("E103", Span(line, column, line, column + 1), message, "save the file again as UTF-8")
        return None


def unified(text: str) -> str:
    """`text` without a byte order mark, each line ended by a line feed."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def _look_at(seen: os.stat_result, *, own: bool) -> None:
    if stat.S_ISDIR(seen.st_mode):
        raise UnreadableError(_REASONS[errno.EISDIR])
    if not stat.S_ISREG(seen.st_mode):
        raise UnreadableError(_REASONS[errno.ENXIO])
    if own and hasattr(os, "geteuid") and seen.st_uid not in (os.geteuid(), 0):
        raise UnreadableError("it belongs to somebody else")


def _read(descriptor: int, most: int) -> bytes:
    held = bytearray()
    while len(held) <= most and (block := os.read(descriptor, most + 1 - len(held))):
        held += block
    return bytes(held)


def _reason(error: OSError | ValueError) -> str:
    return _REASONS.get(getattr(error, "errno", 0) or 0) or reason_of(error)

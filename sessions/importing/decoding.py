"""Decodes the bytes of a file from anywhere: UTF-8, UTF-16 as Windows writes it, or Windows-1252."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.source import UnusableError
from sessions.reading.files import unified

_PAGES = {b"PK\x03\x04": "a packed file or a document", b"%PDF": "a PDF", b"{\\rtf": "rich text"}
_MANY_BYTES = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""One character of UTF-8, outside ASCII."""
_HIGH = re.compile(rb"[\x80-\xff]")
_LETTERS = re.compile(rb"[A-Za-z\x80-\xff]")
_MOST_ACCENTS = 0.5
"""The largest share of accented letters in a text that is taken for Windows-1252."""
_CONTROLS = frozenset(range(32)) - frozenset(b"\t\n\x0b\x0c\r\x1b")
_WINDOWS = {byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0xA0)}


def decoded(content: bytes, ledger: Ledger) -> str:
    """The text with unified line ends; an encoding other than UTF-8 is a guess, and noted.

    Raises:
        UnusableError: it is no text.
    """
    for start, kind in _PAGES.items():
        if content.startswith(start):
            raise UnusableError(f"this is {kind}, not text; save its words as .txt first")
    wide = _utf_16(content)
    if wide:
        ledger.note(Thing.UTF_16, 0)
        return unified(content.decode(wide, "replace"))
    try:
        return unified(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        if sum(byte in _CONTROLS for byte in content) * 100 > len(content):
            raise UnusableError("this is not text") from None
        if sum(map(len, _MANY_BYTES.findall(content))) > sum(byte >= 0x80 for byte in content) / 2:
            return _mostly_utf_8(content, ledger)
        if len(_HIGH.findall(content)) > len(_LETTERS.findall(content)) * _MOST_ACCENTS:
            raise UnusableError(
                "its letters are neither UTF-8, UTF-16 nor Windows-1252; save it as UTF-8 first"
            ) from None
        ledger.note(Thing.WINDOWS, content.count(b"\n", 0, error.start) + 1)
        # Five bytes are undefined in Windows-1252; they become control characters, which are later dropped.
        return unified(content.decode("latin-1").translate(_WINDOWS))


def _mostly_utf_8(content: bytes, ledger: Ledger) -> str:
    """Lines of UTF-8 and of Windows-1252 in one file, as when one was pasted into the other."""
    lines = content.split(b"\n")
    for number, line in enumerate(lines, 1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            ledger.note(Thing.WINDOWS_LINE, number)
            lines[number - 1] = line.decode("latin-1").translate(_WINDOWS).encode("utf-8")
    return unified(b"\n".join(lines).decode("utf-8"))


def _utf_16(content: bytes) -> str:
    """The UTF-16 codec, or empty; without a byte order mark, it is known by every other byte being zero."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    sample = content[:2000]
    if len(sample) < 4 or sample.count(0) * 10 < len(sample) * 4:
        return ""
    return "utf-16-le" if sample[1::2].count(0) > sample[::2].count(0) else "utf-16-be"

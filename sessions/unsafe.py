"""Characters that text may not hold: those a terminal obeys, those that reorder a line, invisible ones.

Every scalar of a session file is searched for them, both as written and with its escapes resolved. No fault
prints one of these characters as it is: `visible` writes them as escapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple


class Unsafe(NamedTuple):
    """A stretch of text that is refused."""

    start: int
    """Characters from the start of the text."""
    end: int
    id: str
    text: str


REPLACEMENT = "\ufffd"
"""Takes the place of a refused character."""

CONTROL = "E401"
BIDI = "E402"
INVISIBLE = "E403"
NOT_A_CHARACTER = "E404"
PILED_MARKS = "E405"

_INVISIBLE = (
    r"\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f"
    r"\u3164\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_NOT_CHARACTERS = (
    r"\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U0001fffe\U0001ffff\U0002fffe\U0002ffff"
    r"\U0003fffe\U0003ffff\U000efffe-\U000effff\U000ffffe\U000fffff\U0010fffe\U0010ffff"
)
_MARKS = r"\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_CONTROLS, _BIDI, _JOINERS = r"\x00-\x09\x0b-\x1f\x7f-\x9f", r"\u202a-\u202e\u2066-\u2069", r"\u200c\u200d"
_SUSPECT = f"[{_CONTROLS}{_BIDI}{_INVISIBLE}{_JOINERS}{_NOT_CHARACTERS}{_MARKS}]"
"""Where this finds nothing, neither does `_PATTERN`; this is thirty times as fast."""
_PATTERN = "|".join(
    (
        rf"(?P<E401>[{_CONTROLS}]+)",  # C0 except the line feed, DEL, C1
        rf"(?P<E402>[{_BIDI}]+)",  # bidi embeddings, overrides, isolates
        # joiners between letters are needed by some scripts and by emoji; elsewhere they hide
        rf"(?P<E403>[{_INVISIBLE}]+|(?:^|(?<=[\x00-\x7f{_JOINERS}]))[{_JOINERS}]+)",
        rf"(?P<E404>[{_NOT_CHARACTERS}]+)",
        # marks that sit on Latin, Greek and Cyrillic letters; no spelling piles up five
        rf"(?P<E405>[{_MARKS}]{{5,}})",
    )
)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_PATTERN)


@cache
def _suspect() -> re.Pattern[str]:
    return re.compile(_SUSPECT)


def is_plain(text: str) -> bool:
    """Whether the text is nothing but visible ASCII, as most text is; saves the full search."""
    return text.isascii() and text.isprintable()


def find_unsafe(text: str) -> Iterator[Unsafe]:
    """The stretches of `text` that are refused, from its start; a line feed is not refused."""
    for match in _pattern().finditer(text) if _suspect().search(text) else ():
        yield Unsafe(match.start(), match.end(), match.lastgroup or CONTROL, match.group())


def escaped(text: str) -> str:
    r"""Every character of `text` written as an escape such as `\x1b` or `\u202e`."""
    return "".join(_escape(ord(char)) for char in text)


def visible(text: str) -> str:
    """`text` with every refused character, and every line feed, written out as an escape."""
    if is_plain(text):
        return text
    shown = _pattern().sub(lambda match: escaped(match.group()), text)
    return shown.replace("\n", "\\n")


def blanked(text: str) -> str:
    """`text` with every refused character replaced by the same number of harmless ones."""
    return _pattern().sub(lambda match: REPLACEMENT * len(match.group()), text)


def _escape(code: int) -> str:
    if code <= 0xFF:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"

"""Faults for unsafe characters, raw or written as an escape."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from sessions.faults import Edit, Faults, Span
from sessions.unsafe import BIDI, CONTROL, INVISIBLE, NOT_A_CHARACTER, PILED_MARKS, Unsafe, escaped

_WHAT = {
    CONTROL: "a control character, which a terminal may obey",
    BIDI: "a character that reorders the line, so that it does not say what it shows",
    INVISIBLE: "a character that nobody can see",
    NOT_A_CHARACTER: "no character at all",
    PILED_MARKS: "more marks on one letter than any language has",
}
_HELP = "leave it out"
_MEANS_NOTHING = frozenset("\u00ad\u200b\u2060\ufeff")
"""Soft hyphens and invisible spaces, which pasted text brings from pages and word processors."""

_ENDS_A_LINE = frozenset("\u2028\u2029")
"""Within a text they may be meant as spaces; at the end of a line they add nothing."""


def report_raw(unsafe: Unsafe, line: int, faults: Faults) -> None:
    """Report a stretch found in a line of the file."""
    span = Span(line, unsafe.start + 1, line, unsafe.end + 1)
    at_the_end = unsafe.end == len(faults.lines[line - 1]) and set(unsafe.text) <= _ENDS_A_LINE
    edit = Edit(span, "") if at_the_end or set(unsafe.text) <= _MEANS_NOTHING else None
    faults.add(unsafe.id, span, f"`{_shown(unsafe)}` is {_WHAT[unsafe.id]}", _HELP, edit)


def report_escaped(found: Iterable[Unsafe], scalar: Span, faults: Faults) -> None:
    """Report the stretches of a double-quoted text in their order, each at the escape that makes it."""
    escapes = _escapes_in(scalar, faults.lines)
    for unsafe in found:
        if faults.full:
            return
        message = f"`{_shown(unsafe)}`, written as an escape, is {_WHAT[unsafe.id]}"
        faults.add(unsafe.id, _place(unsafe, escapes, scalar), message, _HELP)


def _shown(unsafe: Unsafe) -> str:
    return escaped(unsafe.text[:4]) + ("…" if len(unsafe.text) > 4 else "")


@cache
def _escapes() -> re.Pattern[str]:
    return re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")


_SHORT = {
    "0": 0,
    "a": 7,
    "b": 8,
    "t": 9,
    "v": 11,
    "f": 12,
    "r": 13,
    "e": 27,
    "N": 0x85,
    "L": 0x2028,
    "P": 0x2029,
}


def _place(unsafe: Unsafe, escapes: Iterator[tuple[int | None, Span]], scalar: Span) -> Span:
    """The place of the first escape of a stretch, or of the opening quote; consumes all its escapes."""
    places = [next((span for code, span in escapes if code == ord(char)), None) for char in unsafe.text]
    return places[0] or Span(scalar.line, scalar.column, scalar.line, scalar.column + 1)


def _escapes_in(scalar: Span, lines: list[str]) -> Iterator[tuple[int | None, Span]]:
    """The escapes of a double-quoted text in their order: which character each stands for, and where."""
    for at in range(scalar.line, min(scalar.end_line, len(lines)) + 1):
        start = scalar.column - 1 if at == scalar.line else 0
        end = scalar.end_column - 1 if at == scalar.end_line else len(lines[at - 1])
        for match in _escapes().finditer(lines[at - 1], start, end):
            yield _code(match.group()), Span(at, match.start() + 1, at, match.end() + 1)


def _code(escape: str) -> int | None:
    if len(escape) > 2:
        return int(f"0x{escape[2:]}", 0)
    return _SHORT.get(escape[1:])

"""Takes off the fence or the `>` marks that a file has when it is copied from a chat or a message."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sessions.faults import Edit, Faults, Span

WRAPPED = ("```", "~~~", ">")
"""How such a file begins."""
FENCES = ("\n```", "\n~~~")
"""A fence further down, after some words of the chat."""
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*[\w.+-]*\s*")

_BEGINS = re.compile(r"\s*(?:format|title|length|arriving|parts)\s*:")
"""A key that a session or a file of parts has at its top."""


def unwrapped(lines: list[str], faults: Faults) -> list[str]:
    """The lines of a file without the fence or the `>` marks around it, which are reported."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if not filled:
        return lines
    first, last = filled[0], filled[-1]
    fences = [number for number in filled if _FENCE.fullmatch(lines[number])]
    if len(fences) == 2 and _holds_all(lines, *fences):
        outside = [number for number in filled if not fences[0] < number < fences[1]]
        return _without(lines, outside, fences, faults)
    if first in fences:
        return _without(lines, sorted({first, last} & set(fences)), fences, faults)
    if all(lines[number].startswith(">") for number in filled):
        return _without_quotation(lines, filled, faults)
    return lines


def _holds_all(lines: Sequence[str], opening: int, closing: int) -> bool:
    """Whether the whole file is between two fences, so that the lines outside are the chat's own."""
    within = [opening < number < closing for number, line in enumerate(lines) if _BEGINS.match(line)]
    return bool(within) and all(within)


def _without(lines: list[str], numbers: Sequence[int], fences: Sequence[int], faults: Faults) -> list[str]:
    for number in numbers:
        span = Span(number + 1, 1, number + 1, len(lines[number]) + 1)
        what = "is a fence around code, and" if number in fences else "stands outside the fence, and is"
        message = f"this line {what} no part of the session"
        faults.add("E124", span, message, "leave it out", Edit(span, ""))
    gone = frozenset(numbers)
    return ["" if number in gone else line for number, line in enumerate(lines)]


def _without_quotation(lines: list[str], filled: Sequence[int], faults: Faults) -> list[str]:
    for number in filled:
        width = 2 if lines[number].startswith("> ") else 1
        span = Span(number + 1, 1, number + 1, width + 1)
        faults.add(
            "E124", span, "this `>` quotes a message, and is no part of it", "leave it out", Edit(span, "")
        )
    return [re.sub(r"^> ?", lambda match: " " * len(match.group()), line) for line in lines]

"""What a chat or a message puts around a file that is copied out of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sessions.faults import Edit, Faults, Span

WRAPPED = ("```", "~~~", ">")
"""How a file begins that came along with it."""
_FENCE = re.compile(r"\s*(?:`{3,}|~{3,})\s*[\w.+-]*\s*")


def unwrapped(lines: list[str], faults: Faults) -> list[str]:
    """The lines of a file without a fence or the marks of a quotation around it, which are reported."""
    filled = [number for number, line in enumerate(lines) if line.strip()]
    if not filled:
        return lines
    first, last = filled[0], filled[-1]
    if _FENCE.fullmatch(lines[first]):
        return _without_fence(lines, first, last, faults)
    if all(lines[number].startswith(">") for number in filled):
        return _without_quotation(lines, filled, faults)
    return lines


def _without_fence(lines: list[str], first: int, last: int, faults: Faults) -> list[str]:
    found = {first, last} if _FENCE.fullmatch(lines[last]) else {first}
    for number in sorted(found):
        span = Span(number + 1, 1, number + 1, len(lines[number]) + 1)
        message = "this line is a fence around code, and no part of the session"
        faults.add("E124", span, message, "leave it out", Edit(span, ""))
    return ["" if number in found else line for number, line in enumerate(lines)]


def _without_quotation(lines: list[str], filled: Sequence[int], faults: Faults) -> list[str]:
    for number in filled:
        width = 2 if lines[number].startswith("> ") else 1
        span = Span(number + 1, 1, number + 1, width + 1)
        faults.add(
            "E124", span, "this `>` quotes a message, and is no part of it", "leave it out", Edit(span, "")
        )
    return [re.sub(r"^> ?", lambda match: " " * len(match.group()), line) for line in lines]

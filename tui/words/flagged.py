"""The notice before a session whose words push, promise or judge; the session plays all the same."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sessions.faults import Fault
from sessions.unsafe import visible

MOST_SHOWN = 3
MOST_CHARACTERS = 110
_KEY = re.compile(r"^\s*(?:-\s+)?(?:\w+:\s+)?")
_COMMENT = re.compile(r"\s#.*$")


def flagged_lines(faults: Iterable[Fault]) -> tuple[str, ...]:
    """The lines with findings, each once, without the YAML key before them."""
    lines = (_COMMENT.sub("", _KEY.sub("", fault.source)).strip(" \"'") for fault in faults)
    return tuple(dict.fromkeys(line for line in lines if line))


def about_words(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs of the notice, safe to print."""
    more = len(lines) - MOST_SHOWN
    return (
        "Some lines in this session may push, promise or judge. ajar's own sessions try not to.",
        *(f"“{_cut(visible(line))}”" for line in lines[:MOST_SHOWN]),
        *([f"There {'is 1 more line' if more == 1 else f'are {more} more lines'} like these."] * (more > 0)),
        "You can pass over what doesn't suit you, or leave the whole of it.",
    )


def _cut(line: str) -> str:
    return line if len(line) <= MOST_CHARACTERS else line[: MOST_CHARACTERS - 1].rstrip() + "…"

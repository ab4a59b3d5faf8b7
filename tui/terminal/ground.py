r"""Asks the terminal for its background colour, so that the look can match it (xterm's OSC 11).

Nothing waits for the answer: `ESC ] 11 ; rgb:RRRR/GGGG/BBBB`, ended by BEL or `ESC \`. A terminal that does
not know the query does not answer.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping

from tui.terminal.capabilities import CONSOLE

QUESTION = "\x1b]11;?\x1b\\"
"""Ended by ST, since a terminal that does not know OSC 11 would beep at a BEL."""

PART = "[0-9a-fA-F]{1,4}"
ANSWER = rf"\x1b\]11;rgba?:({PART})/({PART})/({PART})(?:/{PART})?(?:\x07|\x1b\\)"
BEGUN = r"\x1b\](?:1(?:1(?:;[rgba:/0-9a-fA-F]{0,28}\x1b?)?)?)?"
"""The beginning of an answer that was cut off."""
TAIL = r"\]11;rgba?:[/0-9a-fA-F]{5,24}(?:\x07|\x1b\\)"
"""The rest of an answer that was cut off after its first character."""

HALF_WAY = 0.5
"""The luma between dark and light, as a share of white's."""


def is_worth_asking(environment: Mapping[str, str], held: Container[str]) -> bool:
    """Whether the look may follow the terminal; `held` are the settings in the person's file.

    The Linux console prints queries that it does not know.
    """
    return not (environment.get("NO_COLOR") or environment.get("TERM") == CONSOLE or "theme" in held)


def is_light(answer: str) -> bool | None:
    """Whether the background in this answer is light; None if it is not a valid answer."""
    match = re.match(ANSWER, answer)
    if match is None:
        return None
    red, green, blue = (int(part, 16) / (16 ** len(part) - 1) for part in match.groups()[:3])
    return bool(0.299 * red + 0.587 * green + 0.114 * blue > HALF_WAY)  # ITU-R BT.601

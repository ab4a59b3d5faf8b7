"""Names for new session files."""

from __future__ import annotations

import re

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

LONGEST = 60
"""Characters of a name; short enough for every file system, with path and ending."""


def is_name(text: str) -> bool:
    """Whether a text can name a session: small letters, digits, single hyphens between them."""
    return len(text) <= LONGEST and NAME.fullmatch(text) is not None


def near_name(text: str) -> str:
    """A name made from the usable characters of a text; empty where there are none."""
    words = re.findall(r"[a-z0-9]+", text.lower().replace("'", "").replace("’", ""))
    return "-".join(words)[:LONGEST].strip("-")


def title_of(name: str) -> str:
    """`a-quiet-hour` as `A quiet hour`."""
    return name.replace("-", " ").capitalize()

"""The app's own sentences as they are said where keys are typed: "q, then Enter" in place of "the q key"."""

from __future__ import annotations

import re

_KEY = re.compile(r"\b[Tt]he ([a-z]) key\b")
_SPACE = re.compile(r"\bSpace (pauses|goes on)\b")


def in_lines(text: str) -> str:
    """A sentence of the app for whoever types lines."""
    return _SPACE.sub(r"A space, then Enter, \1", _KEY.sub(r"\1, then Enter,", text))

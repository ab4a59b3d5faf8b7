"""Adapts the app's sentences to plain lines, where keys are typed: "q, then Enter" for "the q key"."""

from __future__ import annotations

import re

_KEY = re.compile(r"\b[Tt]he ([a-z]) key\b")
_SPACE = re.compile(r"\bSpace (pauses|goes on)\b")


def in_lines(text: str) -> str:
    """The sentence, as it reads for somebody who types lines."""
    return _SPACE.sub(r"A space, then Enter, \1", _KEY.sub(r"\1, then Enter,", text))

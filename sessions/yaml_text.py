"""A text as YAML writes it, quoted where a reader would take it for something else."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\W_](?:[^:#\n\\]*[^:#\n\\\s])?")
"""Begins with a letter or digit and holds nothing that begins a comment or a value."""


def scalar(text: str) -> str:
    """A text as YAML on one line, for a reader that takes every scalar as text."""
    if _PLAIN.fullmatch(text):
        return text
    return in_quotes(text)


def in_quotes(text: str) -> str:
    """A text as YAML on one line, in double quotes."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'

"""Writes Markdown, escaped so that a session's own text is shown as written."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&#$])")
_LIST_NUMBER = re.compile(r"^(\d+)([.)])")
_LIST_SIGN = re.compile(r"^([-+=])")


def plain(text: str) -> str:
    """Text that Markdown shows as it was written, on one line."""
    text = _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    return _LIST_SIGN.sub(r"\\\1", _LIST_NUMBER.sub(r"\1\\\2", text))


def item(text: str, *below: str) -> list[str]:
    """A list item with nested items; their texts are Markdown already."""
    return [f"- {text}", *(f"  - {line}" for line in below)]


def document(blocks: Iterable[Iterable[str]]) -> str:
    """Blocks of lines, separated by empty lines."""
    return "\n\n".join("\n".join(lines) for lines in map(list, blocks) if lines) + "\n"

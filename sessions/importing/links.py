"""Links of Markdown: their words stay. Brackets that ask for a pause or note a sound are no links."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable

from sessions.importing.notes import is_note
from sessions.importing.pauses import pause_in

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\(([^()]*)\)|\[([^\[\]]{0,60})\])")
"""Words, and an address or the label of one."""
_BELOW = re.compile(r" {0,3}\[([^\[\]^][^\[\]]{0,60})\]:\s")


def labels_in(lines: Iterable[str]) -> Container[str]:
    """The labels that a page gives addresses for, in small letters."""
    return {_plain(match[1]) for line in lines if (match := _BELOW.match(line))}


def without_links(text: str, labels: Container[str]) -> tuple[str, int]:
    """A text with the words of its links alone, and how many addresses stood in it."""
    addresses = 0

    def words(match: re.Match[str]) -> str:
        nonlocal addresses
        first, address, label = match.groups()
        second = f"[{label}]" if address is None else f"({address})"
        unlinked = address is None and _plain(label or first) not in labels
        if unlinked or any(pause_in(each) or is_note(each) for each in (f"[{first}]", second)):
            return match.group()
        addresses += address is not None
        return first

    return _LINK.sub(words, text), addresses


def _plain(label: str) -> str:
    return " ".join(label.lower().split())

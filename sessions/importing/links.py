"""Markdown links: their words stay. Brackets with a pause, a sound or a speaker's name are no links."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from sessions.importing.notes import is_note
from sessions.importing.pauses import pause_in

_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\](?:\(([^()]*)\)|\[([^\[\]]{0,60})\])")
"""The words of a link, and its address or the label of the address."""
_LABEL = re.compile(r"\[([^\[\]]{1,61})\](?!:)")
_BELOW = re.compile(r" {0,3}\[([^\[\]^][^\[\]]{0,60})\]:\s+(\S+)(?:\s+[\"'(].*)?")
_LIKE_ADDRESS = re.compile(r"^<?[a-z][\w+.-]{0,20}:\S|[/#]|\w\.[^\W\d_]", re.IGNORECASE)
"""What makes an address: a scheme, a path, a fragment, or a dot as in `example.org` and `lamp.html`."""


class Labels(NamedTuple):
    """Labels of a page, in small letters."""

    used: Container[str]
    """All texts in brackets, since each may be a link."""
    given: Container[str]
    """The labels that have an address."""


def labels_in(lines: Sequence[str]) -> Labels:
    """The labels that a page uses, and those that it gives addresses for."""
    used = {_plain(label) for line in lines for label in _LABEL.findall(line)}
    below = (match for line in lines if (match := _BELOW.fullmatch(line)))
    return Labels(used, {_plain(match[1]) for match in below if _is_address(match, used)})


def gives_address(line: str, labels: Labels) -> bool:
    """Whether a line gives the address of a label; `[Guide]: Breathe.` does not, since somebody says it."""
    match = _BELOW.fullmatch(line)
    return match is not None and _is_address(match, labels.used)


def _is_address(match: re.Match[str], used: Container[str]) -> bool:
    return _LIKE_ADDRESS.search(match[2]) is not None or _plain(match[1]) in used


def without_links(text: str, labels: Container[str]) -> tuple[str, int]:
    """A text with its links replaced by their words, and how many addresses were dropped."""
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

"""Removes names of speakers that only the whole file shows, as in a call's transcript before each passage."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sessions.importing.ledger import Ledger, Thing
from sessions.importing.notes import is_said
from sessions.importing.source import Passage

_WORD = r"[^\W\d_a-z][\w.'’-]{0,20}"  # as in O’Neil
_NAME = re.compile(rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}})(?: \([^()]{{1,20}}\))?: +(?P<words>.*)")
_LEAST = 2
"""The least passages of each speaker."""


def without_names(passages: Sequence[Passage], ledger: Ledger) -> Sequence[Passage]:
    """The passages without the names before them, if half of them begin with two words and a colon.

    Names come several times, headings within the text do not. A single word may be part of the text, such as
    `Notice:`; it is a name if every passage has the same one.
    """
    found = [_named(passage.text) for passage in passages]
    names = Counter(match["name"] for match in found if match)
    spoken = sum(bool(passage.text) for passage in passages)
    if not names or min(names.values()) < _LEAST or len(names) * 2 >= spoken:
        return passages
    whole = sum(count for name, count in names.items() if " " in name)
    one = len(names) == 1 and names.total() == spoken
    if not (one or whole * 2 >= spoken):
        return passages
    return [
        replace(passage, text=_said(match, passage, ledger)) if match else passage
        for match, passage in zip(found, passages, strict=True)
    ]


def _named(text: str) -> re.Match[str] | None:
    match = _NAME.fullmatch(text)
    return None if match and is_said(match["name"]) else match


def _said(match: re.Match[str], passage: Passage, ledger: Ledger) -> str:
    ledger.note(Thing.SPEAKER, passage.line)
    return match["words"]

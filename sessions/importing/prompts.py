"""A long text as prompts that are easy to take in: cut between sentences, then clauses, then words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sessions.advice.steps import MOST_CHARACTERS, MOST_WORDS, seconds_to_read
from sessions.importing.source import without_unsafe

_BREAKS = (
    re.compile(r"(?<=[.!?…。！？])\s+|(?<=[.!?…][\"'”’»)])\s+"),  # noqa: RUF001  # the full stops of other scripts
    re.compile(r"(?<=[,;:–—])\s+"),
    re.compile(r"\s+"),
)


def prompts_in(text: str) -> list[str]:
    """The text as prompts of at most 20 words and 110 characters; none for an empty text."""
    return list(_cut(text, _BREAKS)) if text else []


def reading_seconds(prompt: str) -> int:
    """Whole seconds in which a prompt can be read."""
    return int(-(-seconds_to_read(prompt) // 1))


def _fits(text: str) -> bool:
    return len(text) <= MOST_CHARACTERS and len(text.split()) <= MOST_WORDS


def _cut(text: str, breaks: Sequence[re.Pattern[str]]) -> Iterator[str]:
    if _fits(text):
        yield text
        return
    if not breaks:
        yield from _pieces(text)
        return
    held = ""
    for unit in breaks[0].split(text):
        together = f"{held} {unit}" if held else unit
        if _fits(together):
            held = together
            continue
        if held:
            yield held
        *whole, held = _cut(unit, breaks[1:])
        yield from whole
    if held:
        yield held


def _pieces(word: str) -> Iterator[str]:
    """A word that is longer than a prompt, in pieces; a cut may bare characters that hide."""
    for start in range(0, len(word), MOST_CHARACTERS):
        piece, _ = without_unsafe(word[start : start + MOST_CHARACTERS])
        yield piece or "…"

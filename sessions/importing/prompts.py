"""Cuts a long text into short prompts: between sentences, then clauses, then words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sessions.advice.steps import MOST_CHARACTERS, MOST_WORDS
from sessions.importing.source import without_unsafe
from sessions.text_time import CHARACTERS_A_WORD, seconds_to_read, words_in

_STOPS, _COMMAS, _CLOSING = "。？！", "，、；：", "”’」』）"  # noqa: RUF001  # those of scripts without spaces
_BREAKS = (
    re.compile(
        rf"(?<=[.!?…{_STOPS}])\s+|(?<=[.!?…][\"'”’»)])\s+"
        rf"|(?<=[{_STOPS}])(?![{_CLOSING}\s])|(?<=[{_STOPS}][{_CLOSING}])"
    ),
    re.compile(rf"(?<=[,;:–—])\s+|(?<=[{_COMMAS}])"),
    re.compile(r"\s+"),
)
_NO_SPACE_AFTER = (*_STOPS, *_COMMAS, *_CLOSING)


def prompts_in(text: str) -> list[str]:
    """The text as prompts short enough for rule 17; none for an empty text."""
    return list(_cut(text, _BREAKS)) if text else []


def reading_seconds(prompt: str) -> int:
    """Whole seconds in which a prompt can be read."""
    return int(-(-seconds_to_read(prompt) // 1))


def _fits(text: str) -> bool:
    return len(text) <= MOST_CHARACTERS and words_in(text) <= MOST_WORDS


def _cut(text: str, breaks: Sequence[re.Pattern[str]]) -> Iterator[str]:
    if _fits(text):
        yield text
        return
    if not breaks:
        yield from _pieces(text)
        return
    held = ""
    for unit in breaks[0].split(text):
        gap = "" if not held or held.endswith(_NO_SPACE_AFTER) else " "
        together = f"{held}{gap}{unit}"
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
    """A word that is longer than a prompt, in pieces; a cut may leave invisible characters at an end."""
    most = MOST_CHARACTERS if words_in(word) <= MOST_WORDS else MOST_WORDS * CHARACTERS_A_WORD
    for start in range(0, len(word), most):
        piece, _ = without_unsafe(word[start : start + most])
        yield piece or "…"

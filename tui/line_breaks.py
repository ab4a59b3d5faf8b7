"""Breaks text into lines: preferably after sentences, then after clauses, and never with one word alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_SENTENCE, _CLAUSE, _WORD, _JOINED = 0.0, 1.5, 4.0, 7.0
"""The cost of a break after a sentence, a clause, a word, and a word that belongs to the next one."""

_RUNNING_ON = 5.0
"""The cost of starting a sentence within a line."""
_UNEVEN = 12.0
"""The cost of a line whose length differs from the average by all of `room`; it grows with the square."""
_ALONE = 12.0
"""The cost of a line that holds one word of a longer sentence."""
_ONE_MORE = 4.0
"""The cost of each line beyond the fewest possible."""

_LEANING = frozenset({
    *("a", "an", "the", "your", "my", "this", "that", "these", "its", "no", "not", "what", "which", "how"),
    *("of", "to", "in", "on", "at", "for", "from", "with", "into", "by", "than", "and", "or", "but", "nor"),
    *("is", "are", "be", "you", "i", "it", "as", "if", "so"),
})  # fmt: skip
"""Words that a line should not end with."""

_CLOSING = "\"'’”)]"


def _cost_after(word: str) -> float:
    bare = word.rstrip(_CLOSING)
    if bare.endswith((".", "!", "?", "…")):
        return _SENTENCE
    if bare.endswith((",", ";", ":", "–", "—")):
        return _CLAUSE
    return _JOINED if bare.lower() in _LEANING else _WORD


class _Text(NamedTuple):
    words: tuple[str, ...]
    widths: tuple[int, ...]
    gap: int
    room: int


_Way = tuple[float, tuple[int, ...]]
"""A way to break a text: its cost, and the index of the word after the end of each line."""


def broken(
    words: Sequence[str], widths: Sequence[int], gap: int, room: int, most: int
) -> list[list[str]] | None:
    """The words in lines.

    Args:
        words: the text.
        widths: how wide each word is.
        gap: how wide the space between two words is.
        room: how wide a line may be.
        most: the most lines there may be.

    Returns:
        The lines; None if a word is wider than a line, or if `most` lines are not enough.
    """
    ends = _ends(_Text(tuple(words), tuple(widths), gap, room), most)
    if ends is None:
        return None
    return [list(words[start:end]) for start, end in zip((0, *ends), ends, strict=False)]


@lru_cache(maxsize=32)
def _ends(text: _Text, most: int) -> tuple[int, ...] | None:
    least = _fewest(text)
    if least is None or least > most:
        return None
    last = len(text.words)
    ways: dict[int, _Way] = {0: (0.0, ())}
    found: list[_Way] = []
    total = sum(text.widths) + text.gap * (last - 1)
    for count in range(1, min(most, least + 2) + 1):
        ways = _one_more_line(ways, text, total / max(count, least))
        if last in ways:
            cost, ends = ways[last]
            found.append((cost + _ONE_MORE * (count - least), ends))
    return min(found)[1]


def _one_more_line(before: Mapping[int, _Way], text: _Text, usual: float) -> dict[int, _Way]:
    """Add one line: the cheapest way to set the words up to each index; `usual`: average line width."""
    found: dict[int, _Way] = {}
    for start, (cost, ends) in before.items():
        for end, line in _lines_from(start, text, usual):
            if end not in found or cost + line < found[end][0]:
                found[end] = (cost + line, (*ends, end))
    return found


def _lines_from(start: int, text: _Text, usual: float) -> Iterator[tuple[int, float]]:
    """The lines that can start at a word: the index after the end of each, and its cost."""
    width, within = -text.gap, 0.0
    for end in range(start + 1, len(text.words) + 1):
        width += text.gap + text.widths[end - 1]
        if width > text.room:
            return
        if end - 1 > start and not _cost_after(text.words[end - 2]):
            within += _RUNNING_ON
        uneven = _UNEVEN * ((width - usual) / text.room) ** 2
        after = 0.0 if end == len(text.words) else _cost_after(text.words[end - 1])
        alone = 0.0 if end > start + 1 or _stands_alone(text.words, start) else _ALONE
        yield end, within + uneven + after + alone


def _stands_alone(words: tuple[str, ...], at: int) -> bool:
    """Whether a word is a sentence of its own."""
    return not _cost_after(words[at]) and (at == 0 or not _cost_after(words[at - 1]))


def _fewest(text: _Text) -> int | None:
    """The fewest lines possible; None if a word is too wide."""
    if not text.widths or max(text.widths) > text.room:
        return None
    lines, width = 1, -text.gap
    for each in text.widths:
        if width + text.gap + each > text.room:
            lines, width = lines + 1, -text.gap
        width += text.gap + each
    return lines

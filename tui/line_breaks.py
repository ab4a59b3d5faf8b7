"""Where a text is broken into lines: after sentences first, then after clauses; no word is left alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

_SENTENCE, _CLAUSE, _WORD, _JOINED = 0.0, 1.5, 4.0, 7.0
"""What it costs to break after the end of a sentence, of a clause, after a word, and after one that leans on
the next."""

_RUNNING_ON = 5.0
"""What it costs to begin a sentence within a line."""
_UNEVEN = 12.0
"""What a line costs that is as far from the others in length as it can be; the square of the share counts."""
_ALONE = 12.0
"""What a line costs that holds one word of a longer sentence."""
_ONE_MORE = 4.0
"""What a line costs beyond as few as there can be."""

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
"""What a way to break costs, and the number of the word before which each line ends."""


def broken(
    words: Sequence[str], widths: Sequence[int], gap: int, room: int, most: int
) -> list[list[str]] | None:
    """The words in lines.

    Args:
        words: the text.
        widths: how wide each word is.
        gap: how wide the space between two words is.
        room: how wide a line may be.
        most: how many lines there may be.

    Returns:
        None where a word is wider than a line, or where so many lines are not enough.
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
    """The best ways to set the words up to each one, in one line more; lines are `usual` wide as a rule."""
    found: dict[int, _Way] = {}
    for start, (cost, ends) in before.items():
        for end, line in _lines_from(start, text, usual):
            if end not in found or cost + line < found[end][0]:
                found[end] = (cost + line, (*ends, end))
    return found


def _lines_from(start: int, text: _Text, usual: float) -> Iterator[tuple[int, float]]:
    """The lines that can begin with a word: the word before which each ends, and its cost."""
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
    """Whether a word is a sentence of its own, or all there is."""
    return not _cost_after(words[at]) and (at == 0 or not _cost_after(words[at - 1]))


def _fewest(text: _Text) -> int | None:
    """As few lines as there can be; None where a word is too wide."""
    if not text.widths or max(text.widths) > text.room:
        return None
    lines, width = 1, -text.gap
    for each in text.widths:
        if width + text.gap + each > text.room:
            lines, width = lines + 1, -text.gap
        width += text.gap + each
    return lines

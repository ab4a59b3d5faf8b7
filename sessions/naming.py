"""Words in messages: quoted, listed, and the one that was probably meant by a misspelt one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sessions.unsafe import visible

ALIKE = 0.6
"""The least similarity, from 0 to 1, at which a word is suggested; the default of `difflib`."""
LONGEST_COMPARED = 60
"""Characters; the names of parts have 40."""
MOST_COMPARED = 2000
"""Comparisons for one file: 0.2 s at the most. Fifty misspelt names and forty parts use them up."""


def quoted(text: str, most: int = 40) -> str:
    """`text` in backticks, on one line, cut after `most` characters, safe to print."""
    cut = text if len(text) <= most else text[: most - 1].rstrip() + "…"
    return f"`{visible(cut)}`"


def listed(words: Sequence[str], last: str = "or") -> str:
    """`a`, `b` or `c`."""
    ticked = [f"`{word}`" for word in words]
    return ticked[0] if len(ticked) == 1 else f"{', '.join(ticked[:-1])} {last} {ticked[-1]}"


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word a writer most likely meant, or an empty string."""
    near = _near(word, known)
    return near[0][1] if near else ""


class Guesses:
    """What the misspelt words of one file were meant to be, within a budget of comparisons.

    A file with hundreds of unknown names and hundreds of known ones would take minutes. Once the budget is
    used up, nothing is suggested.
    """

    def __init__(self, most: int = MOST_COMPARED) -> None:
        """`most` is how many times two words are compared."""
        self.left = most
        self._near: dict[tuple[str, tuple[str, ...]], list[tuple[float, str]]] = {}

    def nearest(self, word: str, known: tuple[str, ...]) -> str:
        """The known word a writer most likely meant, or an empty string."""
        near = self._look(word, known)
        return near[0][1] if near else ""

    def only_nearest(self, word: str, known: tuple[str, ...]) -> str:
        """The only known word that is a single slip away: `ajar fix` may put it in unasked.

        A slip is a letter too many, too few or wrong, or two neighbours swapped: `fro` for `for`. A capital
        is no slip: some programs put one at the beginning of a line.
        """
        low = word.lower()
        looked = [other for _, other in self._look(word, known)]
        same = [other for other in looked if other.lower() == low]
        near = same or [other for other in looked if one_slip(low, other.lower())]
        return near[0] if len(near) == 1 and len(word) > 2 else ""

    def _look(self, word: str, known: tuple[str, ...]) -> list[tuple[float, str]]:
        if len(word) > LONGEST_COMPARED or len(known) > MOST_COMPARED:
            return []
        if (word, known) not in self._near:
            if len(known) > self.left:
                return []
            self.left -= len(known)
            self._near[word, known] = _near(word, known)
        return self._near[word, known]


def one_slip(word: str, other: str) -> bool:
    """Whether two words are at a Damerau distance of one."""
    if word == other or abs(len(word) - len(other)) > 1:
        return False
    start = next((at for at, (one, two) in enumerate(zip(word, other, strict=False)) if one != two), -1)
    if start < 0:
        return True  # one is longer by its last letter
    one, two = word[start:], other[start:]
    swapped = one[:2] == two[1::-1] and one[2:] == two[2:]
    return swapped or one[1:] == two[1:] or one[1:] == two or one == two[1:]


def _near(word: str, known: Sequence[str]) -> list[tuple[float, str]]:
    """Known words that resemble a word, nearest first, each with its negated similarity."""
    return sorted(_alike(word.lower(), known)) if 0 < len(word) <= LONGEST_COMPARED else []


def _alike(word: str, known: Sequence[str]) -> Iterator[tuple[float, str]]:
    from difflib import SequenceMatcher  # noqa: PLC0415  # 3 ms, only where something went wrong

    matcher = SequenceMatcher(None, "", word, autojunk=False)
    for other in dict.fromkeys(known):
        matcher.set_seq1(other.lower())
        if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE:
            ratio = matcher.ratio()
            if ratio >= ALIKE:
                yield -ratio, other
                continue
        if len(word) > 3 and other.startswith(word):  # its end is missing
            yield -ALIKE, other

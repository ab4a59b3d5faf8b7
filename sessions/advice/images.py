"""Finds images in a text: comparisons, and stock images for what goes on inside ("waves of sadness").

No list finds every metaphor. This one finds comparisons ("like a river"), and a stock image only where it is
tied to a feeling, the mind or the breath: a cloud over the roof is a cloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sessions.advice.word_lists import Lists

_SPACES = re.compile(r"\s+")
_WORDS_OF_ONE = 4
"""How many words after a comparison are searched for a stock image: `like a slow and wide river`."""


def images(texts: Iterable[str], lists: Lists) -> list[str]:
    """The images in some texts, in their order; an image that comes back counts once."""
    return list(dict.fromkeys(image for text in texts for image in _images(text, lists)))


def _images(text: str, lists: Lists) -> Iterator[str]:
    plain = _SPACES.sub(" ", text.lower().replace("\u2019", "'"))
    for found in lists.stock_images.finditer(plain):
        yield lists.image_of[next(filter(None, found.groups()))]
    literal = {found.end() for found in lists.no_comparisons.finditer(plain)}
    for found in lists.comparisons.finditer(plain):
        if found.end() not in literal:
            yield from _compared(plain[found.end() :], lists)


def _compared(rest: str, lists: Lists) -> Iterator[str]:
    """The image after `like a`: a stock image, or the words up to the next punctuation mark."""
    words = re.findall(r"[\w']+", re.split(r"[.,;:!?\u201c\u201d]", rest)[0])[:_WORDS_OF_ONE]
    stock = [lists.image_of[word] for word in words if word in lists.image_of]
    if words:
        yield stock[0] if stock else " ".join(words[:2])

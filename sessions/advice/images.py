"""Images in a text: comparisons, and the stock images of the inside ("waves of sadness").

No list sees each metaphor. This one sees comparisons that say so, and a stock image only where it is tied
to a feeling, the mind or the breath: a cloud over the roof is a cloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sessions.advice.word_lists import Lists

_SPACES = re.compile(r"\s+")
_WORDS_OF_ONE = 4
"""Behind a comparison, among which a stock image is looked for: `like a slow and wide river`."""


def images(texts: Iterable[str], lists: Lists) -> list[str]:
    """The different images of texts, in their order; an image that comes back counts once."""
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
    """What stands behind `like a`: its stock image, or its own words up to the next sign."""
    words = re.findall(r"[\w']+", re.split(r"[.,;:!?\u201c\u201d]", rest)[0])[:_WORDS_OF_ONE]
    stock = [lists.image_of[word] for word in words if word in lists.image_of]
    if words:
        yield stock[0] if stock else " ".join(words[:2])

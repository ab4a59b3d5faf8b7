"""Recognizes a spoken text in a recording by comparing the loudness over time with a rendering of it."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from statistics import correlation, mean

from audio.tones import RATE, from_little_endian
from audio.voices.base import Wish
from audio.voices.rendering import Renderer, opened, spoken

BLOCK = 0.02
"""Seconds; shorter than a syllable."""

HEARD = 50
"""The loudness, of 32,768, above which a block holds more than a rendering's background noise."""

SAME = 0.55
"""From this correlation on, two shapes are the same text.

Different texts of the same voice stay below 0.35. The same text, with two gaps or losses of up to 0.2 s on a
busy machine, stays above 0.85; on a machine under twice the load it can handle, it came to 0.65.
"""

PIECES = 5
"""The number of pieces a text is searched in, since a busy machine may leave gaps within a text."""

SHIFT = round(0.5 / BLOCK)
"""The most blocks by which a piece may be early or late."""


@cache
def rendered(text: str, voice: str = "espeak-ng") -> tuple[int, ...]:
    """A text as this voice speaks it."""
    with contextlib.closing(Renderer(Wish(voice))) as renderer:
        opened(renderer)
        return tuple(from_little_endian(b"".join(spoken(renderer, text))))


def shape(samples: Sequence[int], rate: int) -> list[float]:
    """The loudness of each block."""
    size = round(BLOCK * rate)
    blocks = [samples[at : at + size] for at in range(0, len(samples) - size, size)]
    return [(sum(s * s for s in block) / size) ** 0.5 for block in blocks]


def likeness(heard: Sequence[int], rate: int, text: str, voice: str = "espeak-ng") -> float:
    """The correlation of a text with its best match in a recording: 1 if equal, about 0 for noise."""
    wanted, found = shape(rendered(text, voice), RATE), shape(heard, rate)
    found += [0.0] * len(wanted)
    at = max(range(len(found) - len(wanted)), key=lambda at: _fit(wanted, found, at), default=0)
    size = len(wanted) // PIECES
    return mean(
        max(
            _fit(wanted[begin : begin + size], found, place)
            for place in range(max(0, at + begin - SHIFT), at + begin + SHIFT)
        )
        for begin in range(0, size * PIECES, size)
    )


def _fit(wanted: Sequence[float], found: Sequence[float], at: int) -> float:
    part = found[at : at + len(wanted)]
    return correlation(wanted, part) if len(part) == len(wanted) and max(part) > HEARD else 0.0


def steepest(samples: Sequence[int]) -> int:
    """The largest step from one sample to the next: a click is steeper than anything in speech."""
    return max((abs(b - a) for a, b in pairwise(samples)), default=0)

"""Which text was spoken in a recording: by the shape of its loudness, beside a rendering of that text."""

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
"""How loud a block is, of 32,768, where there is more than the noise of a rendering's rest."""

SAME = 0.55
"""From here on two shapes are the same text.

Another text of the same voice stays below 0.35; one that a busy machine has broken twice, by a gap or a loss
of up to 0.2 s, stays above 0.85, and one on a machine with twice as much to do as it can came to 0.65.
"""

PIECES = 5
"""A text is looked for piece by piece: a machine that falls behind tears a gap between two of them."""

SHIFT = round(0.5 / BLOCK)
"""Blocks by which a piece may be early or late."""


@cache
def rendered(text: str, voice: str = "espeak-ng") -> tuple[int, ...]:
    """A text as this voice speaks it."""
    with contextlib.closing(Renderer(Wish(voice))) as renderer:
        opened(renderer)
        return tuple(from_little_endian(b"".join(spoken(renderer, text))))


def shape(samples: Sequence[int], rate: int) -> list[float]:
    """How loud it is, block by block."""
    size = round(BLOCK * rate)
    blocks = [samples[at : at + size] for at in range(0, len(samples) - size, size)]
    return [(sum(s * s for s in block) / size) ** 0.5 for block in blocks]


def likeness(heard: Sequence[int], rate: int, text: str, voice: str = "espeak-ng") -> float:
    """How much the loudest match of a text in a recording is like it: 1 for the same, about 0 for noise."""
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

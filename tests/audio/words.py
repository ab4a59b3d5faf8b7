"""Which text was spoken in a recording: by the shape of its loudness, beside a rendering of that text."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from statistics import correlation

from audio.tones import RATE, from_little_endian
from audio.voices.base import Wish
from audio.voices.rendering import Renderer, opened, spoken

BLOCK = 0.02
"""Seconds; shorter than a syllable."""

SAME = 0.85
"""From here on two shapes are the same text; another text of the same voice stays below 0.6."""


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
    fits = (found[at : at + len(wanted)] for at in range(len(found) - len(wanted)))
    return max((correlation(wanted, part) for part in fits if max(part) > 50), default=0.0)


def steepest(samples: Sequence[int]) -> int:
    """The largest step from one sample to the next: a click is steeper than anything in speech."""
    return max((abs(b - a) for a, b in pairwise(samples)), default=0)

"""Measures level and pitch of PCM for tests, without numpy."""

import cmath
import math
from array import array
from collections.abc import Sequence

FULL_SCALE = 32_768


def samples_of(pcm: bytes) -> "array[int]":
    return array("h", pcm[: len(pcm) // 2 * 2])


def decibels(amplitude: float) -> float:
    """An amplitude in sample units as dBFS."""
    return 20 * math.log10(max(amplitude, 1e-9) / FULL_SCALE)


def peak(samples: Sequence[int]) -> float:
    return decibels(max(map(abs, samples), default=0))


def tone_at(samples: Sequence[int], frequency: float, rate: int) -> float:
    """Amplitude of one frequency, by correlation under a Hann window (four bins wide at its base)."""
    n = len(samples)
    step = cmath.exp(-2j * math.pi * frequency / rate)
    phasor, total = 1 + 0j, 0j
    for i, sample in enumerate(samples):
        total += sample * (0.5 - 0.5 * math.cos(2 * math.pi * i / n)) * phasor
        phasor *= step
    return abs(total) * 4 / n


def loudest_near(samples: Sequence[int], frequency: float, rate: int, reach: float = 0.03) -> float:
    """The loudest frequency near a given one, within the factor `reach`, to about a thousandth."""
    steps = [frequency * (1 + reach * k / 15) for k in range(-15, 16)]
    best = max(steps, key=lambda f: tone_at(samples, f, rate))
    fine = [best * (1 + reach * k / 150) for k in range(-10, 11)]
    return max(fine, key=lambda f: tone_at(samples, f, rate))


def onsets(samples: Sequence[int], rate: int, level: float, apart: float) -> list[float]:
    """The times, in seconds, at which `level` (dB) is exceeded for the first time in `apart` seconds."""
    found: list[float] = []
    for i, sample in enumerate(samples):
        if abs(sample) > FULL_SCALE * 10 ** (level / 20) and (not found or i / rate - found[-1] > apart):
            found.append(i / rate)
    return found

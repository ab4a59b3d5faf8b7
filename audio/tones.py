"""The sounds of the bell (bowl, chime, wood), made by modal synthesis with the standard library alone.

A struck object vibrates in a few modes, each a sine that decays at its own rate. One mode is a complex number
multiplied over and over by another, slightly shorter than one; its imaginary part is the damped sine.
`itertools.accumulate` runs that recursion in C, so fourteen seconds of a bowl are ready in a fraction of a
second, and no sound file has to be shipped.
"""

import math
import sys
from array import array
from cmath import exp as cexp
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, islice, repeat
from operator import add, mul

RATE = 22_050
"""Frames a second; every clip of this package is 16-bit, mono, little-endian at this rate."""

FRAME_BYTES = 2

PEAK = round(32_767 * 10 ** (-12 / 20))
"""-12 dBFS: four bells that peak at one instant still fit without clipping."""

FADE_SECONDS = 0.2
"""The end of each tone is faded out over this long, so that no click is heard."""

INAUDIBLE = 1.5
"""A mode is dropped after this many T60, when it is 90 dB down and below the last bit of the clip."""

_BLOCK = RATE // 2  # half a second at a time, so that few complex numbers are in memory at once


@dataclass(frozen=True, slots=True)
class Mode:
    """One mode of vibration of a struck object."""

    ratio: float
    """Frequency, as a multiple of the lowest mode's."""
    t60: float
    """Seconds until the mode is 60 dB down."""
    level: float
    """Amplitude beside the other modes."""
    split: float = 0.0
    """Hz between the two sines of a pair. A bowl is never quite round, so its modes are pairs that beat."""


@dataclass(frozen=True, slots=True)
class Timbre:
    """The parameters of one tone."""

    base: float
    """Frequency of the lowest mode, in Hz."""
    attack: float
    """Seconds of the raised-cosine rise."""
    spacing: float
    """Seconds from one strike to the next when several are asked for."""
    modes: tuple[Mode, ...]


# Ratios: the table of modal frequency ratios in the Csound manual (Tibetan bowl of 180 mm, uniform aluminium
# bar, uniform wooden bar). Levels: the second and third mode stay strong, since a laptop's loudspeaker gives
# next to nothing at 220 Hz. Spacing: a bowl is struck again once the brightness of the first strike has gone
# and only its hum is left; a chime, higher and shorter, after half that time; two taps on wood 0.6 s apart
# are heard as one gesture, and not as an echo.
TIMBRES = {
    "bowl": Timbre(
        base=220.0,
        attack=0.012,
        spacing=3.0,
        modes=(
            Mode(1.0, 14.0, 1.0, 0.6),
            Mode(2.778, 5.8, 0.6, 1.1),
            Mode(5.181, 3.1, 0.35, 1.9),
            Mode(8.163, 2.0, 0.18, 2.6),
            Mode(11.661, 1.4, 0.09, 2.6),
        ),
    ),
    "chime": Timbre(
        base=880.0,
        attack=0.004,
        spacing=1.5,
        modes=(
            Mode(1.0, 6.0, 1.0),
            Mode(2.756, 3.6, 0.45),
            Mode(5.423, 1.8, 0.2),
            Mode(8.988, 0.9, 0.1),
        ),
    ),
    "wood": Timbre(
        base=640.0,
        attack=0.002,
        spacing=0.6,
        modes=(Mode(1.0, 0.16, 1.0), Mode(2.572, 0.09, 0.5), Mode(4.644, 0.05, 0.25)),
    ),
}

TONES = tuple(TIMBRES)
"""The names of tones that a session may use."""

_PAIR = (0.6, 0.4)  # unequal halves, so that the beating of the two never falls silent


def seconds(tone: str) -> float:
    """How long one strike lasts: the T60 of its slowest mode, and the fade after it."""
    return max(mode.t60 for mode in TIMBRES[tone].modes) + FADE_SECONDS


def spacing(tone: str) -> float:
    """Seconds from one strike to the next."""
    return TIMBRES[tone].spacing


@cache
def strike(tone: str) -> bytes:
    """One strike of `tone` as PCM, kept in memory once made.

    Raises:
        KeyError: there is no such tone.
    """
    samples = _synthesise(TIMBRES[tone], round(seconds(tone) * RATE))
    _rise(samples, TIMBRES[tone].attack)
    _fade(samples)
    loudest = max(map(abs, samples))
    return little_endian(array("h", map(round, map(mul, samples, repeat(PEAK / loudest)))))


def silence(seconds: float) -> bytes:
    """That many seconds of silence as PCM."""
    return bytes(FRAME_BYTES * round(seconds * RATE))


def little_endian(samples: "array[int]") -> bytes:
    """The bytes of 16-bit samples, the same on every machine."""
    if sys.byteorder == "big":
        samples = samples[:]
        samples.byteswap()
    return samples.tobytes()


def from_little_endian(pcm: bytes) -> "array[int]":
    """The 16-bit samples in `pcm`."""
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    return samples


def _synthesise(timbre: Timbre, frames: int) -> "array[float]":
    modes = [voice for mode in timbre.modes for voice in _voices(mode, timbre.base)]
    samples = array("d")
    while len(samples) < frames:
        size = min(_BLOCK, frames - len(samples))
        sounding = [wave for last, wave in modes if last > len(samples)]
        samples.extend(z.imag for z in _sum(islice(wave, size) for wave in sounding))
    return samples


def _voices(mode: Mode, base: float) -> Iterator[tuple[float, Iterator[complex]]]:
    """The damped sines of one mode, each with the frame after which it is inaudible."""
    last = INAUDIBLE * mode.t60 * RATE
    if not mode.split:
        yield last, _damped(base * mode.ratio, mode.t60, mode.level)
        return
    for side, share in zip((-0.5, 0.5), _PAIR, strict=True):
        yield last, _damped(base * mode.ratio + side * mode.split, mode.t60, mode.level * share)


def _damped(frequency: float, t60: float, level: float) -> Iterator[complex]:
    """A sine from zero that is 60 dB down after `t60` seconds; the imaginary part is the sound."""
    step = cexp(complex(-math.log(1000) / t60, math.tau * frequency) / RATE)
    return accumulate(chain((complex(level),), repeat(step)), mul)


def _sum(waves: Iterable[Iterator[complex]]) -> Iterator[complex]:
    first, *others = waves
    for other in others:
        first = map(add, first, other)
    return first


def _rise(samples: "array[float]", attack: float) -> None:
    frames = round(attack * RATE)
    for i in range(frames):
        samples[i] *= 0.5 - 0.5 * math.cos(math.pi * i / frames)


def _fade(samples: "array[float]") -> None:
    frames = round(FADE_SECONDS * RATE)
    for i in range(1, frames + 1):
        samples[-i] *= 0.5 - 0.5 * math.cos(math.pi * (i - 1) / frames)

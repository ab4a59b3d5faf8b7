"""Mixes bells and voice while they play, for backends with an open stream: miniaudio, paplay, aplay.

One thread adds clips and another takes frames (a sound callback, or a thread that feeds a pipe), so every
method takes the lock, and none waits for anything else.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from itertools import repeat
from operator import add, mul
from threading import Lock

from audio.channel import Channel
from audio.clock import now
from audio.tones import FRAME_BYTES, RATE, from_little_endian, little_endian

FADE_FRAMES = {Channel.BELL: round(0.15 * RATE), Channel.VOICE: round(0.06 * RATE)}
"""Length of a fade-out: soft, and yet short for somebody who leaves; speech, with no long tail, needs less.
"""

STALL_SECONDS = 4.0
"""A stream that takes no frames for this long while a clip plays counts as dead."""

VOICES = 8
"""At most this many clips at once; the oldest is dropped."""


LEVEL_FRAMES = round(0.2 * RATE)
"""Length of the ramp from silence to full loudness, when a level is changed while something sounds."""


@dataclass(slots=True)
class _Level:
    """How loud a channel is, and how loud it should become, as factors."""

    now: float = 1.0
    wanted: float = 1.0

    def apply(self, samples: "array[int]", frames: int) -> "array[int]":
        """The samples at this loudness; a change is a ramp, which may go on into the next block."""
        first, step = self.now, frames / LEVEL_FRAMES
        self.now = max(self.wanted, first - step) if self.wanted < first else min(self.wanted, first + step)
        if first == self.now:
            return samples if first == 1.0 else array("h", map(int, map(mul, samples, repeat(first))))
        slope = (self.now - first) / frames
        return array("h", (int(sample * (first + slope * i)) for i, sample in enumerate(samples)))


@dataclass(slots=True)
class _Voice:
    samples: "array[int]"
    channel: Channel = Channel.BELL
    at: int = 0
    fading_since: int | None = None

    def take(self, frames: int) -> "array[int]":
        """The next frames, fewer at the end of the clip or of the ramp."""
        end = self.at + frames
        if self.fading_since is not None:
            end = min(end, self.fading_since + FADE_FRAMES[self.channel])
        taken = self.samples[self.at : max(end, self.at)]
        if self.fading_since is not None:
            whole = FADE_FRAMES[self.channel]
            first = whole - (self.at - self.fading_since)
            ramp = range(first, first - len(taken), -1)
            taken = array("h", (s * left // whole for s, left in zip(taken, ramp, strict=True)))
        self.at += len(taken)
        return taken


class Mixer:
    """Clips that start at once, fade together, and are summed."""

    def __init__(self, clock: Callable[[], float] = now) -> None:
        self._clock = clock
        self._lock = Lock()
        self._voices: list[_Voice] = []
        self._levels = {channel: _Level() for channel in Channel}
        self._taken_at = clock()

    def add(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:
        """Start a clip at the next frame."""
        with self._lock:
            if not self._voices:
                self._taken_at = self._clock()
            self._voices = [*self._voices[1 - VOICES :], _Voice(from_little_endian(pcm), channel)]

    def fade_out(self, channel: Channel | None = None) -> None:
        """Fade all clips, or those of one channel, to silence; clips added later are not affected."""
        with self._lock:
            for voice in self._voices:
                if voice.fading_since is None and channel in (None, voice.channel):
                    voice.fading_since = voice.at

    def set_level(self, channel: Channel, level: float) -> None:
        """Set how loud a channel is, as a factor from 0 to 1: over a ramp if it is playing, else at once."""
        with self._lock:
            self._levels[channel].wanted = level
            if all(voice.channel is not channel for voice in self._voices):
                self._levels[channel].now = level

    def frames(self, count: int) -> bytes:
        """The next `count` frames; silence where there is no clip."""
        with self._lock:
            if self._voices:
                self._taken_at = self._clock()
            parts = [(voice, voice.take(count)) for voice in self._voices]
            self._voices = [voice for voice, taken in parts if len(taken) == count]
            sums = [self._of(channel, parts, count) for channel in Channel]
        return _mix([samples for samples in sums if samples]).ljust(count * FRAME_BYTES, b"\0")

    def _of(self, channel: Channel, parts: "list[tuple[_Voice, array[int]]]", count: int) -> "array[int]":
        """The sum of one channel's clips, at its level."""
        taken = [samples for voice, samples in parts if voice.channel is channel]
        return self._levels[channel].apply(_sum(taken), count) if taken else array("h")

    @property
    def sounding(self) -> bool:
        """Whether any clip has frames left."""
        return bool(self._voices)

    @property
    def idle_seconds(self) -> float:
        """Seconds since frames of a clip were last taken."""
        return self._clock() - self._taken_at

    @property
    def stalled(self) -> bool:
        """Whether a clip is waiting to be played and no frames are being taken."""
        return self.sounding and self.idle_seconds > STALL_SECONDS


def _mix(parts: "list[array[int]]") -> bytes:
    return little_endian(_sum(parts)) if parts else b""


def _sum(parts: "list[array[int]]") -> "array[int]":
    total, *others = sorted(parts, key=len, reverse=True)
    for part in others:
        total[: len(part)] = array("h", map(_clip, map(add, total, part)))
    return total


def _clip(sample: int) -> int:
    return max(-32_768, min(32_767, sample))


def scaled(pcm: bytes, level: float) -> bytes:
    """A clip at another loudness, for backends that do not use a mixer."""
    if level == 1.0:
        return pcm
    return little_endian(array("h", map(int, map(mul, from_little_endian(pcm), repeat(level)))))

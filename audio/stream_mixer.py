"""Several clips into one stream of frames, for backends that keep a stream open.

The mixer is filled by one thread and emptied by another (a sound callback, a thread that feeds a pipe), so
every method takes its lock, and none of them waits for anything else.
"""

from array import array
from collections.abc import Callable
from dataclasses import dataclass
from operator import add
from threading import Lock

from audio.clock import now
from audio.tones import FRAME_BYTES, RATE, from_little_endian, little_endian

FADE_FRAMES = round(0.15 * RATE)
"""Length of the ramp when a bell is asked to stop: soft to the ear, short beside the wish to leave."""

STALL_SECONDS = 4.0
"""A stream that has asked for nothing for this long while a bell sounds is taken for dead."""

VOICES = 8
"""At most so many clips at once; the oldest gives way."""


@dataclass(slots=True)
class _Voice:
    samples: "array[int]"
    at: int = 0
    fading_since: int | None = None

    def take(self, frames: int) -> "array[int]":
        """The next frames, fewer at the end of the clip or of the ramp."""
        end = self.at + frames
        if self.fading_since is not None:
            end = min(end, self.fading_since + FADE_FRAMES)
        taken = self.samples[self.at : max(end, self.at)]
        if self.fading_since is not None:
            first = FADE_FRAMES - (self.at - self.fading_since)
            ramp = range(first, first - len(taken), -1)
            taken = array("h", (s * left // FADE_FRAMES for s, left in zip(taken, ramp, strict=True)))
        self.at += len(taken)
        return taken


class Mixer:
    """Voices that start at once, fade together, and add up."""

    def __init__(self, clock: Callable[[], float] = now) -> None:
        self._clock = clock
        self._lock = Lock()
        self._voices: list[_Voice] = []
        self._taken_at = clock()

    def add(self, pcm: bytes) -> None:
        """Let a clip sound from the next frame on."""
        with self._lock:
            if not self._voices:
                self._taken_at = self._clock()
            self._voices = [*self._voices[1 - VOICES :], _Voice(from_little_endian(pcm))]

    def fade_out(self) -> None:
        """Draw all that sounds to nothing; clips added later are not touched."""
        with self._lock:
            for voice in self._voices:
                if voice.fading_since is None:
                    voice.fading_since = voice.at

    def frames(self, count: int) -> bytes:
        """The next `count` frames, silence where nothing sounds."""
        with self._lock:
            if self._voices:
                self._taken_at = self._clock()
            parts = [(voice, voice.take(count)) for voice in self._voices]
            self._voices = [voice for voice, taken in parts if len(taken) == count]
        return _mix([taken for _, taken in parts]).ljust(count * FRAME_BYTES, b"\0")

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
        """Whether a bell sounds and nobody takes it."""
        return self.sounding and self.idle_seconds > STALL_SECONDS


def _mix(parts: "list[array[int]]") -> bytes:
    if not parts:
        return b""
    if len(parts) == 1:
        return little_endian(parts[0])
    parts.sort(key=len, reverse=True)
    total = parts[0]
    for part in parts[1:]:
        total[: len(part)] = array("h", map(_clip, map(add, total, part)))
    return little_endian(total)


def _clip(sample: int) -> int:
    return max(-32_768, min(32_767, sample))

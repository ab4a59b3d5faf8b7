"""Sound through simpleaudio, where that library is safe to use.

The library copies nothing: it plays straight from the buffer it was given. A fade is therefore a ramp written
into the part of the buffer that has not been played yet.
"""

import sys
from array import array
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from typing import Any

from audio.backends.base import SoundError
from audio.channel import Channel
from audio.clock import now
from audio.stream_mixer import STALL_SECONDS, scaled
from audio.tones import FRAME_BYTES, RATE, from_little_endian, silence

FADE_AHEAD = 0.2
"""Seconds of buffer that a fade leaves as they are, because the library has passed them on already."""

FADE_SECONDS = 0.06

EARLY_SECONDS = 0.5
"""A clip that ends by more than this too soon was cut off; the library reads up to 0.2 s ahead."""


def unsafe() -> str:
    """Why simpleaudio must not be loaded here; empty if it may be.

    simpleaudio 1.0.4, the last release, ends the interpreter with a segmentation fault each time a sound ends
    on Python 3.12 and later. `simpleaudio-patched` is the same module without the fault.
    """
    if sys.version_info >= (3, 12) and _is_installed("simpleaudio"):
        return "the installed release crashes on Python 3.12 and later; simpleaudio-patched does not"
    return ""


@dataclass(slots=True)
class _Sound:
    playing: Any
    samples: "array[int]"
    began: float
    channel: Channel = Channel.BELL
    stopped: bool = False

    @property
    def ends(self) -> float:
        return self.began + len(self.samples) / RATE


class Simpleaudio:
    """One stream for each clip; the sound server mixes them."""

    name = "simpleaudio"
    detail = ""
    open_limit = 4.0

    def __init__(self) -> None:
        self._library: Any = None
        self._sounds: list[_Sound] = []
        self._levels = dict.fromkeys(Channel, 1.0)

    def open(self) -> None:
        """Play a moment of silence: the library has no other way to find out whether a device answers."""
        if reason := unsafe():
            raise SoundError(reason)
        try:
            import simpleaudio  # noqa: PLC0415 - a sound library is loaded only in the process that plays
        except (ImportError, OSError) as error:
            raise SoundError("it is not installed") from error
        self._library = simpleaudio
        self._start(silence(0.05), Channel.BELL)
        self._sounds.clear()
        self.detail = "ALSA" if sys.platform == "linux" else "the system's sound"

    def play(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:
        """Start one clip in a stream of its own."""
        self._start(scaled(pcm, self._levels[channel]), channel)

    def set_level(self, channel: Channel, level: float) -> None:
        """Set how loud the next clips of a channel are; a lower level fades out clips that are playing."""
        if level < self._levels[channel]:
            self.fade_out(channel)
        self._levels[channel] = level

    def fade_out(self, channel: Channel | None = None) -> None:
        """Overwrite what has not been played yet with a ramp and then silence."""
        for sound in self._sounds:
            if not sound.stopped and channel in (None, sound.channel):
                sound.stopped = True
                _ramp_down(sound.samples, round((now() - sound.began + FADE_AHEAD) * RATE))
                sound.began = now() + FADE_AHEAD + FADE_SECONDS - len(sound.samples) / RATE

    def tend(self) -> None:
        """Forget streams that have ended; notice one that ended too soon, or is overdue."""
        for sound in list(self._sounds):
            late = now() - sound.ends
            if sound.playing.is_playing():
                if sound.stopped and late > EARLY_SECONDS:
                    sound.playing.stop()
                if late > STALL_SECONDS:
                    raise SoundError("the sound server stopped taking sound")
                continue
            self._sounds.remove(sound)
            if late < -EARLY_SECONDS and not sound.stopped:
                raise SoundError("the sound server went away")

    @property
    def sounding(self) -> bool:
        """Whether any clip is still playing."""
        return any(sound.ends > now() for sound in self._sounds)

    @property
    def busy(self) -> bool:
        """Whether any stream is open."""
        return bool(self._sounds)

    def close(self) -> None:
        """Ask every stream to end."""
        sounds, self._sounds = self._sounds, []
        for sound in sounds:
            sound.playing.stop()

    def _start(self, pcm: bytes, channel: Channel) -> None:
        samples = from_little_endian(pcm)
        began = now()
        try:
            playing = self._library.play_buffer(samples, 1, FRAME_BYTES, RATE)
        except self._library._simpleaudio.SimpleaudioError as error:  # noqa: SLF001 - the library exports it nowhere else
            raise SoundError("the sound card could not be opened") from error
        self._sounds.append(_Sound(playing, samples, began, channel))


def _ramp_down(samples: "array[int]", start: int) -> None:
    frames = round(FADE_SECONDS * RATE)
    silent_from = min(start + frames, len(samples))
    for i in range(start, silent_from):
        samples[i] = samples[i] * (start + frames - i) // frames
    for i in range(silent_from, len(samples)):
        samples[i] = 0


def _is_installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True

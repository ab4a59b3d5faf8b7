"""Sound through miniaudio: one device, kept open, and stopped while nothing plays."""

import atexit
import sys
from collections.abc import Generator
from typing import Any

from audio.backends.base import SoundError
from audio.channel import Channel
from audio.stream_mixer import Mixer
from audio.tones import RATE

PERIOD_MS = 33
PERIODS = 3
"""Three periods make a buffer of 100 ms: short ones start a bell soon, three outlast a busy moment."""

REST_SECONDS = 0.5
"""The device is stopped when this much silence has followed the last frame, so that no tail is cut off."""


class Miniaudio:
    """A device fed by a generator that mixes the clips."""

    name = "miniaudio"
    detail = ""
    open_limit = 4.0

    def __init__(self) -> None:
        self._mixer = Mixer()
        self._device: Any = None
        self._running = False
        self._lost = False

    def open(self) -> None:
        """Connect to the sound server, without starting the stream.

        On Linux only PulseAudio and ALSA are tried; miniaudio would otherwise fall back to its null device.
        """
        try:
            import miniaudio  # noqa: PLC0415 - a sound library is loaded only in the process that plays
        except (ImportError, OSError) as error:
            raise SoundError("it is not installed") from error
        linux = [miniaudio.Backend.PULSEAUDIO, miniaudio.Backend.ALSA]
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=linux if sys.platform == "linux" else None,
                app_name="ajar",
            )
        except miniaudio.MiniaudioError as error:
            raise SoundError("no sound server and no sound card answered") from error
        self.detail = self._device.backend
        atexit.register(self.close)

    def play(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:
        """Start one clip, and the stream if it is stopped."""
        self._mixer.add(pcm, channel)
        if not self._running:
            self._start()

    def fade_out(self, channel: Channel | None = None) -> None:
        """Fade everything, or one channel, to silence over the mixer's ramp."""
        self._mixer.fade_out(channel)

    def set_level(self, channel: Channel, level: float) -> None:
        """Set how loud a channel is from now on."""
        self._mixer.set_level(channel, level)

    def tend(self) -> None:
        """Notice a stream that ended or stalled; stop one that has nothing left to play."""
        if self._lost:
            raise SoundError("the sound server went away")
        if self._mixer.stalled:
            raise SoundError("the sound server stopped taking sound")
        if self._running and not self._mixer.sounding and self._mixer.idle_seconds > REST_SECONDS:
            self._stop()

    @property
    def sounding(self) -> bool:
        """Whether the mixer has frames left."""
        return self._mixer.sounding

    @property
    def busy(self) -> bool:
        """Whether the stream runs."""
        return self._running

    def close(self) -> None:
        """Stop and close the device; left running, it would hang the interpreter at exit."""
        atexit.unregister(self.close)
        device, self._device, self._running = self._device, None, False
        if device is not None:
            device.stop_callback = None
            device.close()

    def _start(self) -> None:
        from miniaudio import MiniaudioError  # noqa: PLC0415 - see `open`

        stream = _stream(self._mixer)
        next(stream)
        try:
            self._device.start(stream)
        except MiniaudioError as error:
            raise SoundError("the sound server would not start a stream") from error
        self._running = True
        self._device.stop_callback = self._on_stop

    def _stop(self) -> None:
        from miniaudio import MiniaudioError  # noqa: PLC0415 - see `open`

        self._running = False
        self._device.stop_callback = None
        try:
            self._device.stop()
        except MiniaudioError as error:
            raise SoundError("the sound server would not stop a stream") from error

    def _on_stop(self) -> None:
        """Called by the sound thread when the stream ends by itself."""
        self._lost = True


def _stream(mixer: Mixer) -> Generator[bytes, int, None]:
    frames = yield b""
    while True:
        frames = yield mixer.frames(frames)

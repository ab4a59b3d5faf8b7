"""The interface of a sound backend."""

from typing import Protocol

from audio.channel import Channel


class SoundError(Exception):
    """This backend cannot make sound; the message is one clause in plain words."""


class Backend(Protocol):
    """A way of making sound, to be used from one thread only.

    A call may block for as long as the sound server does, which is why only the helper process uses one.
    Any call may raise `SoundError`, after which the backend is only good for `close`.
    """

    name: str
    """Its name in the settings."""
    detail: str
    """What it plays through, known once it is open."""
    open_limit: float
    """Seconds after which an `open` that has not returned is given up."""

    def open(self) -> None:
        """Reach the sound server, far enough to know that it answers."""

    def play(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:
        """Start one clip; clips that are playing go on."""

    def fade_out(self, channel: Channel | None = None) -> None:
        """Fade everything, or one channel, to silence, as smoothly as this backend can."""

    def set_level(self, channel: Channel, level: float) -> None:
        """Set how loud a channel is from now on, as a factor from 0 to 1.

        A backend that cannot change a clip while it plays fades the clip out if it should become softer.
        """

    def tend(self) -> None:
        """Check on the clips that are playing; this is where faults are noticed."""

    @property
    def sounding(self) -> bool:
        """Whether anything can still be heard."""

    @property
    def busy(self) -> bool:
        """Whether `tend` should be called again soon."""

    def close(self) -> None:
        """Release everything; never raises, and may be called twice."""

"""What every way of making sound has in common."""

from typing import Protocol

from audio.channel import Channel


class SoundError(Exception):
    """Sound cannot be made this way; the message is one clause in plain words."""


class Backend(Protocol):
    """A way of making sound, used by one thread.

    Any call may take as long as the sound server likes, which is why only the helper process has one.
    Any call may raise `SoundError`, after which the backend is only good for `close`.
    """

    name: str
    """What a setting calls it."""
    detail: str
    """What it plays through, known once it is open."""
    open_limit: float
    """Seconds after which an `open` that has not come back never will."""

    def open(self) -> None:
        """Reach the sound server, far enough to know that it answers."""

    def play(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:
        """Start one clip beside whatever sounds already."""

    def fade_out(self, channel: Channel | None = None) -> None:
        """Draw everything that sounds, or all of one channel, to nothing, as softly as this way allows."""

    def set_level(self, channel: Channel, level: float) -> None:
        """How loud a channel is from now on, as a factor from 0 to 1.

        A way that can't change the loudness of what sounds fades it out where it should become softer.
        """

    def tend(self) -> None:
        """Look after what is under way; the place where a fault is noticed."""

    @property
    def sounding(self) -> bool:
        """Whether anything can still be heard."""

    @property
    def busy(self) -> bool:
        """Whether `tend` should be called again soon."""

    def close(self) -> None:
        """Let go of everything; never raises, and may be called twice."""

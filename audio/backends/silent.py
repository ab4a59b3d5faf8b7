"""No sound at all, on purpose or because nothing else works."""

from audio.channel import Channel


class Silent:
    """Takes every bell and makes no sound."""

    name = "silent"
    detail = "no sound"
    open_limit = 1.0
    sounding = False
    busy = False

    def open(self) -> None:
        """Nothing to reach."""

    def play(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:
        """Nothing is heard."""

    def fade_out(self, channel: Channel | None = None) -> None:
        """Nothing sounds."""

    def set_level(self, channel: Channel, level: float) -> None:
        """Nothing is loud or soft."""

    def tend(self) -> None:
        """Nothing can fail."""

    def close(self) -> None:
        """Nothing to let go of."""

"""No sound at all, on purpose or because nothing else works."""


class Silent:
    """Takes every bell and makes no sound."""

    name = "silent"
    detail = "no sound"
    open_limit = 1.0
    sounding = False
    busy = False

    def open(self) -> None:
        """Nothing to reach."""

    def play(self, pcm: bytes) -> None:
        """Nothing is heard."""

    def fade_out(self) -> None:
        """Nothing sounds."""

    def tend(self) -> None:
        """Nothing can fail."""

    def close(self) -> None:
        """Nothing to let go of."""

"""A voice of the person's own: any command that reads text on stdin and writes WAV to stdout."""

import shlex
import shutil
from collections.abc import Iterator

from audio.voices.base import VoiceError, Wish
from audio.voices.clip import clip
from audio.voices.program import heard_from

LIMIT_SECONDS = 10.0
"""A prompt is made one beat ahead, so this is enough; a command that hangs is given up then."""


class Command:
    """Runs the command once for each text, so that its intonation carries from sentence to sentence."""

    name = "command"

    def __init__(self, wish: Wish) -> None:
        self._wish = wish
        self._argv: list[str] = []
        self.detail = ""

    def open(self) -> None:
        """Find the program; it is not run yet."""
        if not self._wish.command.strip():
            raise VoiceError("the settings name no command")
        try:
            self._argv = shlex.split(self._wish.command)
        except ValueError:
            raise VoiceError("the command in the settings has a quote without its twin") from None
        if shutil.which(self._argv[0]) is None:
            raise VoiceError(f"{self._argv[0]} was not found")
        self.detail = self._argv[0]

    def parts(self, text: str) -> Iterator[bytes]:
        """The whole text in one part; rate and language are in the environment of the command."""
        told = {"AJAR_RATE": str(self._wish.rate), "AJAR_LANGUAGE": self._wish.language}
        yield clip(heard_from(self._argv, text, LIMIT_SECONDS, more_env=told))

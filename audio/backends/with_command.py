"""Sound through a program that most systems have: pw-play, paplay, aplay or afplay."""

import shutil

from audio.backends.base import SoundError
from audio.backends.children import PROBE_SECONDS
from audio.backends.file_program import FileProgram
from audio.backends.stream_program import StreamProgram
from audio.channel import Channel
from audio.tones import RATE

STREAM_OPTIONS = {
    "paplay": f"--raw --format=s16le --rate={RATE} --channels=1 --latency-msec=100 --client-name=ajar",
    "aplay": f"-q -t raw -f S16_LE -r {RATE} -c 1 --buffer-time=100000",
}
"""Programs that play a stream, and the options for our format and a buffer of 100 ms."""

PROGRAMS = ("pw-play", "paplay", "aplay", "afplay")
"""In the order in which they are tried; PipeWire, which most systems use today, comes first."""


class Command:
    """The first program on the PATH that can play a moment of silence without an error."""

    name = "command"
    detail = ""
    open_limit = PROBE_SECONDS * len(PROGRAMS) + 2

    def __init__(self) -> None:
        self._player: StreamProgram | FileProgram | None = None

    def open(self) -> None:
        """Try each program in turn."""
        reasons = []
        for program in PROGRAMS:
            try:
                self._player = _opened(program)
            except SoundError as error:
                reasons.append(str(error))
            else:
                self.detail = program
                return
        raise SoundError(", ".join(reasons))

    def play(self, pcm: bytes, channel: Channel = Channel.BELL) -> None:
        """Start one clip."""
        if self._player:
            self._player.play(pcm, channel)

    def fade_out(self, channel: Channel | None = None) -> None:
        """Fade a stream, or stop the processes that play files."""
        if self._player:
            self._player.fade_out(channel)

    def set_level(self, channel: Channel, level: float) -> None:
        """Set how loud a channel is from now on."""
        if self._player:
            self._player.set_level(channel, level)

    def tend(self) -> None:
        """Collect processes that have ended; notice one that failed or hangs."""
        if self._player:
            self._player.tend()

    @property
    def sounding(self) -> bool:
        """Whether a bell still plays."""
        return self.busy

    @property
    def busy(self) -> bool:
        """Whether a process is running."""
        return bool(self._player and self._player.busy)

    def close(self) -> None:
        """End every process and remove the files."""
        player, self._player = self._player, None
        if player:
            player.close()


def _opened(program: str) -> StreamProgram | FileProgram:
    path = shutil.which(program)
    if path is None:
        raise SoundError(f"{program} is not installed")
    options = STREAM_OPTIONS.get(program)
    player = FileProgram(path) if options is None else StreamProgram([path, *options.split()])
    try:
        player.open()
    except SoundError:
        player.close()
        raise
    return player

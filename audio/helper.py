"""The process that owns the sound device and strikes bells live, so that no sound server disturbs a screen.

`python -m audio.helper [--backend NAME] [--avoid NAME]…` reads commands on stdin, one JSON object a line, and
answers on stdout (`audio.wire` lists both). Whatever sound libraries print is discarded.

It has one thread; spoken clips are made in another process (`audio.voices.renderer`). If a call never returns
(a frozen sound server), an alarm signal ends the whole process, whatever lock the library holds; the player
sees that in the exit code. The process also ends when its stdin does, whether its parent exited or was
killed.
"""

import argparse
import contextlib
import os
import select
import signal
import sys
from collections.abc import Iterator

from audio import tones
from audio.backends.base import Backend, SoundError
from audio.backends.choose import AUTO, choose
from audio.channel import Channel
from audio.clock import now
from audio.speaking import Outlets, Speaking
from audio.stream_mixer import scaled
from audio.voices.base import wish_of
from audio.voices.rendering import Renderer
from audio.wire import line, message

CALL_SECONDS = 4.0
"""A sound server that has not returned from a call by then counts as frozen."""

LATE_SECONDS = 2.0
"""A bell that cannot be started within this time of its request is left out: a late one would mislead."""

TEND_SECONDS = 0.25
"""How often `Backend.tend` is called while something plays; otherwise the process only waits."""

LEAVE_SECONDS = 0.6
"""The most that each half of a shutdown may take: the fade, and closing the device."""

FADE_WAIT_SECONDS = 0.36
"""How long to wait for the last fade; the slowest backend needs 0.15 s plus what it has read ahead."""

BUFFER_SECONDS = 0.1
"""Seconds of sound that the sound server has buffered but not played yet."""

STRIKES = 12
"""The most strikes one command may ask for."""

DUCKED = 0.2
"""The factor to which a bell is ducked while words are heard: about -14 dB."""

TICK = 0.25
"""The tick's loudness as a factor of a bell's of the same tone: audible in a quiet room only, on purpose."""


class Helper:
    """Reads commands, plays each strike when it is due, and reports what happens."""

    def __init__(self, backend: Backend, commands: int, answers: int) -> None:
        self._backend = backend
        self._commands = commands
        self._answers = answers
        self._unread = b""
        self._due: list[tuple[float, str]] = []
        self._last: int | None = None
        self._unmade = list(tones.TONES)
        self._levels = dict.fromkeys(Channel, 1.0)
        self._ducked = False
        self.speaking = Speaking(Outlets(self._utter, self._fade_voice, self._duck, self.say))

    def run(self) -> None:
        """Serve until stdin ends, then fade out and close the device.

        Raises:
            SoundError: the backend failed.
        """
        while self._read(self._patience()):
            self._strike()
            self.speaking.step()
            self._tend()
            self._make_ahead()
        self.speaking.close()
        with deadline(LEAVE_SECONDS), contextlib.suppress(SoundError):
            self._soften()

    def say(self, **fields: object) -> None:
        """Write one message; a parent that no longer reads is not an error."""
        with contextlib.suppress(OSError):
            os.write(self._answers, line(**fields))

    def _patience(self) -> float | None:
        """How long to wait for a command, in seconds, before something else is due; None without limit."""
        waits = [max(0.0, due - now()) for due, _ in self._due[:1]]
        if (speaks := self.speaking.patience()) is not None:
            waits.append(speaks)
        waits += [0.0] * self._has_leisure
        if self._backend.busy:
            waits.append(TEND_SECONDS)
        return min(waits, default=None)

    def _read(self, patience: float | None) -> bool:
        """Wait for commands and clips, and handle them; False when stdin has ended."""
        renderer = self.speaking.renderer
        sources: list[int | Renderer] = [self._commands]
        if isinstance(renderer, Renderer):
            sources.append(renderer)
        ready = select.select(sources, [], [], patience)[0]
        if self._commands in ready and not self._read_commands():
            return False
        if renderer in ready and isinstance(renderer, Renderer) and renderer is self.speaking.renderer:
            for report in renderer.reports():
                self.speaking.heard(report)
        return True

    def _read_commands(self) -> bool:
        chunk = os.read(self._commands, 65_536)
        *whole, self._unread = (self._unread + chunk).split(b"\n")
        for text in whole:
            self._follow(message(text))
        return bool(chunk)

    def _follow(self, command: dict[str, object]) -> None:
        match command:
            case {"do": "play", "tone": str(tone), "strikes": int(strikes), "at": float(at), "id": int(last)}:
                self._last = last
                if tone in tones.TONES and now() - at < LATE_SECONDS:
                    spacing = tones.spacing(tone)
                    self._due += [(now() + spacing * k, tone) for k in range(min(strikes, STRIKES))]
                    self._due.sort()
            case {"do": "fade"}:
                self._due.clear()
                self.speaking.hush()
                with deadline(CALL_SECONDS):
                    self._backend.fade_out()
            case {"do": "tick"}:
                with deadline(CALL_SECONDS):
                    self._backend.play(scaled(tones.strike("wood"), TICK))
            case {"do": "level", **levels}:
                for channel in Channel:
                    if isinstance(level := levels.get(channel.value), int | float):
                        self._levels[channel] = min(1.0, max(0.0, level))
                self._set_levels()
            case _:
                self._follow_voice(command)

    def _follow_voice(self, command: dict[str, object]) -> None:
        match command:
            case {"do": "voice", "wish": wish}:
                self.speaking.use(wish_of(wish))
            case {"do": "ahead", "texts": list(texts)}:
                self.speaking.ahead(str(text) for text in texts)
            case {"do": "speak", "texts": list(texts), "at": float(at), "id": int(last)}:
                self._last = last
                self.speaking.speak((str(text) for text in texts), at)
            case {"do": "sample", "texts": list(texts), "at": float(at)} if not self.speaking.busy:
                self.speaking.speak((str(text) for text in texts), at)
            case {"do": "hush"}:
                self.speaking.hush()
            case {"do": "hold"}:
                self.speaking.hold()
            case {"do": "go_on"}:
                self.speaking.go_on()

    def _utter(self, pcm: bytes) -> None:
        with deadline(CALL_SECONDS):
            self._backend.play(pcm, Channel.VOICE)

    def _fade_voice(self) -> None:
        with deadline(CALL_SECONDS):
            self._backend.fade_out(Channel.VOICE)

    def _duck(self, ducked: bool) -> None:  # noqa: FBT001  # the callback takes one bool
        self._ducked = ducked
        self._set_levels()

    def _set_levels(self) -> None:
        bell = self._levels[Channel.BELL] * (DUCKED if self._ducked else 1.0)
        with deadline(CALL_SECONDS):
            self._backend.set_level(Channel.BELL, bell)
            self._backend.set_level(Channel.VOICE, self._levels[Channel.VOICE])

    def _strike(self) -> None:
        while self._due and self._due[0][0] <= now():
            _, tone = self._due.pop(0)
            self.speaking.bell_struck()
            with deadline(CALL_SECONDS):
                self._backend.play(tones.strike(tone))

    @property
    def _has_leisure(self) -> bool:
        """Whether a tone may be computed ahead: while a clip plays, that would be heard as a gap in it."""
        idle = not self._due and not self._backend.busy and not self.speaking.busy
        return bool(self._unmade) and idle

    def _make_ahead(self) -> None:
        """Compute one tone, which takes a fraction of a second; commands are read before the next one."""
        if self._has_leisure:
            tones.strike(self._unmade.pop(0))

    def _tend(self) -> None:
        with deadline(CALL_SECONDS):
            self._backend.tend()
        quiet = not self._due and not self._backend.busy and not self.speaking.busy
        if self._last is not None and quiet:
            self.say(say="quiet", id=self._last)
            self._last = None

    def _soften(self) -> None:
        """Fade everything out, and wait until the end of the ramp has been played."""
        if not self._backend.sounding:
            return
        self._backend.fade_out()
        until = now() + FADE_WAIT_SECONDS
        while self._backend.sounding and now() < until:
            select.select([], [], [], 0.02)
            self._backend.tend()
        select.select([], [], [], BUFFER_SECONDS)


@contextlib.contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """End this process by SIGALRM if the block takes longer.

    The signal keeps its default action, so it also works while a library holds the interpreter lock.
    """
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def main(argv: list[str] | None = None) -> None:
    """Open a backend, report which one, and serve; write nothing but messages on `stdout`."""
    parser = argparse.ArgumentParser(prog="audio.helper")
    parser.add_argument("--backend", default=AUTO)
    parser.add_argument("--avoid", action="append", default=[])
    wanted = parser.parse_args(argv)
    answers = _be_quiet()
    try:
        _serve(wanted.backend, wanted.avoid, answers)
    except SoundError as error:
        with contextlib.suppress(OSError):
            os.write(answers, line(say="fault", reason=str(error)))
    os._exit(0)  # sound threads may still run; a normal exit would wait for them or crash in them


def _serve(wanted: str, avoid: list[str], answers: int) -> None:
    def before_open(backend: Backend) -> None:
        with contextlib.suppress(OSError):
            os.write(answers, line(say="trying", backend=backend.name))
        signal.setitimer(signal.ITIMER_REAL, backend.open_limit)

    choice = choose(wanted, avoid, before_open)
    signal.setitimer(signal.ITIMER_REAL, 0)
    backend = choice.backend
    helper = Helper(backend, sys.stdin.fileno(), answers)
    helper.say(say="ready", backend=backend.name, detail=backend.detail, passed_over=choice.passed_over)
    try:
        helper.run()
    finally:
        helper.speaking.close()
        with deadline(LEAVE_SECONDS):
            backend.close()


def _be_quiet() -> int:
    """Discard what libraries print; ignore signals meant for the terminal.

    Returns:
        A private file descriptor for the original stdout.
    """
    answers = os.dup(sys.stdout.fileno())
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    os.close(nowhere)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    return answers


if __name__ == "__main__":
    main()

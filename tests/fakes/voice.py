"""A run that speaks: the real engine, performer-side voice and helper-side voice, with a clock by hand."""

from __future__ import annotations

from collections.abc import Sequence

from audio.speaking import Outlets, Speaking
from audio.tones import FRAME_BYTES, RATE
from audio.voices.base import Wish
from audio.voices.rendering import Made, Part
from audio.voices.texts import seconds_to_say, sentences
from sessions.engine import events as ev
from sessions.engine.effects import Effect
from sessions.engine.events import Event
from sessions.engine.state import Repertoire
from sessions.written import Track
from tests.fakes.clock import FakeClock
from tui.run.runner import Runner
from tui.run.sound import Sound
from tui.run.voice import Voice
from tui.settings import Settings

TICK = 1 / RATE


class Clip(bytes):
    """A sentence in place of its sound, and as long as that is: the voice looks at nothing but the length."""

    __slots__ = ()

    def __len__(self) -> int:
        return round(seconds_to_say(self.decode(), 130) * RATE) * FRAME_BYTES


class HelperWithin:
    """In place of the player: a helper's voice in this process, beside a renderer that is as quick as told.

    Attributes:
        heard: every sentence that has begun to sound, with its time.
    """

    def __init__(self, clock: FakeClock, *, slow: bool = False) -> None:
        self.clock = clock
        self.slow = slow
        self.heard: list[tuple[float, str]] = []
        self._asked: tuple[int, str] | None = None
        self.speaking = Speaking(
            Outlets(self._play, lambda: None, lambda _: None, lambda **_: None, self._start, clock.now)
        )

    def _start(self, _wish: Wish, _avoid: list[str]) -> HelperWithin:
        return self

    def ask(self, number: int, text: str) -> None:
        self._asked = (number, text)

    def close(self) -> None:
        """Nothing to end."""

    def _play(self, pcm: bytes) -> None:
        self.heard.append((self.clock.now(), pcm.decode()))

    def deliver(self) -> None:
        """Make what was asked for."""
        while self._asked is not None:
            (number, text), self._asked = self._asked, None
            for sentence in sentences(text):
                self.speaking.heard(Part(number, Clip(sentence.encode()), "fake"))
            self.speaking.heard(Made(number))
            self.speaking.step()

    def step(self) -> None:
        """As the helper would between two things to read."""
        self.speaking.step()
        if not self.slow:
            self.deliver()
        self.speaking.step()

    def start(self) -> None:
        """It runs already."""

    def play(self, _tone: str, _strikes: int = 1) -> None:
        self.speaking.bell_struck()

    def set_levels(self, *_levels: float) -> None:
        """Loudness is not heard here."""

    def use_voice(self, wish: Wish) -> None:
        self.speaking.use(wish)

    def ahead(self, texts: Sequence[str]) -> None:
        self.speaking.ahead(texts)

    def speak(self, texts: Sequence[str]) -> None:
        self.speaking.speak(texts, self.clock.now())

    def hush(self) -> None:
        self.speaking.hush()

    def hold(self) -> None:
        self.speaking.hold()

    def go_on(self) -> None:
        self.speaking.go_on()


class SpokenRun:
    """A run with the voice on, driven as the player page drives it.

    Attributes:
        effects: everything that was performed.
    """

    def __init__(self, played: Repertoire, track: Track | None = None, *, slow: bool = False) -> None:
        self.clock = FakeClock()
        self.helper = HelperWithin(self.clock, slow=slow)
        self.sound = Sound(on_fault=lambda _: None)
        self.sound.use(Settings(aloud=True, bell=True, bell_indirect=True))
        self.sound._player = self.helper  # type: ignore[assignment]  # what is used of it
        self.sound.speak_for("en", "")
        self.voice = Voice(self.sound)
        self.effects: list[Effect] = []
        self.runner = Runner(played, self.clock, self._perform, away=None)
        self.runner.begin(track)
        self.settle()

    def _perform(self, effect: Effect) -> None:
        self.effects.append(effect)
        self.voice.show(effect)

    def settle(self) -> None:
        self.voice.look_ahead(self.runner.engine)
        self.helper.step()

    def press(self, event: Event) -> bool:
        """As `PlayerPage.send`; whether the event was taken."""
        self.runner.pulse()
        taken = self.runner.allows(event)
        if taken:
            self.voice.pressed(event)
        self.runner.send(event)
        self.settle()
        return taken

    def passes(self, seconds: float) -> None:
        """Let time pass, with a step wherever the run or the voice wants one."""
        end = self.clock.now() + seconds
        while self.clock.now() < end:
            waits = [end - self.clock.now()]
            waits += [
                wait for wait in (self.runner.wait, self.helper.speaking.patience()) if wait is not None
            ]
            self.clock.advance(max(TICK, min(waits)))
            self.runner.pulse()
            self.settle()

    def to_the_next(self) -> None:
        """To the end of the beat; past a question by skipping it."""
        if self.runner.wait is not None:
            self.passes(self.runner.wait)
        elif not (self.press(ev.Next()) or self.press(ev.Report(ev.Feeling.SKIP))):
            self.press(ev.ChooseOption(0))

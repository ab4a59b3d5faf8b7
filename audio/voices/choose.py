"""Chooses the voice that speaks, and says why the others were passed over."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from audio.voices.base import AUTO, NotRecordedError, Voice, VoiceError, Wish
from audio.voices.recordings import Recordings
from audio.voices.with_command import Command
from audio.voices.with_piper import Piper
from audio.voices.with_system import SYSTEM_VOICES, SystemVoice

KINDS: dict[str, Callable[[Wish], Voice]] = {
    "recordings": lambda wish: Recordings(wish.recordings),
    "command": Command,
    "piper": Piper,
    **{name: (lambda wish, name=name: SystemVoice(name, wish)) for name in SYSTEM_VOICES},  # type: ignore[misc]  # a lambda has no types
}
"""In automatic order: the author's recordings, the user's command, the extra, then voices of the system."""

NOT_NEEDED = "not needed"
NONE = "no voice works here"


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence of a text."""

    pcm: bytes
    voice: str


class Voices:
    """The voices that can speak; the first one does. Recordings speak only the texts that were recorded.

    Attributes:
        passed_over: name and reason of each voice that was tried and cannot speak.
    """

    def __init__(self, wish: Wish, avoid: Collection[str] = ()) -> None:
        self.passed_over: list[tuple[str, str]] = [(name, "it failed a moment ago") for name in avoid]
        self._left = [name for name in _wanted(wish) if name not in avoid]
        self._wish = wish
        self._open: list[Voice] = []

    def open(self) -> tuple[str, str]:
        """Open the first voice that can speak every text; returns its name and what it speaks with.

        Raises:
            VoiceError: there is none.
        """
        speaking = next(self._ready(), None)
        if speaking is None:
            raise VoiceError(self._why_none())
        if speaking.name == "recordings":
            speaking = next((voice for voice in self._ready() if voice.name != "recordings"), speaking)
        return " and ".join(voice.name for voice in self._open), self._open[-1].detail

    @property
    def not_needed(self) -> list[tuple[str, str]]:
        """The kinds that did not have to be tried."""
        tried = {voice.name for voice in self._open} | {name for name, _ in self.passed_over}
        reason = NOT_NEEDED if self._wish.kind == AUTO else f"{self._wish.kind} was asked for"
        return [(name, reason) for name in KINDS if name not in tried]

    def parts(self, text: str) -> Iterator[Said]:
        """A text, sentence by sentence, by the first voice that can speak it.

        A voice that fails is not used again: two voices taking turns would be worse than one.

        Raises:
            VoiceError: none can.
        """
        for voice in self._ready():
            begun = False
            try:
                for pcm in voice.parts(text):
                    begun = True
                    yield Said(pcm, voice.name)
            except NotRecordedError:
                continue
            except VoiceError as error:
                self._drop(voice, str(error))
                if begun:
                    return
                continue
            return
        raise VoiceError(self._why_none())

    def _ready(self) -> Iterator[Voice]:
        """The open voices, then the others, each opened when it is reached."""
        yield from list(self._open)
        while self._left:
            voice = KINDS[self._left.pop(0)](self._wish)
            try:
                voice.open()
            except VoiceError as error:
                self.passed_over.append((voice.name, str(error)))
            else:
                self._open.append(voice)
                yield voice

    def _drop(self, voice: Voice, reason: str) -> None:
        if voice.name != "recordings":  # one bad file says nothing about the next
            self._open.remove(voice)
        self.passed_over.append((voice.name, reason))

    def _why_none(self) -> str:
        if self._wish.kind not in (AUTO, *KINDS):
            return f"there is no voice called {self._wish.voice}; there are {', '.join(KINDS)}"
        if self._wish.kind == AUTO:
            return NONE
        reasons = [why for name, why in self.passed_over if name == self._wish.kind]
        return f"{self._wish.kind} was asked for, but {reasons[-1] if reasons else 'it cannot speak this'}"


def _wanted(wish: Wish) -> tuple[str, ...]:
    if wish.kind == AUTO:
        return tuple(KINDS)
    return (wish.kind,) if wish.kind in KINDS else ()

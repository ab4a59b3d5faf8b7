"""The interface of a voice, and the options a person has for it."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Protocol

RATE_WORDS = 130
"""Words a minute: near the slow end of ordinary speech; synthetic voices still sound natural at it."""

SLOWEST, FASTEST = 80, 250
"""Limits of the rate, in words a minute."""

AUTO = "auto"


class VoiceError(Exception):
    """This voice cannot speak the text; the message is one clause in plain words."""

    def __init__(self, reason: str, passed_over: tuple[tuple[str, str], ...] = ()) -> None:
        """`passed_over`: each kind of voice that was tried, and why it was not used."""
        super().__init__(reason)
        self.passed_over = passed_over


class NotRecordedError(VoiceError):
    """This text has no recording; the next voice speaks it, and nobody is told."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which voice is wanted, and how it should speak."""

    voice: str = AUTO
    """`auto`, a kind such as `espeak-ng`, or a kind and one of its voices, such as `flite:slt`."""
    rate: int = RATE_WORDS
    """Words a minute; recordings keep their own rate."""
    language: str = "en"
    """BCP 47."""
    recordings: str = ""
    """The folder of recordings beside the session; empty for none."""
    command: str = ""
    """The user's own command line that reads text and writes WAV; empty for none."""

    @property
    def kind(self) -> str:
        """The kind that is wanted, or `auto`. The path of a Piper voice means the kind `piper`."""
        return "piper" if self.voice.endswith(".onnx") else self.voice.partition(":")[0]

    @property
    def variant(self) -> str:
        """Which voice of that kind; empty for its default."""
        if self.voice.endswith(".onnx") and not self.voice.startswith("piper:"):
            return self.voice
        return self.voice.partition(":")[2]

    @property
    def fields(self) -> dict[str, Any]:
        """For the wire; `wish_of` reads them."""
        return asdict(self)


def wish_of(fields: object) -> Wish:
    """A wish as read from the wire; a field that is missing or of the wrong type takes its default."""
    held = fields if isinstance(fields, dict) else {}
    known = {name: type(value) for name, value in Wish().fields.items()}
    return Wish(**{name: held[name] for name, kind in known.items() if isinstance(held.get(name), kind)})


class Voice(Protocol):
    """A way of speaking, used in the renderer process only."""

    name: str
    """Its name in the settings."""
    detail: str
    """What it speaks with, known once it is open."""

    def open(self) -> None:
        """Get ready to speak.

        Raises:
            VoiceError: it cannot speak here.
        """

    def parts(self, text: str) -> Iterator[bytes]:
        """The text as PCM in this package's format, sentence by sentence, each as soon as it is made.

        Raises:
            VoiceError: it cannot speak this text.
        """

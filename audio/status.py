"""Which backend and voice are in use, or why none is, and the lines that tell a person so."""

from dataclasses import dataclass
from enum import Enum


class PlayerState(Enum):
    """The state of the sound."""

    OFF = "off"  # nothing has been started yet
    STARTING = "starting"  # a helper is starting; bells requested now ring once it is ready
    READY = "ready"  # a backend is open
    FAULT = "fault"  # the last helper failed; the next bell may try again
    CLOSED = "closed"  # closed for good; later calls do nothing


@dataclass(frozen=True, slots=True)
class Status:
    """What is known about the sound at one moment."""

    state: PlayerState = PlayerState.OFF
    backend: str = ""
    """The chosen backend, or the one being tried."""
    detail: str = ""
    """What it plays through, such as `PulseAudio`."""
    passed_over: tuple[tuple[str, str], ...] = ()
    """Each backend that was not chosen, and why."""
    fault: str = ""
    """Why there is no sound, as one clause; empty if there is."""
    voice: str = ""
    """The voice that is ready, by its kind; empty while none is."""
    voice_detail: str = ""
    """What it speaks with, such as `en`."""
    voices_passed_over: tuple[tuple[str, str], ...] = ()
    """Each kind of voice that was not chosen, and why."""
    mute: str = ""
    """Why no voice is heard, as one clause; empty if one is, or none was asked for."""

    @property
    def voice_known(self) -> bool:
        """Whether it has turned out if there is a voice."""
        return bool(self.voice or self.mute) or self.state in (PlayerState.FAULT, PlayerState.CLOSED)


def fault_line(reason: str) -> str:
    """What a person reads when nothing can be heard."""
    return f"No sound can be heard for now: {reason}. Everything still shows, and the session goes on."


def mute_line(reason: str) -> str:
    """What a person reads when prompts stay unspoken, and bells can be heard."""
    return f"The words can't be spoken for now: {reason}. They still show, and the session goes on."


def instead_line(name: str, reason: str) -> str:
    """What a person reads when another voice takes over."""
    return f"Another voice speaks from here, because {name} failed: {reason}."

"""What can be heard here, what cannot, and what would help: the sound part of `ajar doctor`."""

import shutil
import sys
from dataclasses import dataclass

from audio.player import Player
from audio.status import PlayerState, Status

PATIENCE_SECONDS = 20.0
"""Longer than the slowest answer: every backend is tried, and a program hangs for its whole limit."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """What came of trying to reach a sound server."""

    works: bool
    chosen: str
    """The backend that works, with what it plays through; empty if none does."""
    fault: str
    """Why there is no sound, as one clause; empty if there is."""
    passed_over: tuple[tuple[str, str], ...]
    """Each backend that was not chosen, and why."""
    advice: tuple[str, ...]
    """What could be done to hear a bell, one sentence each."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The diagnosis as plain text."""
        head = f"sound: {self.chosen}" if self.works else f"no sound: {self.fault}"
        others = tuple(f"  not {name}: {why}" for name, why in self.passed_over)
        return (head, *others, *(f"  {sentence}" for sentence in self.advice))


def diagnose(forced: str | None = None) -> Diagnosis:
    """Open a backend as a session would, play nothing, and close it again.

    Takes a moment, or a few seconds if the sound server is frozen.

    Args:
        forced: the backend that the settings ask for; None for the automatic choice.
    """
    player = Player(forced or "auto")
    player.start()
    try:
        status = player.wait_ready(PATIENCE_SECONDS)
    finally:
        player.close()
    return diagnosis_of(status, forced)


def diagnosis_of(status: Status, forced: str | None) -> Diagnosis:
    """What a player's status means for the person."""
    works = status.state is PlayerState.READY and status.backend != "silent"
    fault = status.fault or (
        "silent was asked for" if status.state is PlayerState.READY else "it took too long"
    )
    return Diagnosis(
        works=works,
        chosen=f"{status.backend}, through {status.detail}" if works else "",
        fault="" if works else fault,
        passed_over=status.passed_over,
        advice=() if works else tuple(_advice(status, forced)),
    )


def _advice(status: Status, forced: str | None) -> list[str]:
    if status.backend == "silent" and forced == "silent":
        return ["The settings ask for silence. With auto, the first way that works is used."]
    advice = ["Every bell is shown as well, so a session is whole without sound."]
    if forced is not None:
        advice.append(f"Only {forced} was tried, as the settings ask. With auto, the others are tried too.")
    elif sys.platform == "linux":
        advice.append("A bell needs a running sound server (PipeWire or PulseAudio) or an ALSA sound card.")
        if not any(map(shutil.which, ("pw-play", "paplay", "aplay"))):
            advice.append("pw-play, paplay or aplay, if installed, would be tried as well.")
    if "does not answer" in status.fault:
        advice.append("The sound server runs but is stuck; starting it anew, or logging in again, may help.")
    return advice

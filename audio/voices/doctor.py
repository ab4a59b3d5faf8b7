"""Finds out which voice would speak here, and why the others would not: the voice part of `ajar doctor`."""

import contextlib
from dataclasses import dataclass

from audio.voices.base import VoiceError, Wish
from audio.voices.choose import KINDS
from audio.voices.rendering import Renderer, opened
from audio.voices.with_system import SYSTEM_VOICES, variants


@dataclass(frozen=True, slots=True)
class VoiceDiagnosis:
    """What came of getting a voice ready."""

    chosen: str
    """The voice with what it speaks with; empty if there is none."""
    fault: str
    """Why there is none, as one clause; empty if there is."""
    passed_over: tuple[tuple[str, str], ...]
    """Each kind that was not chosen, and why."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The diagnosis as plain text."""
        head = f"voice: {self.chosen}" if self.chosen else f"no voice: {self.fault}"
        return (head, *(f"  not {name}: {why}" for name, why in self.passed_over))


def diagnose_voice(wish: Wish) -> VoiceDiagnosis:
    """Open a voice as a session would, say nothing, and close it again; takes a second or two at most."""
    try:
        with contextlib.closing(Renderer(wish)) as renderer:
            ready = opened(renderer)
    except VoiceError as error:
        return VoiceDiagnosis("", str(error), error.passed_over)
    return VoiceDiagnosis(f"{ready.voice}, {ready.detail}", "", ready.passed_over)


def voices(wish: Wish) -> list[tuple[str, str]]:
    """Every voice that can be asked for by name, and either what it speaks with or why it cannot speak."""
    found: list[tuple[str, str]] = []
    for kind in KINDS:
        one = diagnose_voice(Wish(kind, wish.rate, wish.language, wish.recordings, wish.command))
        reason = one.fault.removeprefix(f"{kind} was asked for, but ")
        found.append((kind, one.chosen.removeprefix(f"{kind}, ") if one.chosen else f"no: {reason}"))
        if one.chosen and kind in SYSTEM_VOICES:
            found += [(f"{kind}:{name}", "") for name in variants(kind, wish.language)]
    return found

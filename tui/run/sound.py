"""The bell of the app: off until switched on, started late, and never in the way."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from audio.player import Player
    from sessions.engine.effects import RingBell


class Sound:
    """Rings bells through one player, which exists only once a bell is wanted."""

    def __init__(self, on_fault: Callable[[str], None]) -> None:
        self.backend = "auto"
        self.on = False
        """Whether bells are to be heard."""
        self.on_indirect = False
        """Whether they are to be heard on the indirect track as well."""
        self._on_fault = on_fault
        self._player: Player | None = None

    def ring(self, effect: RingBell) -> None:
        """Ring, if the person wants to hear this bell."""
        if self.on and (self.on_indirect or not effect.indirect):
            self._ready().play(effect.tone.value, effect.strikes)

    def preview(self) -> None:
        """Ring once, so that a bell just switched on is known."""
        if self.on:
            self._ready().play("bowl")

    def fade_out(self) -> None:
        """Draw what still sounds to nothing, within a moment."""
        if self._player is not None:
            self._player.fade_out()

    def prepare(self) -> None:
        """Get ready in the background, so that the first bell is not late."""
        if self.on:
            self._ready().start()

    def close(self) -> None:
        """Let go of the sound, if there was any; takes under two seconds whatever is frozen."""
        if self._player is not None:
            self._player.close()
            self._player = None

    def _ready(self) -> Player:
        if self._player is None:
            from audio.player import Player  # noqa: PLC0415  # most people never turn the bell on

            self._player = Player(self.backend, on_fault=self._on_fault)
        return self._player

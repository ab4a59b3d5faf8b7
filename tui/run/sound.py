"""Bell and voice of the app: off until switched on, started late, and never blocking."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from sessions.value import Value
from tui.setting_kinds import LOUDEST
from tui.settings import Settings

if TYPE_CHECKING:
    from audio.player import Player
    from audio.voices.base import Wish
    from sessions.engine.effects import RingBell

STEP_DECIBELS = 3.0
"""A step of loudness: small, but clearly heard."""


class Spoken(Value):
    """What a voice has to know about a session."""

    language: str = "en"
    recordings: str = ""
    """The folder for recordings beside it; it may not exist."""


class Sound:
    """Rings and speaks through one player, created once bell or voice is wanted."""

    def __init__(self, on_fault: Callable[[str], None] | None = None) -> None:
        """`on_fault` is called with a line on each fault; without it, the lines wait for `tell_to`."""
        self.backend = "auto"
        self.on = False
        """Whether the person wants bells."""
        self.on_indirect = False
        """Whether they want bells on the indirect track as well."""
        self.aloud = False
        """Whether they want words spoken."""
        self.ticks = False
        """Whether they want a soft tick when the text changes."""
        self._settings = Settings()
        self._spoken = Spoken()
        self._on_fault = on_fault
        self._untold: list[str] = []
        self._player: Player | None = None

    @property
    def settings(self) -> Settings:
        """The settings in effect."""
        return self._settings

    def tell_to(self, on_fault: Callable[[str], None]) -> None:
        """Report faults to this callback from now on, and those that were not reported yet."""
        self._on_fault = on_fault
        while self._untold:
            on_fault(self._untold.pop(0))

    def use(self, settings: Settings) -> None:
        """Apply the settings; they take effect on sound that is playing."""
        self.on, self.on_indirect = settings.bell, settings.bell_indirect
        if settings.sound != self.backend:
            self.backend = settings.sound
            self.close()  # the next sound starts a player with the chosen backend
        self.aloud, self.ticks = settings.aloud, settings.tick
        self._settings = settings
        if self._player is not None:
            self._hand_over(self._player)

    def speak_for(self, language: str, recordings: str) -> None:
        """Speak in the language of a session, and with the recordings in its folder, if that exists."""
        self._spoken = Spoken(language, recordings)
        if self._player is not None:
            self._hand_over(self._player)

    def ring(self, effect: RingBell) -> None:
        """Ring, if the person wants to hear this bell."""
        if self.hears(effect):
            self._ready().play(effect.tone.value, effect.strikes)

    def hears(self, effect: RingBell) -> bool:
        """Whether the person wants to hear this bell."""
        return self.on and (self.on_indirect or not effect.indirect)

    @property
    def mute(self) -> bool:
        """Whether, as far as is known, no sound can be heard here."""
        if self.backend == "silent":
            return True
        if self._player is None:
            return False
        from audio.status import PlayerState  # noqa: PLC0415  # not before the player is loaded

        return self._player.status.state is PlayerState.FAULT

    def tick(self) -> None:
        """Play a soft tick, if the person wants ticks and no voice."""
        if self.ticks and not self.aloud:
            self._ready().tick()

    def preview(self) -> None:
        """Ring once, so that the person knows what they have switched on."""
        if self.on:
            self._ready().play("bowl")

    def try_loudness(self) -> None:
        """Play a short tone at the loudness that bells have now."""
        self._ready().play("wood")

    def speak(self, texts: Sequence[str]) -> None:
        """Say these texts once the current ones are over; with none, finish and say no more."""
        if self.aloud and (texts or self._player is not None):
            self._ready().speak(texts)

    def sample(self, texts: Sequence[str]) -> None:
        """Say these texts if nothing is being said."""
        if self.aloud:
            self._ready().sample(texts)

    def ahead(self, texts: Sequence[str]) -> None:
        """Have these texts made ahead, and discard all others."""
        if self.aloud:
            self._ready().ahead(texts)

    def hush(self) -> None:
        """Fade the voice out, and discard all its texts."""
        if self._player is not None:
            self._player.hush()

    def hold(self) -> None:
        """Fade the voice out, and remember the sentence."""
        if self._player is not None:
            self._player.hold()

    def go_on(self) -> None:
        """Say that sentence again."""
        if self._player is not None:
            self._player.go_on()

    def fade_out(self) -> None:
        """Fade everything out within a moment."""
        if self._player is not None:
            self._player.fade_out()

    def prepare(self) -> None:
        """Start the player in the background, so that the first bell or word is not late."""
        if self.on or self.aloud or self.ticks:
            self._ready().start()

    def close(self) -> None:
        """Close the player, if there is one; takes under two seconds, even if it is frozen."""
        if self._player is not None:
            self._player.close()
            self._player = None

    def _ready(self) -> Player:
        if self._player is None:
            from audio.player import Player  # noqa: PLC0415  # most people turn neither bell nor voice on

            self._player = Player(self.backend, on_fault=self._fault)
            self._hand_over(self._player)
        return self._player

    def _fault(self, line: str) -> None:
        """Called from the player's thread."""
        if self._on_fault is None:
            self._untold.append(line)
        else:
            self._on_fault(line)

    def _hand_over(self, player: Player) -> None:
        """Send loudness and voice, as far as they differ from a player's defaults."""
        bell, voice = self._settings.bell_volume, self._settings.voice_volume
        player.set_levels(factor(bell), factor(voice))
        if self.aloud:
            player.use_voice(wish_of(self._settings, self._spoken))


def factor(step: int) -> float:
    """The factor for a step of loudness; 1 for the loudest step."""
    return float(round(10 ** (-(LOUDEST - step) * STEP_DECIBELS / 20), 4))


def wish_of(settings: Settings, spoken: Spoken) -> Wish:
    """The voice that the settings ask for.

    Sessions without recordings share one wish, so that the voice need not be started again.
    """
    from audio.voices.base import Wish  # noqa: PLC0415  # only where words are spoken

    folder = spoken.recordings if os.path.isdir(spoken.recordings) else ""  # noqa: PTH112  # pathlib is not needed for this
    return Wish(settings.voice, settings.voice_rate, spoken.language, folder, settings.voice_command)

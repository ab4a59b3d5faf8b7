"""Bell and voice of the app: off until switched on, started late, and never in the way."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.setting_kinds import LOUDEST
from tui.settings import Settings

if TYPE_CHECKING:
    from audio.player import Player
    from audio.voices.base import Wish
    from sessions.engine.effects import RingBell

STEP_DECIBELS = 3.0
"""What a step of loudness changes: little, and heard at once."""


class Spoken(NamedTuple):
    """What a voice has to know of a session."""

    language: str = "en"
    recordings: str = ""
    """The folder of recordings beside it, whether it is there or not."""


class Sound:
    """Rings and speaks through one player, which exists only once either is wanted."""

    def __init__(self, on_fault: Callable[[str], None] | None = None) -> None:
        """`on_fault` is told of what went wrong; without one, lines wait for `tell_to`."""
        self.backend = "auto"
        self.on = False
        """Whether bells are to be heard."""
        self.on_indirect = False
        """Whether they are to be heard on the indirect track as well."""
        self.aloud = False
        """Whether words are to be spoken."""
        self.ticks = False
        """Whether a soft tick is to be heard where words change."""
        self._settings = Settings()
        self._spoken = Spoken()
        self._on_fault = on_fault
        self._untold: list[str] = []
        self._player: Player | None = None

    @property
    def settings(self) -> Settings:
        """What it was told to use."""
        return self._settings

    def tell_to(self, on_fault: Callable[[str], None]) -> None:
        """Tell this one from now on, and of what was not told yet."""
        self._on_fault = on_fault
        while self._untold:
            on_fault(self._untold.pop(0))

    def use(self, settings: Settings) -> None:
        """Take up what a person chose; what is heard now changes at once."""
        self.on, self.on_indirect = settings.bell, settings.bell_indirect
        if settings.sound != self.backend:
            self.backend = settings.sound
            self.close()  # the next sound comes by the way that was chosen
        self.aloud, self.ticks = settings.aloud, settings.tick
        self._settings = settings
        if self._player is not None:
            self._hand_over(self._player)

    def speak_for(self, language: str, recordings: str) -> None:
        """Speak in the language of a session, and with the recordings in this folder if it is there."""
        self._spoken = Spoken(language, recordings)
        if self._player is not None:
            self._hand_over(self._player)

    def ring(self, effect: RingBell) -> None:
        """Ring, if the person wants to hear this bell."""
        if self.hears(effect):
            self._ready().play(effect.tone.value, effect.strikes)

    def hears(self, effect: RingBell) -> bool:
        """Whether this bell is to be heard."""
        return self.on and (self.on_indirect or not effect.indirect)

    @property
    def mute(self) -> bool:
        """Whether nothing can be heard, as far as that is known."""
        if self.backend == "silent":
            return True
        if self._player is None:
            return False
        from audio.status import PlayerState  # noqa: PLC0415  # loaded with the player

        return self._player.status.state is PlayerState.FAULT

    def tick(self) -> None:
        """A soft tick, for those who want it and no voice."""
        if self.ticks and not self.aloud:
            self._ready().tick()

    def preview(self) -> None:
        """Ring once, so that a bell just switched on is known."""
        if self.on:
            self._ready().play("bowl")

    def try_loudness(self) -> None:
        """A short tone at the loudness that bells have now."""
        self._ready().play("wood")

    def speak(self, texts: Sequence[str]) -> None:
        """Say these once what is being said is over; nothing follows it where there are none."""
        if self.aloud and (texts or self._player is not None):
            self._ready().speak(texts)

    def sample(self, texts: Sequence[str]) -> None:
        """Say these if nothing is being said."""
        if self.aloud:
            self._ready().sample(texts)

    def ahead(self, texts: Sequence[str]) -> None:
        """Have these ready, and forget whatever else was."""
        if self.aloud:
            self._ready().ahead(texts)

    def hush(self) -> None:
        """Draw the voice to nothing, and let it forget everything."""
        if self._player is not None:
            self._player.hush()

    def hold(self) -> None:
        """Draw the voice to nothing, and let it keep its sentence."""
        if self._player is not None:
            self._player.hold()

    def go_on(self) -> None:
        """Let it say that sentence again."""
        if self._player is not None:
            self._player.go_on()

    def fade_out(self) -> None:
        """Draw what still sounds to nothing, within a moment."""
        if self._player is not None:
            self._player.fade_out()

    def prepare(self) -> None:
        """Get ready in the background, so that the first bell, or the first word, is not late."""
        if self.on or self.aloud or self.ticks:
            self._ready().start()

    def close(self) -> None:
        """Let go of the sound, if there was any; takes under two seconds whatever is frozen."""
        if self._player is not None:
            self._player.close()
            self._player = None

    def _ready(self) -> Player:
        if self._player is None:
            from audio.player import Player  # noqa: PLC0415  # most people never turn either on

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
        """Loudness and voice, where they differ from what a player does by itself."""
        bell, voice = self._settings.bell_volume, self._settings.voice_volume
        player.set_levels(factor(bell), factor(voice))
        if self.aloud:
            player.use_voice(wish_of(self._settings, self._spoken))


def factor(step: int) -> float:
    """How loud a step is, as a factor: the loudest leaves everything as it was made."""
    return float(round(10 ** (-(LOUDEST - step) * STEP_DECIBELS / 20), 4))


def wish_of(settings: Settings, spoken: Spoken) -> Wish:
    """The voice that a person's settings ask for.

    Sessions without recordings share one voice, which then need not get ready again.
    """
    from audio.voices.base import Wish  # noqa: PLC0415  # only where words are spoken

    folder = spoken.recordings if os.path.isdir(spoken.recordings) else ""  # noqa: PTH112  # no paths needed here
    return Wish(settings.voice, settings.voice_rate, spoken.language, folder, settings.voice_command)

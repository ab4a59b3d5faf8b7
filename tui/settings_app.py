"""The part of the app that holds settings, sound and voice, and lets what was changed hold at once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.environment import MOTION, STILL
from tui.keeping import Keeping
from tui.own_lines import OwnLines
from tui.pages_app import PagesApp
from tui.run.sound import Sound
from tui.screens.base import Page
from tui.setting_kinds import LOUDEST, SOFTEST
from tui.settings import Settings
from tui.themes import DAY, NIGHT, PALETTES
from tui.widgets.heading import grows
from tui.words import page_lines
from tui.words.seeds import Seeds

if TYPE_CHECKING:
    from tui.run.voice import Voice


class SettingsApp(PagesApp):
    """What was chosen, who is told of it, and the keys that change it."""

    def __init__(
        self, turns: Seeds, own: OwnLines, settings: Settings, kept_in: Path | None, sound: Sound | None
    ) -> None:
        """`kept_in` is where to remember what the person asks to be remembered; None remembers nothing."""
        super().__init__(turns, own)
        self.settings = settings
        self.keeping = Keeping(kept_in)
        if os.environ.get(MOTION) == STILL:
            self.settings = self.settings._replace(motion=False)
        self.sound = sound or Sound(on_fault=self._sound_fault)
        self._voice: Voice | None = None
        self._use(self.settings)

    def say(self, line: str) -> None:
        """One quiet line, such as a fault of the sound; it takes the place of the one before."""
        self.clear_notifications()
        if isinstance(self.screen, Page) and self.screen.tell(line):
            return
        self.notify(line, title="", timeout=12, markup=False)

    def _sound_fault(self, line: str) -> None:
        """Called from the sound's thread; messages may be posted from any."""
        self.call_later(self.say, line)

    @property
    def voice(self) -> Voice:
        """What says aloud what is shown; made when it is needed first."""
        if self._voice is None:
            from tui.run.voice import Voice  # noqa: PLC0415  # not on the first page

            self._voice = Voice(self.sound)
        return self._voice

    def action_ring(self) -> None:
        """Turn the bell on, and let it be heard, or off."""
        self.change(bell=not self.settings.bell)
        self.say(page_lines.bell(on=self.settings.bell, mute=self.sound.mute))

    def action_aloud(self) -> None:
        """Let words be spoken, and be heard at once, or not."""
        self.change(aloud=not self.settings.aloud)
        self.say(page_lines.aloud(on=self.settings.aloud))

    def action_loudness(self, setting: str, step: int) -> None:
        """Words or bells a step louder or softer, heard at once."""
        now = min(LOUDEST, max(SOFTEST, getattr(self.settings, setting) + step))
        self.change(**{setting: now})
        self.say(page_lines.loudness(setting, now))

    def wants_ground(self) -> bool:
        """Whether the terminal is to be asked for the colour of its ground."""
        return self.settings.theme == NIGHT.name and self.keeping.wants_theme_seen()

    def stand_on(self, *, light: bool) -> None:
        """Go with a light terminal, unless a look was chosen meanwhile."""
        if self.keeping.wants_theme_seen():
            self.keeping.seen_theme = DAY.name if light else NIGHT.name
            self._use(self.settings._replace(theme=self.keeping.seen_theme))
            for page in self.pages():
                page.take_up({"theme": self.settings.theme})

    def action_look(self) -> None:
        """The next of the three looks."""
        names = list(PALETTES)
        self.change(theme=names[(names.index(self.theme) + 1) % len(names)])

    def action_remember(self) -> None:
        """Keep what was changed for the next time, in one small file."""
        self.say(self.keeping.keep())

    def action_settings(self, name: str = "") -> None:
        """The page of settings, over whatever is there; on the row of one of them, where that is named."""
        from tui.screens.settings import SettingsPage  # noqa: PLC0415  # not on the first page

        self.read(SettingsPage(self._settings_here, self._change_here, self.keeping, name))

    @property
    def region(self) -> str:
        """The country whose help lines come first."""
        return self.settings.region

    def _settings_here(self) -> Settings:
        """What holds now, in the session that waits below, if one does."""
        here = self.settings
        for page in self.pages():
            here = here._replace(**page.held())
        return here

    def _change_here(self, changes: dict[str, Any]) -> str:
        """Let this hold from now on, also in a session that waits below; returns what has to be said."""
        for page in self.pages():
            page.perform_with(changes)
        fault = self.keeping.changed(changes, on_page=True)
        self.change(**changes)
        if changes.get("bell") and self.sound.mute:
            return fault or page_lines.bell(on=True, mute=True)
        return fault

    def action_motion(self) -> None:
        """Let prompts fade in, or not."""
        self.change(motion=not self.settings.motion)
        self.say(page_lines.motion(on=self.settings.motion))

    def action_large(self) -> None:
        """Show prompts in large letters, where the window has room, or not."""
        on = not grows(self)
        self.change(large=on, grow=on)
        self.say(page_lines.large(on=on))

    def change(self, **changes: Any) -> None:
        """Let what the person chose hold from now on; a bell that was just turned on is heard."""
        self.keeping.changed(changes)
        self._use(self.settings._replace(**changes))
        for page in self.pages():
            page.take_up(changes)
        self._let_hear(changes)
        if {"large", "grow"} & set(changes):
            for page in self.pages():
                page.enlarge()

    def _let_hear(self, changes: Mapping[str, Any]) -> None:
        """What was changed about the sound is heard at once."""
        if "bell" in changes:
            (self.sound.preview if changes["bell"] else self.sound.fade_out)()
        if "aloud" in changes:
            self.voice.switched()
        if {"voice_volume", "voice", "voice_rate"} & set(changes):
            self.voice.try_loudness()
        if "bell_volume" in changes and self.settings.bell:
            self.sound.try_loudness()
        if changes.get("tick"):
            self.sound.tick()

    def _use(self, settings: Settings) -> None:
        self.settings = settings
        self.theme = settings.theme
        self.animation_level = "full" if settings.motion else "none"
        for page in self.pages():
            page.move(moving=settings.motion)
        self.sound.use(settings)

"""The part of the app that holds settings, sound and voice, and applies changes at once."""

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
from tui.windows import grows
from tui.words import page_lines
from tui.words.seeds import Seeds

if TYPE_CHECKING:
    from tui.run.voice import Voice


class SettingsApp(PagesApp):
    """An app with settings and sound, and the keys that change them."""

    def __init__(
        self, turns: Seeds, own: OwnLines, settings: Settings, kept_in: Path | None, sound: Sound | None
    ) -> None:
        """`kept_in` is the settings file; None remembers nothing."""
        super().__init__(turns, own)
        self.settings = settings
        self.keeping = Keeping(kept_in)
        if os.environ.get(MOTION) == STILL:
            self.settings = self.settings.changed(motion=False)
        self.sound = sound or Sound(on_fault=self._sound_fault)
        self._voice: Voice | None = None
        self._use(self.settings)

    def say(self, line: str) -> None:
        """Show one quiet line, such as a fault of the sound, in place of the one before."""
        self.clear_notifications()
        if isinstance(self.screen, Page) and self.screen.tell(line):
            return
        self.notify(line, title="", timeout=12, markup=False)

    def _sound_fault(self, line: str) -> None:
        """Called from the sound's thread, which is safe, since any thread may post messages."""
        self.call_later(self.say, line)

    @property
    def voice(self) -> Voice:
        """What speaks the text that is shown; created when first needed."""
        if self._voice is None:
            from tui.run.voice import Voice  # noqa: PLC0415  # not on the first page

            self._voice = Voice(self.sound)
        return self._voice

    def action_ring(self) -> None:
        """Turn the bell on, and ring it once, or off."""
        self.change(bell=not self.settings.bell)
        self.say(page_lines.bell(on=self.settings.bell, mute=self.sound.mute))

    def action_aloud(self) -> None:
        """Turn the voice on, and let it speak at once, or off."""
        self.change(aloud=not self.settings.aloud)
        self.say(page_lines.aloud(on=self.settings.aloud))

    def action_loudness(self, setting: str, step: int) -> None:
        """Make words or bells a step louder or softer, and let the person hear it."""
        now = min(LOUDEST, max(SOFTEST, getattr(self.settings, setting) + step))
        self.change(**{setting: now})
        self.say(page_lines.loudness(setting, now))

    def wants_ground(self) -> bool:
        """Whether to ask the terminal for its background colour."""
        return self.settings.theme == NIGHT.name and self.keeping.wants_theme_seen()

    def stand_on(self, *, light: bool) -> None:
        """Follow a light terminal, unless a look was chosen meanwhile."""
        if self.keeping.wants_theme_seen():
            self.keeping.seen_theme = DAY.name if light else NIGHT.name
            self._use(self.settings.changed(theme=self.keeping.seen_theme))
            for page in self.pages():
                page.take_up({"theme": self.settings.theme})

    def action_look(self) -> None:
        """Change to the next of the three looks."""
        names = list(PALETTES)
        self.change(theme=names[(names.index(self.theme) + 1) % len(names)])

    def action_remember(self) -> None:
        """Save the changes for the next time, in one small file."""
        self.say(self.keeping.keep())

    def action_settings(self, name: str = "") -> None:
        """Open the page of settings, on the row of the one that is named, if any."""
        from tui.screens.settings import SettingsPage  # noqa: PLC0415  # not on the first page

        self.read(SettingsPage(self._settings_here, self._change_here, self.keeping, name))

    @property
    def region(self) -> str:
        """The country whose help lines come first."""
        return self.settings.region

    def _settings_here(self) -> Settings:
        """The settings in effect, including those of a session that waits below."""
        here = self.settings
        for page in self.pages():
            here = here.changed(**page.held())
        return here

    def _change_here(self, changes: dict[str, Any]) -> str:
        """Apply changes, also to a session that waits below; returns a line for the person, if any."""
        for page in self.pages():
            page.perform_with(changes)
        fault = self.keeping.changed(changes, on_page=True)
        self.change(**changes)
        if changes.get("bell") and self.sound.mute:
            return fault or page_lines.bell(on=True, mute=True)
        return fault

    def action_motion(self) -> None:
        """Turn the fading in of prompts on or off."""
        self.change(motion=not self.settings.motion)
        self.say(page_lines.motion(on=self.settings.motion))

    def action_large(self) -> None:
        """Turn large letters on or off, for prompts for which the window has room."""
        on = not grows(self)
        self.change(large=on, grow=on)
        self.say(page_lines.large(on=on))

    def change(self, **changes: Any) -> None:
        """Apply what the person chose; a bell that was just turned on is rung."""
        self.keeping.changed(changes)
        self._use(self.settings.changed(**changes))
        for page in self.pages():
            page.take_up(changes)
        self._let_hear(changes)
        if {"large", "grow"} & set(changes):
            for page in self.pages():
                page.enlarge()

    def _let_hear(self, changes: Mapping[str, Any]) -> None:
        """Let the person hear a change of sound at once."""
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

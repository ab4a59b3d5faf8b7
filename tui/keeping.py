"""Which settings were changed during a run: saved once the person asks for it, and erased on request."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from tui.own_files import shown
from tui.settings import Settings, SettingsError, forget, held, load_or_default, remember
from tui.terminal.ground import is_worth_asking
from tui.words import setting_words


class Keeping:
    """Tracks settings changed by hand; options of the command line or environment are never saved.

    Attributes:
        keeps: whether *keep these* was chosen; from then on, changes on the page are saved at once.
        seen_theme: the look that goes with the terminal's background, if that is known.
    """

    def __init__(self, path: Path | None) -> None:
        """`path`: the settings file; None keeps nothing."""
        self.keeps = False
        self.seen_theme = ""
        self._path = path
        self._changes: dict[str, Any] = {}

    def next_time(self) -> Settings:
        """The settings that the next start will have."""
        if self._path is None:
            return Settings()
        settings = load_or_default(self._path)[0]
        if self.seen_theme and "theme" not in held(self._path):
            return settings.changed(theme=self.seen_theme)
        return settings

    def wants_theme_seen(self) -> bool:
        """Whether the look may follow the terminal, because nobody has chosen one."""
        kept = held(self._path) if self._path is not None else {}
        return is_worth_asking(os.environ, {**kept, **self._changes})

    def where(self) -> str:
        """A line on where settings are saved, and whether changes are."""
        if self._path is None:
            return setting_words.NOWHERE
        return setting_words.kept_where(shown(self._path), there=self._path.exists(), keeps=self.keeps)

    def changed(self, changes: dict[str, Any], *, on_page: bool = False) -> str:
        """Note a change by the person; returns what went wrong if it had to be saved at once."""
        self._changes |= changes
        return self.write(**changes) if on_page and self.keeps else ""

    def keep(self) -> str:
        """Save all changes, and further ones on the page at once; returns a line on it."""
        if self._path is None:
            return setting_words.NOWHERE
        if not self._changes:
            return setting_words.NOTHING_TO_KEEP
        fault = self.write(**self._changes)
        self.keeps = not fault
        return fault or setting_words.kept(shown(self._path))

    def erase(self) -> str:
        """Erase the file, and save nothing more; returns a line on it."""
        if self._path is None:
            return setting_words.NOWHERE
        before = held(self._path)
        try:
            erased = forget(self._path)
        except SettingsError as error:
            return str(error)
        self.keeps = False
        self._changes = before | self._changes  # still in effect, and saved if the person asks again
        return setting_words.erased(shown(self._path)) if erased else setting_words.NOTHING_TO_ERASE

    def write(self, **changes: Any) -> str:
        """Write these settings to the file, as the person just asked; returns what went wrong."""
        if self._path is not None:
            try:
                remember(self._path, **changes)
            except SettingsError as error:
                return str(error)
        return ""

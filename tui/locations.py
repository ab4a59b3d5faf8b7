"""Where a person's own files live: `$XDG_…` where it is set, else the place their system has for it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = "ajar"


def sessions_folder() -> Path:
    """Sessions of one's own; may not exist."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_path") / "sessions"


def settings_file() -> Path:
    """What a person asked to remember; may not exist."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path") / "settings.toml"


def help_lines_file() -> Path:
    """A help list of one's own, in place of the bundled one; may not exist."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path") / "help-lines.toml"


def mine_file() -> Path:
    """A person's own words, comforts, signs and people; may not exist."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path") / "mine.yaml"


def _folder(variable: str, on_linux: str, elsewhere: str) -> Path:
    given = os.environ.get(variable, "")
    if Path(given).is_absolute():
        return Path(given) / APP
    if sys.platform != "linux":
        import platformdirs  # noqa: PLC0415  # not needed on Linux, and as slow to load as a listing takes

        return Path(getattr(platformdirs, elsewhere)(APP, appauthor=False))
    try:
        return Path.home() / on_linux / APP
    except RuntimeError:  # a user without a home: a place where nothing is found and nothing can be written
        return Path(os.devnull) / APP

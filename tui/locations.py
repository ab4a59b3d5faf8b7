"""Where a person's own files are: in `$XDG_…` if that is set, else where their system puts such files."""

from __future__ import annotations

import os
import sys
from pathlib import Path

APP = "ajar"


def sessions_folder() -> Path:
    """The folder of a person's own sessions; may not exist."""
    return _folder("XDG_DATA_HOME", ".local/share", "user_data_path") / "sessions"


def settings_file() -> Path:
    """The file of settings that a person asked to save; may not exist."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path") / "settings.toml"


def help_lines_file() -> Path:
    """A person's own help list, used in place of the bundled one; may not exist."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path") / "help-lines.toml"


def mine_file() -> Path:
    """A person's own words, comforts, signs and people; may not exist."""
    return _folder("XDG_CONFIG_HOME", ".config", "user_config_path") / "mine.yaml"


def _folder(variable: str, on_linux: str, elsewhere: str) -> Path:
    given = os.environ.get(variable, "")
    if Path(given).is_absolute():
        return Path(given) / APP
    if sys.platform != "linux":
        import platformdirs  # noqa: PLC0415  # not needed on Linux, and as slow to import as a whole `ajar list`

        return Path(getattr(platformdirs, elsewhere)(APP, appauthor=False))
    try:
        return Path.home() / on_linux / APP
    except RuntimeError:  # a user without a home: use a path at which nothing can exist
        return Path(os.devnull) / APP

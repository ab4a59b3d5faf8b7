"""What a person asked to remember, in one small TOML file that only they can read.

Without that file everything is off. Reading never changes or creates anything; `remember` is called when the
person says so, and by nothing else (care guide rule 19).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from sessions.library.atomic_write import write_private
from sessions.unsafe import visible

THEMES = ("ajar-night", "ajar-day", "ajar-contrast")
SOFTEST, LOUDEST = 1, 10
"""Steps of loudness, for bells and words apart."""

SOUNDS = ("auto", "miniaudio", "simpleaudio", "command", "silent")


class Settings(NamedTuple):
    """All that can be remembered, with the values that hold when nothing is."""

    theme: str = THEMES[0]
    bell: bool = False
    bell_indirect: bool = False
    pace: float = 1.0
    manual: bool = False
    motion: bool = False
    large: bool = False
    notice_read: bool = False
    sound: str = SOUNDS[0]
    aloud: bool = False
    voice: str = "auto"
    voice_rate: int = 130
    voice_command: str = ""
    voice_volume: int = LOUDEST
    bell_volume: int = LOUDEST
    tick: bool = False


class SettingKind(NamedTuple):
    """What a key takes."""

    fits: Callable[[Any], bool]
    wanted: str
    """In words, after "is"."""


def _one_of(names: tuple[str, ...]) -> SettingKind:
    return SettingKind(lambda value: value in names, f"one of {', '.join(names)}")


_SWITCH = SettingKind(lambda value: isinstance(value, bool), "true or false")
_PACE = SettingKind(
    lambda value: isinstance(value, int | float) and not isinstance(value, bool) and 0.5 <= value <= 10,
    "a number from 0.5 to 10",
)

_RATE = SettingKind(lambda value: type(value) is int and 80 <= value <= 250, "a whole number from 80 to 250")
_LOUDNESS = SettingKind(
    lambda value: type(value) is int and SOFTEST <= value <= LOUDEST, "a whole number from 1 to 10"
)
_LINE = SettingKind(lambda value: isinstance(value, str) and value.isprintable(), "a line of text in quotes")

KEYS: dict[str, tuple[SettingKind, str]] = {
    "theme": (_one_of(THEMES), "The look of the screen"),
    "bell": (_SWITCH, "Whether bells can be heard"),
    "bell_indirect": (_SWITCH, "Whether bells can be heard on the indirect track as well"),
    "pace": (_PACE, "How many times its written length every beat lasts"),
    "manual": (_SWITCH, "Whether nothing moves by itself"),
    "motion": (_SWITCH, "Whether the screen may fade and move"),
    "large": (_SWITCH, "Whether prompts are shown in large letters, where the window has room for them"),
    "notice_read": (_SWITCH, "Whether the notice before the first session has been read"),
    "sound": (_one_of(SOUNDS), "How bells and words are made to sound"),
    "aloud": (_SWITCH, "Whether words are spoken"),
    "voice": (_LINE, "Whose voice speaks, auto or one that `ajar voice` lists"),
    "voice_rate": (_RATE, "How many words a minute it speaks"),
    "voice_command": (_LINE, "A command of your own that reads text and writes WAV, empty for none"),
    "voice_volume": (_LOUDNESS, "How loud words are"),
    "bell_volume": (_LOUDNESS, "How loud bells are"),
    "tick": (_SWITCH, "Whether a soft tick is heard when words change and none are spoken"),
}
"""What each key takes, and what it is for."""


class SettingsError(Exception):
    """The settings file cannot be used, or not be written; the message says where and how to mend it."""


def load(path: Path) -> Settings:
    """The settings in a file; the defaults where there is no file.

    Raises:
        SettingsError: the file is there and cannot be used; it is left as it is.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except UnicodeDecodeError:
        raise SettingsError(_unusable(path, "it is not UTF-8 text")) from None
    except OSError as error:
        raise SettingsError(_unusable(path, (error.strerror or "it cannot be read").lower())) from None
    import tomllib  # noqa: PLC0415  # most people have no such file, and should not wait for its reader

    try:
        return Settings(**_checked(tomllib.loads(text)))
    except ValueError as error:  # not TOML, or a key or value that does not exist
        raise SettingsError(_unusable(path, visible(str(error)))) from None


def load_or_default(path: Path) -> tuple[Settings, str]:
    """The settings and an empty string, or the defaults and one line on what is wrong with the file."""
    try:
        return load(path), ""
    except SettingsError as error:
        return Settings(), str(error)


def remember(path: Path, **changes: Any) -> Settings:
    """Write the settings with these changes, whole or not at all, readable by their owner alone.

    Raises:
        SettingsError: the file that is there cannot be used, and is kept; or the new one cannot be written.
        ValueError: there is no such key, or it does not take this value.
    """
    settings = load(path)._replace(**_checked(changes))
    try:
        write_private(path, toml(settings))
    except OSError as error:
        reason = (error.strerror or "the system gave no reason").lower()
        raise SettingsError(f"{visible(str(path))} could not be written: {reason}") from None
    return settings


def forget(path: Path) -> bool:
    """Erase the file; False if there was none.

    Raises:
        SettingsError: it cannot be erased.
    """
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        reason = (error.strerror or "the system gave no reason").lower()
        raise SettingsError(f"{visible(str(path))} could not be erased: {reason}") from None
    return True


def toml(settings: Settings) -> str:
    """The settings as they are written: a flat table, each key with its meaning."""
    lines = ["# What ajar remembers, because you asked for it. Erase this file and nothing is remembered."]
    for key, value in settings._asdict().items():
        kind, meaning = KEYS[key]
        lines += ["", f"# {meaning}: {kind.wanted}.", f"{key} = {_written(value)}"]
    return "\n".join(lines) + "\n"


def _written(value: float | str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else f"{value:g}"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _checked(held: dict[str, Any]) -> dict[str, Any]:
    """The same keys and values.

    Raises:
        ValueError: there is no such key, or it does not take this value.
    """
    for key, value in held.items():
        if key not in KEYS:
            from sessions.naming import nearest  # noqa: PLC0415  # only where something went wrong

            near = nearest(key, tuple(KEYS))
            guess = f"; did you mean `{near}`?" if near else ""
            raise ValueError(f"there is no setting `{visible(key)}`{guess}")
        kind, _ = KEYS[key]
        if not kind.fits(value):
            raise ValueError(f"`{key}` is {kind.wanted}")
    return held


def _unusable(path: Path, reason: str) -> str:
    return (
        f"{visible(str(path))} is not used: {reason}. "
        "The file is kept as it is, and everything is off until it is mended or erased."
    )

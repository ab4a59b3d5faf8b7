"""What a person asked to remember, in one small TOML file that only they can read.

Without that file everything is off but motion and large letters in a large window. Reading never changes or
creates anything; `remember` is called when the person says so, and by nothing else (care guide rule 19).
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_type_hints

from sessions.library.atomic_write import PRIVATE, write_new
from sessions.naming import quoted
from sessions.pace import FASTEST, SLOWEST
from sessions.system_errors import reason_of
from tui.own_files import UnusableError, alone_in, shown, table_of, text_in

THEMES = ("ajar-night", "ajar-day", "ajar-contrast")
SOFTEST, LOUDEST = 1, 10
"""Steps of loudness, for bells and words apart."""

AUTO = "auto"

SOUNDS = ("auto", "miniaudio", "simpleaudio", "command", "silent")


class SettingKind(NamedTuple):
    """What a key takes."""

    fits: Callable[[Any], bool]
    wanted: str
    """In words, after "is"."""


def _one_of(names: tuple[str, ...]) -> SettingKind:
    return SettingKind(lambda value: value in names, f"one of {', '.join(names)}")


def _number(low: float, high: float) -> SettingKind:
    def fits(value: Any) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high

    return SettingKind(fits, f"a number from {low:g} to {high:g}")


def _whole_number(low: int, high: int) -> SettingKind:
    return SettingKind(
        lambda value: type(value) is int and low <= value <= high, f"a whole number from {low} to {high}"
    )


_SWITCH = SettingKind(lambda value: isinstance(value, bool), "true or false")
_LINE = SettingKind(lambda value: isinstance(value, str) and value.isprintable(), "a line of text in quotes")
_COUNTRY = SettingKind(
    lambda value: value == AUTO or (isinstance(value, str) and re.fullmatch("[A-Z]{2}", value) is not None),
    "auto, or two letters such as DE",
)
_THEME, _SOUND, _PACE = _one_of(THEMES), _one_of(SOUNDS), _number(FASTEST, SLOWEST)
_RATE, _LOUDNESS = _whole_number(80, 250), _whole_number(SOFTEST, LOUDEST)


class Settings(NamedTuple):
    """All that can be remembered: what each key takes and is for, and what holds when nothing is said."""

    theme: Annotated[str, _THEME, "The look of the screen"] = THEMES[0]
    bell: Annotated[bool, _SWITCH, "Whether bells can be heard"] = False
    bell_indirect: Annotated[bool, _SWITCH, "Whether bells can be heard on the indirect track as well"] = (
        False
    )
    pace: Annotated[float, _PACE, "How many times its written length every beat lasts"] = 1.0
    manual: Annotated[bool, _SWITCH, "Whether nothing moves by itself"] = False
    ask_less: Annotated[
        bool, _SWITCH, "Whether only the question before kind words is asked, and the others pass"
    ] = False
    motion: Annotated[bool, _SWITCH, "Whether prompts fade in and the light in the door changes"] = True
    large: Annotated[
        bool, _SWITCH, "Whether prompts are shown in large letters, where the window has room for them"
    ] = False
    grow: Annotated[
        bool, _SWITCH, "Whether prompts are set in large letters by themselves where the window is large"
    ] = True
    plain: Annotated[bool, _SWITCH, "Whether everything comes line by line, as for a screen reader"] = False
    region: Annotated[str, _COUNTRY, "The country whose help lines come first, auto for the locale's"] = AUTO
    notice_read: Annotated[bool, _SWITCH, "Whether the notice before the first session has been read"] = False
    sound: Annotated[str, _SOUND, "How bells and words are made to sound"] = SOUNDS[0]
    aloud: Annotated[bool, _SWITCH, "Whether words are spoken"] = False
    voice: Annotated[str, _LINE, "Whose voice speaks, auto or one that `ajar voice` lists"] = "auto"
    voice_rate: Annotated[int, _RATE, "How many words a minute it speaks"] = 130
    voice_command: Annotated[
        str, _LINE, "A command of your own that reads text and writes WAV, empty for none"
    ] = ""
    voice_volume: Annotated[int, _LOUDNESS, "How loud words are"] = LOUDEST
    bell_volume: Annotated[int, _LOUDNESS, "How loud bells are"] = LOUDEST
    tick: Annotated[bool, _SWITCH, "Whether a soft tick is heard when words change and none are spoken"] = (
        False
    )


class Key(NamedTuple):
    """What is known of a key."""

    kind: SettingKind
    meaning: str


@cache
def keys() -> dict[str, Key]:
    """Every key of the table above; read from it only where there is a file."""
    hints = get_type_hints(Settings, include_extras=True)
    return {name: Key(*hint.__metadata__) for name, hint in hints.items()}


class SettingsError(Exception):
    """The settings file cannot be used, or not be written; the message says where and how to mend it."""


def load(path: Path) -> Settings:
    """The settings in a file; the defaults where there is no file.

    Raises:
        SettingsError: the file is there and cannot be used; it is left as it is.
    """
    return _read(path)[0]


def load_or_default(path: Path) -> tuple[Settings, str]:
    """The settings and an empty string, or the defaults and one line on what is wrong with the file."""
    try:
        return load(path), ""
    except SettingsError as error:
        return Settings(), str(error)


def remember(path: Path, **changes: Any) -> Settings:
    """Write these changes into the file, whole or not at all, readable by its owner alone.

    What else is in it stays: comments, the order of its lines, and what another ajar wrote meanwhile. A
    symbolic link stays too, and the file that it leads to is written.

    Raises:
        SettingsError: the file that is there cannot be used, and is kept; or the new one cannot be written.
        ValueError: there is no such key, or it does not take this value.
    """
    _checked(changes)
    place = Path(os.path.realpath(path))
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone_in(place.parent):
            settings, text = _read(path)
            settings = settings._replace(**changes)
            text = toml(settings) if text is None else _changed(text, settings, changes)
            write_new(place, text.encode(), replace=True, mode=PRIVATE)
    except OSError as error:
        raise SettingsError(f"{shown(path)} could not be written: {reason_of(error)}") from None
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
        raise SettingsError(f"{shown(path)} could not be erased: {reason_of(error)}") from None
    return True


def toml(settings: Settings) -> str:
    """The settings as they are written: a flat table, each key with its meaning."""
    lines = ["# What ajar remembers, because you asked for it. Erase this file and nothing is remembered."]
    for key, value in settings._asdict().items():
        lines += ["", *_lines(key, value)]
    return "\n".join(lines) + "\n"


def _read(path: Path) -> tuple[Settings, str | None]:
    """The settings in a file, and its text; None where there is no file."""
    try:
        text = text_in(path)
        return (Settings(), None) if text is None else (Settings(**_checked(table_of(text))), text)
    except (UnusableError, ValueError) as error:  # a key or value that does not exist is the second
        raise SettingsError(
            f"{shown(path)} is not used: {error}. "
            "The file is kept as it is, and everything is off until it is mended or erased."
        ) from None


def _changed(text: str, settings: Settings, changes: Mapping[str, Any]) -> str:
    """A text with other values for some keys, each on its own line; what is not there yet comes last."""
    changed = text
    for key, value in changes.items():
        line = re.compile(_VALUE.format(key=key), re.MULTILINE)
        new, count = line.subn(lambda match, value=value: f"{match[1]}{_written(value)}", changed, count=1)  # type: ignore[misc]
        changed = new if count else "\n".join((changed.rstrip("\n"), "", *_lines(key, value), ""))
    try:
        sound = Settings(**table_of(changed)) == settings
    except (UnusableError, TypeError):
        sound = False
    return changed if sound else toml(settings)  # written in a way that no line can be changed in


_VALUE = r"""^([ \t]*(?:{key}|"{key}"|'{key}')[ \t]*=[ \t]*)(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s#"']+)"""
"""A key and its value, on one line."""


def _lines(key: str, value: float | str) -> tuple[str, str]:
    kind, meaning = keys()[key]
    return f"# {meaning}: {kind.wanted}.", f"{key} = {_written(value)}"


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
        if key not in keys():
            from sessions.naming import nearest  # noqa: PLC0415  # only where something went wrong

            near = nearest(key, tuple(keys()))
            guess = f"; did you mean `{near}`?" if near else ""
            raise ValueError(f"there is no setting {quoted(key)}{guess}")
        if not keys()[key].kind.fits(value):
            raise ValueError(f"`{key}` is {keys()[key].kind.wanted}")
    return held

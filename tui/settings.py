"""The settings a person asked to remember, in one small TOML file that only they can read.

Without that file everything is off, except motion, and large letters in a large window. Reading never changes
or creates anything; `remember` is called only when the person asks for it (care guide rule 19).
"""

import os
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated, Any

from sessions.library.atomic_write import PRIVATE, write_new
from sessions.naming import quoted
from sessions.system_errors import reason_of
from sessions.value import Value
from tui.own_files import UnusableError, alone_in, shown, table_of, text_in, tidy
from tui.setting_kinds import (
    AUTO,
    COUNTRY,
    HELP,
    LINE,
    LOUDEST,
    LOUDNESS,
    PACE,
    PACING,
    RATE,
    SCREEN,
    SOUND,
    SOUNDING,
    SOUNDS,
    SWITCH,
    THEME,
    THEMES,
    VOICE,
    SettingKind,
    Shown,
)


class Settings(Value):
    """All settings: for each key its kind, purpose, place on the page and default."""

    theme: Annotated[str, THEME, "The look of the screen", Shown(SCREEN, "look", "v")] = THEMES[0]
    motion: Annotated[
        bool,
        SWITCH,
        "Whether prompts fade in and the light in the door changes",
        Shown(SCREEN, "motion", "*"),
    ] = True
    large: Annotated[
        bool,
        SWITCH,
        "Whether prompts are shown in large letters, where the window has room for them",
        Shown(SCREEN, "large letters"),
    ] = False
    grow: Annotated[
        bool,
        SWITCH,
        "Whether prompts are set in large letters by themselves where the window is large",
        Shown(SCREEN, "large when roomy"),
    ] = True
    plain: Annotated[
        bool,
        SWITCH,
        "Whether everything comes line by line, as for a screen reader",
        Shown(SCREEN, "plain lines"),
    ] = False
    pace: Annotated[
        float, PACE, "How many times its written length every beat lasts", Shown(PACING, "pace")
    ] = 1.0
    manual: Annotated[bool, SWITCH, "Whether nothing moves by itself", Shown(PACING, "wait for me", "w")] = (
        False
    )
    ask_less: Annotated[
        bool,
        SWITCH,
        "Whether only the question before kind words is asked, and the others pass",
        Shown(PACING, "ask me less", "#"),
    ] = False
    bell: Annotated[bool, SWITCH, "Whether bells can be heard", Shown(SOUNDING, "bell", "r")] = False
    bell_indirect: Annotated[
        bool,
        SWITCH,
        "Whether bells can be heard on the indirect track as well",
        Shown(SOUNDING, "bell with senses"),
    ] = False
    bell_volume: Annotated[int, LOUDNESS, "How loud bells are", Shown(SOUNDING, "loudness of bells")] = (
        LOUDEST
    )
    tick: Annotated[
        bool,
        SWITCH,
        "Whether a soft tick is heard when words change and none are spoken",
        Shown(SOUNDING, "soft tick"),
    ] = False
    aloud: Annotated[bool, SWITCH, "Whether words are spoken", Shown(SOUNDING, "spoken words", "!")] = False
    voice: Annotated[
        str, VOICE, "Whose voice speaks, auto or one that `ajar voice` lists", Shown(SOUNDING, "voice")
    ] = AUTO
    voice_rate: Annotated[
        int, RATE, "How many words a minute it speaks", Shown(SOUNDING, "words a minute")
    ] = 130
    voice_volume: Annotated[int, LOUDNESS, "How loud words are", Shown(SOUNDING, "loudness of words")] = (
        LOUDEST
    )
    voice_command: Annotated[
        str,
        LINE,
        "A command of your own that reads text and writes WAV, empty for none",
        Shown(SOUNDING, "voice command"),
    ] = ""
    sound: Annotated[str, SOUND, "How bells and words are made to sound", Shown(SOUNDING, "sound output")] = (
        SOUNDS[0]
    )
    region: Annotated[
        str,
        COUNTRY,
        "The country whose help lines come first, auto for the locale's",
        Shown(HELP, "help lines for"),
    ] = AUTO
    notice_read: Annotated[
        bool,
        SWITCH,
        "Whether the notice before the first session has been read",
        Shown(HELP, "skip the notice"),
    ] = False


class Key(Value):
    """The facts about a key."""

    kind: SettingKind
    meaning: str
    shown: Shown


@cache
def keys() -> dict[str, Key]:
    """Every key of the table above; built only if there is a file."""
    return {name: Key(*told.__metadata__) for name, told in Settings.__annotations__.items()}


class SettingsError(Exception):
    """The settings file cannot be read or written; the message says where the fault is and how to fix it."""


def load(path: Path) -> Settings:
    """Read the settings in a file; the defaults if there is no file.

    Raises:
        SettingsError: the file exists and cannot be used; it is left as it is.
    """
    return _read(path)[0]


def load_or_default(path: Path) -> tuple[Settings, str]:
    """The settings and an empty string, or the defaults and one line on what is wrong with the file."""
    try:
        return load(path), ""
    except SettingsError as error:
        return Settings(), str(error)


def held(path: Path) -> dict[str, Any]:
    """The settings that are stated in a file; empty if there is no file, or it cannot be used."""
    try:
        return dict(_held(text_in(path) or ""))
    except (UnusableError, ValueError):
        return {}


def remember(path: Path, **changes: Any) -> Settings:
    """Write these changes, and no other key, into the file, atomically and readable by its owner only.

    Everything else in it stays: comments, the order of lines, and what another ajar wrote meanwhile. A
    symbolic link stays a link, and its target is written.

    Raises:
        SettingsError: the existing file cannot be used, and is kept; or the new one cannot be written.
        ValueError: there is no such key, or it does not take this value.
    """
    _checked(changes)
    place = Path(os.path.realpath(path))
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with alone_in(place.parent):
            settings, text = _read(path)
            settings = settings.changed(**changes)
            text = _written_out(changes) if text is None else _changed(text, settings, changes)
            write_new(place, text.encode(), replace=True, mode=PRIVATE)
    except OSError as error:
        raise SettingsError(f"{shown(path)} could not be written: {reason_of(error)}") from None
    return settings


def forget(path: Path) -> bool:
    """Erase the file, and its folder if nothing else is in it; False if there was none.

    Raises:
        SettingsError: it cannot be erased.
    """
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as error:
        raise SettingsError(f"{shown(path)} could not be erased: {reason_of(error)}") from None
    tidy(path.parent)
    return True


def toml(settings: Settings) -> str:
    """All settings as TOML: a flat table, each key with a comment."""
    return _written_out(vars(settings))


def _written_out(held: Mapping[str, Any]) -> str:
    lines = ["# What ajar remembers, because you asked for it. Erase this file and nothing is remembered."]
    for key, value in held.items():
        lines += ["", *_lines(key, value)]
    return "\n".join(lines) + "\n"


def _read(path: Path) -> tuple[Settings, str | None]:
    """The settings in a file, and its text; None if there is no file."""
    try:
        text = text_in(path)
        return (Settings(), None) if text is None else (Settings(**_held(text)), text)
    except (UnusableError, ValueError) as error:  # ValueError: an unknown key or a wrong value
        raise SettingsError(
            f"{shown(path)} is not used: {error}. "
            "The file is kept as it is, and everything is off until it is mended or erased."
        ) from None


@lru_cache(maxsize=1)
def _held(text: str) -> Mapping[str, Any]:
    """What a text holds; kept, since a start asks three times."""
    return _checked(table_of(text))


def _changed(text: str, settings: Settings, changes: Mapping[str, Any]) -> str:
    """The text with new values for some keys, changed line by line; new keys are appended."""
    changed = text
    for key, value in changes.items():
        line = re.compile(_VALUE.format(key=key), re.MULTILINE)
        new, count = line.subn(lambda match, value=value: f"{match[1]}{_written(value)}", changed, count=1)  # type: ignore[misc]
        changed = new if count else "\n".join((changed.rstrip("\n"), "", *_lines(key, value), ""))
    try:
        sound = Settings(**table_of(changed)) == settings
    except (UnusableError, TypeError):
        sound = False
    # If the file is written in a way that cannot be changed line by line, write all of it anew.
    return changed if sound else _written_out({**_held(text), **changes})


_VALUE = r"""^([ \t]*(?:{key}|"{key}"|'{key}')[ \t]*=[ \t]*)(?:"(?:[^"\\\r\n]|\\.)*"|'[^'\r\n]*'|[^\s#"']+)"""
"""Matches a key and its value on one line."""


def _lines(key: str, value: float | str) -> tuple[str, str]:
    known = keys()[key]
    return f"# {known.meaning}: {known.kind.wanted}.", f"{key} = {_written(value)}"


def _written(value: float | str) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return _quoted(value) if isinstance(value, str) else f"{value:g}"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _checked(held: dict[str, Any]) -> dict[str, Any]:
    """The same keys and values, if all of them are valid.

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

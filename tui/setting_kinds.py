"""The kinds of values that settings take, how to step through them, and where they are on the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from sessions.pace import FASTEST, SLOWEST
from sessions.value import Value

THEMES = ("ajar-night", "ajar-day", "ajar-contrast")
SOFTEST, LOUDEST = 1, 10
"""The limits of loudness, in steps; bells and words have one each."""

AUTO = "auto"

SOUNDS = (AUTO, "miniaudio", "simpleaudio", "command", "silent")

VOICES = (AUTO, "recordings", "command", "piper", "espeak-ng", "say", "flite")
"""Kinds of voices; a voice of a kind, such as `espeak-ng:en-gb`, has to be written into the file by hand."""

PACES = (0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 5.0, 10.0)
"""The paces to step through, as factors on every length."""


COUNTRIES: Mapping[str, str] = {
    "AU": "Australia", "AT": "Austria", "BE": "Belgium", "BG": "Bulgaria", "CA": "Canada", "HR": "Croatia",
    "CY": "Cyprus", "CZ": "Czechia", "DK": "Denmark", "EE": "Estonia", "FI": "Finland", "FR": "France",
    "DE": "Germany", "GR": "Greece", "HU": "Hungary", "IE": "Ireland", "IT": "Italy", "LV": "Latvia",
    "LT": "Lithuania", "LU": "Luxembourg", "MT": "Malta", "NL": "Netherlands", "PL": "Poland",
    "PT": "Portugal", "RO": "Romania", "SK": "Slovakia", "SI": "Slovenia", "ES": "Spain", "SE": "Sweden",
    "CH": "Switzerland", "GB": "United Kingdom", "US": "United States",
}  # fmt: skip
"""Countries that the bundled help list has entries for, by their two letters (ISO 3166-1)."""


class SettingKind(Value):
    """The kind of value that a key takes."""

    fits: Callable[[Any], bool]
    wanted: str
    """The allowed values in words, to follow "is"."""
    steps: tuple[Any, ...] = ()
    """The values to step through; none if it is written by hand, or takes its values from elsewhere."""
    ends: bool = False
    """Whether stepping stops at both ends, as on a scale, instead of wrapping around."""


class Shown(Value):
    """How a setting is shown on the page of settings."""

    group: str
    label: str
    key: str = ""
    """The key that changes it on every page."""


SCREEN, PACING, SOUNDING, HELP = "On the screen", "Pace and questions", "Bells and voice", "Help"
"""The groups of the page."""


def one_of(names: tuple[str, ...]) -> SettingKind:
    """One of a few words."""
    return SettingKind(lambda value: value in names, f"one of {', '.join(names)}", names)


def number(low: float, high: float, steps: tuple[float, ...]) -> SettingKind:
    """A number within limits."""

    def fits(value: Any) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high

    return SettingKind(fits, f"a number from {low:g} to {high:g}", steps, ends=True)


def whole_number(low: int, high: int, step: int = 1) -> SettingKind:
    """A whole number within limits."""
    return SettingKind(
        lambda value: type(value) is int and low <= value <= high,
        f"a whole number from {low} to {high}",
        tuple(range(low, high + 1, step)),
        ends=True,
    )


SWITCH = SettingKind(lambda value: isinstance(value, bool), "true or false", (False, True))
LINE = SettingKind(lambda value: isinstance(value, str) and value.isprintable(), "a line of text in quotes")
COUNTRY = SettingKind(
    lambda value: value == AUTO or (isinstance(value, str) and re.fullmatch("[A-Z]{2}", value) is not None),
    "auto, or two letters such as DE",
    (AUTO, *COUNTRIES),
)
VOICE = LINE.changed(steps=VOICES)
THEME, SOUND, PACE = one_of(THEMES), one_of(SOUNDS), number(FASTEST, SLOWEST, PACES)
RATE, LOUDNESS = whole_number(80, 250, 10), whole_number(SOFTEST, LOUDEST)

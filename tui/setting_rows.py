"""The settings as rows to step through, made from the table of settings, for the page and for plain lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tui.setting_kinds import HELP, PACING, SCREEN, SOUNDING
from tui.settings import Settings, keys
from tui.words.setting_words import ABOUT, this_time, value_in_short

GROUPS = (SCREEN, PACING, SOUNDING, HELP)


class SettingRow(NamedTuple):
    """One setting as a line of a list."""

    name: str
    label: str
    hint: str
    """Its value."""
    key: str = ""
    head: str = ""
    """Its group, for the first row of each group."""
    also: str = ""

    @property
    def about(self) -> str:
        """A sentence on it."""
        return ABOUT[self.name]


def rows(settings: Settings, next_time: Settings) -> Iterator[SettingRow]:
    """Every setting with its value, marked if the next start would have another value."""
    for group in GROUPS:
        head = group
        for name, key in keys().items():
            if key.shown.group == group:
                value = getattr(settings, name)
                said = value_in_short(name, value)
                said = said if value == getattr(next_time, name) else this_time(said)
                yield SettingRow(name, key.shown.label, said, key.shown.key, head)
                head = ""


def stepped(settings: Settings, name: str, step: int = 1, *, around: bool = False) -> dict[str, Any]:
    """The setting that a step changes, with its new value; empty if there is no further step.

    Args:
        settings: what holds now.
        name: the setting.
        step: 1, or -1 for back.
        around: wrap around from the end of a scale to its beginning, for people who use only one key.
    """
    kind, now = keys()[name].kind, getattr(settings, name)
    if not kind.steps:
        return {}
    if kind.ends:
        beyond = [value for value in kind.steps if (value > now if step > 0 else value < now)]
        if not beyond and not around:
            return {}
        new = (beyond or kind.steps)[0 if step > 0 else -1]
    else:
        at = kind.steps.index(now) if now in kind.steps else 0 if step < 0 else -1
        new = kind.steps[(at + step) % len(kind.steps)]
    return {"pace": new, "manual": False} if name == "pace" else {name: new}

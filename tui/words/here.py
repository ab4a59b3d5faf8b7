"""The person's country, used only for the help list: from the settings, or else from the locale."""

from __future__ import annotations

import os

from tui.locations import help_lines_file, settings_file
from tui.setting_kinds import AUTO
from tui.settings import load_or_default
from tui.words.help_lines import HelpLine, help_lines
from tui.words.regions import country_of, nearest_first

LOCALES = ("LC_ALL", "LC_CTYPE", "LANG")


def country(region: str | None = None) -> str:
    """The country's two letters; empty if neither the settings nor the locale name one.

    `region` is the current setting; None reads it from the settings file.
    """
    chosen = load_or_default(settings_file())[0].region if region is None else region
    if chosen != AUTO:
        return chosen
    return next((found for name in LOCALES if (found := country_of(os.environ.get(name, "")))), "")


def help_lines_here(region: str | None = None) -> tuple[tuple[HelpLine, ...], str]:
    """The list with this country's entries first, and what is wrong with the person's own list.

    A list of their own keeps its order.
    `region`: see `country`.
    """
    entries, fault = help_lines(help_lines_file())
    if keeps_own_list(fault):
        return entries, fault
    return nearest_first(entries, country(region)), fault


def keeps_own_list(fault: str) -> bool:
    """Whether the person's own list is shown; `fault`: what is wrong with it, if anything is."""
    return os.path.lexists(help_lines_file()) and not fault

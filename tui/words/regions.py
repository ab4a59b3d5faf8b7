"""The order of the help list: emergency numbers first, and entries of the person's country before others."""

from __future__ import annotations

from collections.abc import Iterable

from tui.setting_kinds import COUNTRIES
from tui.words.help_lines import HelpLine

EMERGENCY = "Emergency number"
"""The start of the names of emergency entries."""

_UNION = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE"
ANYWHERE = ("any country", "many countries")


def country_of(locale: str) -> str:
    """The two letters of the country in a locale such as `de_CH.UTF-8`; empty if it names none."""
    _, _, rest = locale.partition("_")
    letters = rest[:2].upper()
    return letters if len(letters) == len("DE") and letters.isalpha() else ""


def nearest_first(lines: Iterable[HelpLine], country: str) -> tuple[HelpLine, ...]:
    """The same entries: emergency numbers first, the person's country before others, otherwise in order."""
    return tuple(sorted(lines, key=lambda line: _rank(line, country)))


def _rank(line: HelpLine, country: str) -> int:
    danger, here = line.name.startswith(EMERGENCY), is_in(line.region, country)
    if here or not country:
        return 0 if danger else 1
    if line.region.startswith(ANYWHERE):
        return 2
    return 3 if danger else 4


def is_in(region: str, country: str) -> bool:
    """Whether a region of the list includes the country with these two letters."""
    name = COUNTRIES.get(country)
    return bool(name and name in region) or (
        bool(country) and "European Union" in region and country in _UNION
    )

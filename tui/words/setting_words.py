"""The sentences of the page of settings: one on each setting, and its value in a word or two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from tui.setting_kinds import COUNTRIES, LOUDEST
from tui.themes import PALETTES
from tui.words.page_lines import pace_in_short

TITLE = "Settings"

ABOUT: Mapping[str, str] = {
    "theme": "Night is dark, day is light, high contrast is white on black.",
    "motion": "Prompts fade in, and the light in the door swells with them.",
    "large": "Prompts stand in large letters wherever the window has room.",
    "grow": "In a large window, prompts stand in large letters by themselves.",
    "plain": "Everything comes as lines of text, from the next start on.",
    "pace": "How long each prompt stays, compared with what its author wrote.",
    "manual": "Nothing moves by itself. Enter brings the next prompt.",
    "ask_less": "Most questions are left out, and the session simply goes on.",
    "bell": "A bell rings where the session has one. A ♪ shows it as well.",
    "bell_indirect": "The bell rings on the way of the senses too.",
    "bell_volume": "You hear each step as you change it, where bells are on.",
    "tick": "A quiet tick when the words change, for eyes that are closed.",
    "aloud": "A voice says the words that you see.",
    "voice": "Auto takes the best voice on this computer. `ajar voice` lists them all.",
    "voice_rate": "How fast the voice speaks. People usually talk at 120 to 180.",
    "voice_volume": "You hear each step as you change it, where words are spoken.",
    "voice_command": "A program of your own that speaks. Write it into the settings file.",
    "sound": "Auto finds what works here. `ajar doctor` tells what it found.",
    "region": "Numbers from there come first. Auto goes by this computer's language.",
    "notice_read": "Sessions begin without the page that comes before the first.",
}
"""What each setting does when it is on."""

KEEPING = "For the next time"
KEEP, ERASE = "keep these", "erase what is kept"


_SAID: Mapping[str, Callable[[Any], str]] = {
    "theme": lambda value: PALETTES[value].label,
    "pace": pace_in_short,
    "region": lambda value: COUNTRIES.get(value, value),
    "bell_volume": lambda value: f"{value} of {LOUDEST}",
    "voice_volume": lambda value: f"{value} of {LOUDEST}",
}


def value_in_short(name: str, value: Any) -> str:
    """The value of a setting, in a word or two."""
    if isinstance(value, bool):
        return "on" if value else "off"
    said = _SAID.get(name)
    return said(value) if said else str(value) or "none"


def this_time(value: str) -> str:
    """A value that is lost at the next start, unless it is saved."""
    return f"{value}, this time"


def now(value: str) -> str:
    """The full value of the marked row, which may be cut in a small window."""
    return f"Now: {value}."


def kept_where(path: str, *, there: bool, keeps: bool) -> str:
    """Where settings are saved, and whether changes are."""
    if keeps:
        return f"Kept in {path}. What you change here from now on is kept there too."
    if there:
        return f"{path} holds what you kept before. New changes last until you leave."
    return f"Nothing is kept on this computer. Changes last until you leave; k keeps them in {path}."


def kept(path: str) -> str:
    """After *keep these*."""
    return f"Kept in {path}, which only you can read. Changes on this page are kept from here on."


def erased(path: str) -> str:
    """After erasing."""
    return f"{path} is erased. What you see here lasts until you leave."


NOTHING_TO_ERASE = "There was nothing to erase."
NOTHING_TO_KEEP = "Nothing was changed, so there is nothing to keep."
NOWHERE = "This run keeps nothing."

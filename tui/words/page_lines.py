"""Sentences of the pages around a run, landing included, and of switches; quick to load."""

from __future__ import annotations

from collections.abc import Sequence

from sessions.durations import in_short
from sessions.library.catalogue import Entry
from tui.setting_kinds import LOUDEST

WELCOME = "Guided minutes, gentle with whatever holds back. You can stop at any moment."
READING = "loading"
"""Replaces the length of a session whose file takes long to read."""
HALF_WAY = (240.0, 450.0)
"""The limits in seconds between the groups of sessions in the library."""
SEARCH = "a title, a word, a length"
NOTHING_FOUND = "Nothing here has all of these words. Esc shows every session again."
FIND = "a page, a session, a setting"
NOTHING_BY_THAT_NAME = "Nothing here has these words. Fewer letters find more."
SMALL_WINDOW = "A larger window shows more."


def cannot_play(entry: Entry) -> str:
    """Why a session cannot be played, and where to see more."""
    return f"{entry.title} can't be played yet: {entry.fault}. `ajar check` shows the place."


def about_how_long(seconds: float) -> str:
    """The group for sessions of this length."""
    if seconds < HALF_WAY[0]:
        return "one to three minutes"
    return "about five minutes" if seconds < HALF_WAY[1] else "ten minutes and more"


def still_reading(entry: Entry) -> str:
    """Why a session does not open yet."""
    return f"{entry.title} is taking a while to read. It opens by itself; everything else works meanwhile."


def bell(*, on: bool, mute: bool = False) -> str:
    """The line on the bell being switched; `mute`: no sound can be heard here."""
    if on and mute:
        return "The bell is on, but this computer can't play it now. A ♪ shows it instead."
    return "Bells can be heard now." if on else "Bells are off now."


def aloud(*, on: bool) -> str:
    """The line on the voice being switched."""
    return "The words are spoken now." if on else "The voice is off now. The words are still shown."


def tick(*, on: bool) -> str:
    """The line on the tick being switched."""
    return "A soft tick says when the words change." if on else "The words change without a sound now."


def loudness(setting: str, step: int) -> str:
    """The line on a change of loudness."""
    what = "words" if setting == "voice_volume" else "bells"
    return f"Loudness of {what}: {step} of {LOUDEST}."


def motion(*, on: bool) -> str:
    """The line on motion being switched."""
    return "Prompts fade in now, and the light in the door changes." if on else "Nothing moves now."


def large(*, on: bool) -> str:
    """The line on large text being switched."""
    if on:
        return "Prompts are large now, where the window has room. Long ones stay small."
    return "Prompts have their usual size now."


def to_keep(questions: Sequence[str]) -> tuple[str, ...]:
    """The author's questions after the end."""
    return ("To think about later, if you like:", *questions)


def also_here(titles: Sequence[str], columns: int = 80) -> str:
    """Other sessions by name, each on a row of its own if they do not fit into one."""
    row = f"Also here: {' · '.join(titles)}"
    return row if len(row) <= columns else "\n".join(("Also here:", *titles))


def pace_in_short(factor: float | None) -> str:
    """The pace, as the value of a setting."""
    if factor is None:
        return "by hand: Enter goes on"
    return "usual" if factor == 1.0 else f"{factor:g} times as long"


def course(arriving: float, way: float, landing: float) -> str:
    """How the length of a session is divided; arguments are in seconds."""
    return (
        f"{in_short(arriving + way + landing)}: {in_short(arriving)} to arrive, {in_short(way)} on the way, "
        f"{in_short(landing)} to come back"
    )


def pick(wordings: Sequence[str], turn: int) -> str:
    """Picks one of several wordings."""
    return wordings[turn % len(wordings)]


def how_to_copy(key: str) -> str:
    """How to copy a number from the help list; `key` lets the terminal select, empty if it cannot."""
    if not key:
        return "This terminal has nowhere to copy to; `ajar help-lines` prints the list as lines."
    return (
        "y copies the entry you are on. You can also drag over a few words, and Ctrl-C copies them. "
        f"Hold {key} while you drag to select the terminal's own way."
    )


def copied(key: str) -> str:
    """The line after copying, which not every terminal allows a program to do."""
    if not key:
        return "This terminal has nowhere to copy to."
    return f"Copied. If pasting brings nothing, hold {key}, drag over it, and copy the terminal's own way."

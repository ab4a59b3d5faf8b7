"""What a typed line means in the plain performer: an answer, a key, or nothing.

The keys are those of the screen; each can be typed as a word as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from sessions.engine.events import (
    GUARDING,
    Back,
    Event,
    Leave,
    Less,
    Next,
    Noticing,
    Pick,
    TakeDirect,
    Way,
)
from tui.choices import FEELINGS, MORE, WAYS, Offer
from tui.plain.typed_line import readings


class Command(Enum):
    """What the performer handles itself, without a fixed event of the engine."""

    ENTER = "enter"
    """Enter alone, which has no fixed meaning."""
    PAUSE = "pause"
    """Pause, or go on."""
    SLOWER = "slower"
    FASTER = "faster"
    MANUAL = "manual"
    """Switch between manual and timed beats."""
    TIME = "time"
    HELP = "help"
    AGAIN = "again"
    """Show the current text again."""
    KEYS = "keys"
    MORE = "more"
    """Show the rest of a menu."""
    ASK_LESS = "ask less"
    """Ask fewer questions, or all of them again."""
    ALOUD = "aloud"
    """Turn the voice on or off."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Key:
    """A key, the words for it, and what it does."""

    names: tuple[str, ...]
    """The first is the one that is shown."""
    does: Event | Command
    meaning: str


KIND_WORDS = WAYS[Way.DIRECT][0]

KEYS: tuple[Key, ...] = (
    Key(("q", "stop", "quit", "exit"), Leave(), "stop at once"),
    Key(("pause", "space"), Command.PAUSE, "pause without limit, or go on; a space does the same"),
    Key(("next", "go on"), Next(), "on to the next prompt"),
    Key(("g", "again", "repeat"), Command.AGAIN, "say again what is here now"),
    Key(("b", "back"), Back(), "back to the prompt before"),
    Key(("l", "less"), Less(), "ask less of me here"),
    *(
        Key((choice.key, choice.label), choice.event, choice.hint)
        for feeling, choice in FEELINGS.items()
        if feeling in GUARDING
    ),
    Key(("z", "that was a slip", "slip"), Pick(Way.SLIP), "take back c, t or f, if it was a slip"),
    Key(("a", "ask less"), Command.ASK_LESS, "fewer questions, or all of them again"),
    Key(("d", KIND_WORDS), TakeDirect(), "kind words, from here"),
    Key(("n", "noticing"), Noticing(), "look at what holds back, if anything does"),
    Key(("v", "voice", "aloud"), Command.ALOUD, "words spoken aloud, or not"),
    Key(("+", "=", "slower"), Command.SLOWER, "prompts stay longer"),
    Key(("-", "faster"), Command.FASTER, "prompts stay for less time"),
    Key(("w", "wait"), Command.MANUAL, "wait for Enter at each prompt, or move by itself again"),
    Key(("p", "time"), Command.TIME, "how long it has been"),
    Key(("h", "help"), Command.HELP, "help lines: people to call"),
    Key(("?", "keys"), Command.KEYS, "this list"),
)

_BY_NAME = {name: key.does for key in KEYS for name in key.names}


def keys(*, unnamed: bool) -> tuple[Key, ...]:
    """The keys as they are listed; for somebody who chose the senses, the direct track is not mentioned."""
    return tuple(key for key in KEYS if not (unnamed and KIND_WORDS in key.names))


def meaning_of(line: str, offer: Offer) -> Event | Command:
    """What a line means while these answers are offered, if anything."""
    if not line and not getattr(line, "before", ""):
        return Command.ENTER
    meanings = (_meaning(said, offer) for said in readings(line, _BY_NAME))
    return next((meaning for meaning in meanings if meaning is not Command.UNKNOWN), Command.UNKNOWN)


@lru_cache
def stops(line: str) -> bool:
    """Whether a line stops everything, whatever was asked."""
    return isinstance(meaning_of(line, Offer()), Leave)


def _meaning(said: str, offer: Offer) -> Event | Command:
    if not said.strip():
        return Command.PAUSE
    if offer.more and said in (MORE.key, MORE.label) and not offer.block:
        return Command.MORE
    for choice in offer.all:
        if said in (choice.key.lower(), choice.label.lower()):
            return choice.event
    return _BY_NAME.get(said, Command.UNKNOWN)

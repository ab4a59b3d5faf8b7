"""Every answer a person can give, with its key and its words: one table for all performers.

Keys are the care guide's. A letter means one thing on every screen; a digit is always "the entry with this
number". No entry is marked, preselected or meant to look better than its neighbours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, Effect, HoldStill, MenuKind, OpenMenu
from sessions.engine.events import ChooseOption, Coat, Event, Feeling, Leave, Next, Pick, Report, Way, Wear


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer."""

    key: str
    """The key to press; in menus a digit."""
    label: str
    """What is shown, in lower case."""
    event: Event
    """What is sent to the runner."""
    hint: str = ""
    """A few more words, for those who want them; empty where the label says it all."""
    also: str = ""
    """A letter that does the same, where the entry has one."""


FEELINGS: Mapping[Feeling, Choice] = {
    Feeling.OPENING: Choice(
        "o", "opening", Report(Feeling.OPENING), "at ease, interested, warm, moved; tears may be part of it"
    ),
    Feeling.BETWEEN: Choice(
        "m", "in between, can't tell", Report(Feeling.BETWEEN), "a bit of both, or no idea"
    ),
    Feeling.CLOSING: Choice(
        "c", "closing", Report(Feeling.CLOSING), "pulling back: bored, yawning, tense, cynical, cross or flat"
    ),
    Feeling.TOO_MUCH: Choice(
        "t", "too much", Report(Feeling.TOO_MUCH), "racing, panicky, flooded, wanting to bolt"
    ),
    Feeling.FAR_AWAY: Choice("f", "far away", Report(Feeling.FAR_AWAY), "foggy, unreal, cut off, hopeless"),
    Feeling.SKIP: Choice("s", "skip", Report(Feeling.SKIP), "no answer wanted"),
}
"""The answers of a check-in, in the order they are shown."""

STOP = Choice("q", "stop", Leave(), "ends at once, from anywhere")

ANY_TIME: tuple[Choice, ...] = (
    FEELINGS[Feeling.CLOSING],
    FEELINGS[Feeling.TOO_MUCH],
    FEELINGS[Feeling.FAR_AWAY],
    STOP,
)
"""What can be said in every state, listed there or not."""

COATS: Mapping[Coat, Choice] = {
    Coat.LATER: Choice("1", "later", Wear(Coat.LATER), "it could wait for another day"),
    Coat.TOO_MUCH_TO_START: Choice(
        "2", "too much to start", Wear(Coat.TOO_MUCH_TO_START), "the first step looks too big"
    ),
    Coat.WONT_WORK: Choice("3", "it won't work", Wear(Coat.WONT_WORK), "this does nothing, or not for me"),
    Coat.SLIPPED_MY_MIND: Choice(
        "4", "it slipped my mind", Wear(Coat.SLIPPED_MY_MIND), "forgotten until now, or again and again"
    ),
    Coat.WORN_OUT: Choice("5", "worn out", Wear(Coat.WORN_OUT), "tired, or with nothing left to give"),
    Coat.BORED: Choice("6", "bored", Wear(Coat.BORED), "dull, slow, looking elsewhere"),
    Coat.CROSS: Choice("7", "cross", Wear(Coat.CROSS), "annoyed with this, or with it all"),
    Coat.UNEASY: Choice("8", "uneasy", Wear(Coat.UNEASY), "on edge, wary, something is off"),
    Coat.NOTHING_FELT: Choice("9", "nothing felt", Wear(Coat.NOTHING_FELT), "blank or numb"),
    Coat.DONT_KNOW: Choice("u", "I don't know", Wear(Coat.DONT_KNOW), "unclear, or none of these words fits"),
    Coat.NOTHING_PUSHING_BACK: Choice(
        "0", "nothing pushing back", Wear(Coat.NOTHING_PUSHING_BACK), "no hesitation to be found"
    ),
}
"""The answers of a noticing pause, in the care guide's order."""

WAYS: Mapping[Way, tuple[str, str]] = {
    Way.GENTLER: (
        "go on, on the gentler track",
        "the same session, with the senses",
    ),
    Way.SENSES: ("senses and floor", "what you see, hear, feel underfoot"),
    Way.TOUCH: ("touch, or an object", "a hand somewhere, or a thing to hold"),
    Way.NATURE: ("something green", "a plant, the sky, a picture, a place"),
    Way.BREATH: ("breath", "a few breaths, or another anchor"),
    Way.NOTHING: ("nothing for a while", "an empty page, as long as you like"),
    Way.ANOTHER: ("another short form", "senses, touch, something green, or breath"),
    Way.TOO_MUCH: ("too much", "racing, flooded, wanting to bolt"),
    Way.FAR_AWAY: ("far away", FEELINGS[Feeling.FAR_AWAY].hint),
    Way.STOP: ("stop", "ends at once"),
    Way.DIRECT: ("the direct track", "from here, with kind words to yourself"),
    Way.FLOOR: ("Floor Under You", "three minutes, eyes open, nothing asked"),
    Way.COMPANY: ("people to talk to", "who might be near, or a call away"),
    Way.HELP: ("the help list", "numbers and places, with their dates"),
}
"""Label and hint of every entry a menu can have."""

_STAY = ("stay on the gentler track", "senses in place of kind words, from here")
_OTHER_WORDS: Mapping[tuple[MenuKind, Way], tuple[str, str]] = {
    (MenuKind.RETURN, Way.GENTLER): _STAY,
    (MenuKind.BETWEEN, Way.GENTLER): ("the gentler track", "senses, hands, the room; no kind words"),
    (MenuKind.BETWEEN, Way.DIRECT): ("the direct track", "kind words turned toward yourself"),
}
"""Where a menu gives an entry words of its own."""

_LETTERS: Mapping[Way, str] = {Way.STOP: "q", Way.TOO_MUCH: "t", Way.FAR_AWAY: "f", Way.HELP: "h"}
"""Entries that can be had by a letter as well."""


def check_in_choices() -> tuple[Choice, ...]:
    """The answers of a check-in, stop included."""
    return (*FEELINGS.values(), STOP)


def notice_choices() -> tuple[Choice, ...]:
    """The coats, skip, and stop."""
    return (*COATS.values(), FEELINGS[Feeling.SKIP], STOP)


def fork_choices(effect: AskFork) -> tuple[Choice, ...]:
    """An author's own options, numbered from 1, and stop."""
    options = (Choice(str(n), text, ChooseOption(n - 1)) for n, text in enumerate(effect.options, 1))
    return (*options, STOP)


def menu_choices(effect: OpenMenu) -> tuple[Choice, ...]:
    """The entries of a menu, numbered from 1 in their order."""
    return tuple(_entry(effect, str(n), way) for n, way in enumerate(effect.ways, 1))


def _entry(effect: OpenMenu, key: str, way: Way) -> Choice:
    label, hint = way_words(effect.kind, way, already_gentle=effect.already_gentle)
    return Choice(key, label, Pick(way), hint, also=_LETTERS.get(way, ""))


def rest_choices() -> tuple[Choice, ...]:
    """What there is while nothing happens for a while."""
    return (Choice("1", "back to the choices", Next(), "whenever you like"), STOP)


def choices_for(effect: Effect) -> tuple[Choice, ...]:
    """The answers to whatever waits for the person; empty for an effect that asks nothing."""
    match effect:
        case AskCheckIn():
            return check_in_choices()
        case AskNotice():
            return notice_choices()
        case AskFork():
            return fork_choices(effect)
        case OpenMenu():
            return menu_choices(effect)
        case HoldStill():
            return rest_choices()
        case _:
            return ()


def way_words(kind: MenuKind, way: Way, *, already_gentle: bool = False) -> tuple[str, str]:
    """Label and hint of a menu's entry."""
    if way is Way.GENTLER and already_gentle:
        return _STAY
    return _OTHER_WORDS.get((kind, way), WAYS[way])

"""Every answer a person can give, with its key and label: one table for all performers.

The keys are those of the care guide. A letter means the same on every screen, and stopping is always `q`,
never a digit, whose meaning changes from page to page. No entry is preselected or made to look better than
its neighbours; Enter alone takes the one that asks least.
"""

from __future__ import annotations

from collections.abc import Mapping

from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, Effect, HoldStill, OpenMenu, Signs
from sessions.engine.events import (
    GUARDING,
    ChooseOption,
    Coat,
    Event,
    Feeling,
    Leave,
    Pick,
    Report,
    Tick,
    Way,
    Wear,
)
from sessions.value import Value
from tui.yours import in_a_hint, in_a_menu


class Choice(Value):
    """One answer."""

    key: str
    """The key to press."""
    label: str
    """What is shown, in lower case."""
    event: Event
    """What is sent to the runner."""
    hint: str = ""
    """A few more words of explanation; empty if the label says it all."""
    also: str = ""
    """A letter that does the same, if there is one."""
    own: bool = False
    """The hint holds the person's own words, and is shown wherever the answer is."""


class Offer(Value):
    """All answers to one effect, and how they are laid out."""

    choices: tuple[Choice, ...] = ()
    more: tuple[Choice, ...] = ()
    """Their keys work at once, but they are listed only when the person asks for more."""
    enter: Choice | None = None
    """What Enter takes while no entry is marked; None where Enter alone takes nothing."""
    hints: bool = False
    """Whether hints stand beside the answers; otherwise the marked one shows its own."""
    block: bool = False
    """Shown as words side by side, since there are many; then `more` is never listed."""

    @property
    def all(self) -> tuple[Choice, ...]:
        """Every answer, those in `more` included."""
        return self.choices + self.more


FEELINGS: Mapping[Feeling, Choice] = {
    Feeling.OPENING: Choice(
        "o", "opening", Report(Feeling.OPENING), "at ease, interested, warm, moved, or tearful"
    ),
    Feeling.BETWEEN: Choice(
        "m", "in between, can't tell", Report(Feeling.BETWEEN), "a bit of both, or no idea"
    ),
    Feeling.CLOSING: Choice(
        "c", "closing", Report(Feeling.CLOSING), "pulling back: bored, yawning, tense, cynical, cross or flat"
    ),
    Feeling.TOO_MUCH: Choice(
        "t", "too much", Report(Feeling.TOO_MUCH), "racing, panicky, flooded, wanting to run"
    ),
    Feeling.FAR_AWAY: Choice("f", "far away", Report(Feeling.FAR_AWAY), "foggy, unreal, cut off, hopeless"),
    Feeling.SKIP: Choice("s", "skip", Report(Feeling.SKIP), "no answer; Enter does the same"),
}
"""The answers of a check-in, in the order they are shown."""

SKIP_OPTIONS = FEELINGS[Feeling.SKIP].changed(hint="goes on with the first of these; Enter does the same")
"""The answer that skips an author's own question."""

LEAVE_IT = Choice("s", "leave it here", Report(Feeling.SKIP))
"""The only entry once the last question has been answered."""

STOP = Choice("q", "stop", Leave(), "at once, from anywhere")

MORE = Choice("0", "more", Tick())
"""Lists the rest of a menu; the page does that, and the run is not told."""

_COATS: tuple[tuple[str, Coat, str, str], ...] = (
    ("1", Coat.LATER, "later", "another day would be better"),
    ("2", Coat.TOO_MUCH_TO_START, "too much to start", "the first step looks too big"),
    ("3", Coat.WONT_WORK, "it won't work", "this does nothing, or not for me"),
    ("4", Coat.SLIPPED_MY_MIND, "it slipped my mind", "forgotten until now, or again and again"),
    ("5", Coat.DONT_DESERVE, "I don't deserve it", "this is for other people"),
    ("6", Coat.WORN_OUT, "worn out", "tired, with nothing left to give"),
    ("7", Coat.BORED, "bored", "dull, slow, looking elsewhere"),
    ("8", Coat.CROSS, "cross", "annoyed with this, or with everything"),
    ("9", Coat.UNEASY, "uneasy", "on edge, wary"),
    ("0", Coat.NOTHING_FELT, "nothing felt", "blank or numb"),
    ("u", Coat.DONT_KNOW, "I don't know", "unclear, or none of these words fits"),
    ("n", Coat.NOTHING_PUSHING_BACK, "nothing pushing back", "no hesitation to be found"),
)
COATS: Mapping[Coat, Choice] = {
    coat: Choice(key, label, Wear(coat), hint) for key, coat, label, hint in _COATS
}
"""The answers of a noticing pause, in the care guide's order."""

WAYS: Mapping[Way, tuple[str, str]] = {
    Way.GENTLER: ("carry on gently", ""),
    Way.HOLD: ("something to look at or hold", ""),
    Way.ORDINARY: ("something ordinary", "tea, a blanket, a friend"),
    Way.NOTHING: ("nothing for a while", ""),
    Way.AS_PLANNED: ("carry on as planned", ""),
    Way.SENSES: ("senses and floor", "what you see, hear, and sit on"),
    Way.TOUCH: ("touch, or an object", "a hand somewhere, or a thing to hold"),
    Way.NATURE: ("something green", "a plant, the sky, a picture"),
    Way.BREATH: ("breath", "a few breaths, or a sound instead"),
    Way.TOO_MUCH: ("too much", "racing, flooded, wanting to run"),
    Way.FAR_AWAY: ("far away", FEELINGS[Feeling.FAR_AWAY].hint),
    Way.STOP: ("stop", ""),
    Way.DIRECT: ("kind words", "from here"),
    Way.SLIP: ("that was a slip", ""),
    Way.FLOOR: ("Floor Under You", "three minutes, eyes open"),
    Way.COMPANY: ("people to talk to", ""),
    Way.HELP: ("help lines", ""),
}
"""Label and hint of every entry a menu can have."""

_LETTERS: Mapping[Way, str] = {
    Way.STOP: "q",
    Way.TOO_MUCH: "t",
    Way.FAR_AWAY: "f",
    Way.HELP: "h",
    Way.DIRECT: "d",
    Way.SLIP: "z",
}
"""Entries that have a letter as key; all others are numbered from 1."""


def any_time() -> tuple[Choice, ...]:
    """The answers that work in every state, whether listed or not."""
    return (*(choice for feeling, choice in FEELINGS.items() if feeling in GUARDING), STOP)


IN_THREE_WORDS: tuple[Choice, ...] = (
    FEELINGS[Feeling.OPENING].changed(label="more"),
    FEELINGS[Feeling.CLOSING].changed(label="less"),
    STOP,
)
"""The answers of a check-in with a group."""


def offer_for(effect: Effect, *, guide: bool = False) -> Offer:  # noqa: PLR0911  # one for each kind of question
    """The answers to an effect; none for one that asks nothing.

    For a `guide` a check-in lists three words; the keys of all other answers still work.
    """
    match effect:
        case AskCheckIn(final=False) if guide:
            rest = (Feeling.BETWEEN, Feeling.TOO_MUCH, Feeling.FAR_AWAY, Feeling.SKIP)
            others = tuple(FEELINGS[feeling] for feeling in rest)
            return Offer(IN_THREE_WORDS, others, enter=others[-1], block=True)
        case AskCheckIn(answered=Feeling()):
            return Offer((LEAVE_IT,), enter=LEAVE_IT)
        case AskCheckIn():
            answers = tuple(_hinted(feeling, effect.signs) for feeling in FEELINGS)
            return Offer(answers, enter=FEELINGS[Feeling.SKIP], block=effect.final)
        case AskNotice():
            skip = FEELINGS[Feeling.SKIP]
            also = tuple(choice for feeling, choice in FEELINGS.items() if feeling is not Feeling.SKIP)
            return Offer((*COATS.values(), skip), also, enter=skip, block=True)
        case AskFork():
            options = (Choice(str(n), text, ChooseOption(n - 1)) for n, text in enumerate(effect.options, 1))
            return Offer((*options, SKIP_OPTIONS), enter=SKIP_OPTIONS)
        case OpenMenu() | HoldStill():
            return _entries(effect.ways, effect.more, effect.comforts)
        case _:
            return Offer()


def _hinted(feeling: Feeling, signs: Signs) -> Choice:
    """An answer of a check-in, with the person's own signs as its hint if they keep some."""
    own = {Feeling.OPENING: signs.opening, Feeling.CLOSING: signs.closing}.get(feeling, ())
    return FEELINGS[feeling].changed(hint=in_a_hint(own), own=True) if own else FEELINGS[feeling]


def _entries(ways: tuple[Way, ...], more: tuple[Way, ...], comforts: tuple[str, ...]) -> Offer:
    """The entries of a menu; the person's own comforts, if any, replace `ORDINARY` and come first."""
    if comforts and Way.ORDINARY in ways:
        ways = (Way.ORDINARY, *(way for way in ways if way is not Way.ORDINARY))
    entries: dict[Way, Choice] = {}
    digits = iter("123456789")
    for way in (*ways, *more):
        label, hint = WAYS[way]
        if comforts and way is Way.ORDINARY:
            label, hint = in_a_menu(comforts), ""
        entries[way] = Choice(_LETTERS.get(way) or next(digits), label, Pick(way), hint)
    choices = tuple(entries.values())
    enter = entries[Way.GENTLER] if Way.GENTLER in ways else None
    return Offer(choices[: len(ways)], choices[len(ways) :], enter=enter, hints=True)


def listed(offer: Offer, *, more: bool = False, enter: bool = True) -> tuple[Choice, ...]:
    """The answers to list; `more` includes the rest, `enter` marks the one that Enter takes."""
    lines = offer.all if more and not offer.block else offer.choices
    if offer.more and not more and not offer.block:
        lines = (*lines, MORE)
    return tuple(
        line.changed(label=f"{line.label} (Enter)") if enter and line is offer.enter else line
        for line in lines
    )

"""Answers for a rehearsal: a list written beforehand answers every question of a run.

    opening,closing:green,skip

Each item answers one check-point (a check-in, a noticing pause, an author's own question). The word after a
colon answers the page that opens next: `closing:green` picks something green in the menu after closing,
`bored:as-planned` names a coat and takes an entry of the page that opens. A menu without an answer goes on in
the gentler way, and after the last item every question is skipped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sessions.engine.effects import (
    AskCheckIn,
    AskFork,
    AskNotice,
    Effect,
    HoldStill,
    OpenMenu,
    ShowBeat,
    ShowCompany,
)
from sessions.engine.effects import ShowHelp as ShowHelpList
from sessions.engine.events import ChooseOption, Coat, Event, Feeling, Leave, Next, Pick, Report, Way, Wear
from sessions.naming import nearest
from sessions.unsafe import visible

Question = AskCheckIn | AskNotice | AskFork | OpenMenu | HoldStill

STOP = "stop"
SKIP = "skip"

FEELINGS: Mapping[str, Feeling] = {feeling.value.replace("_", "-"): feeling for feeling in Feeling}
COATS: Mapping[str, Coat] = {coat.value.replace("_", "-"): coat for coat in Coat}
WAYS: Mapping[str, Way] = {
    **{way.value.replace("_", "-"): way for way in Way if way is not Way.NATURE},
    "green": Way.NATURE,
}
OPTIONS: Mapping[str, int] = {str(number): number - 1 for number in range(1, 6)}
"""Options of an author's own question, counted from 1."""

WORDS: tuple[str, ...] = tuple(dict.fromkeys((*FEELINGS, *COATS, *WAYS, *OPTIONS)))
"""Every word a list may hold."""


class AnswersError(Exception):
    """The list holds a word that is no answer, or an answer that does not fit where it is used."""


class Answers:
    """A list of answers, used up one by one.

    Attributes:
        written: the list as it was written, item by item.
    """

    def __init__(self, text: str = "") -> None:
        """Read a list.

        Raises:
            AnswersError: a word is no answer.
        """
        self.written = [item.strip() for item in text.split(",")] if text.strip() else []
        self._items = [_words(number, item) for number, item in enumerate(self.written, 1)]
        self._used = 0
        self._behind: list[str] = []
        self._menu: OpenMenu | None = None

    @property
    def left(self) -> list[str]:
        """The items that no question has used yet."""
        return self.written[self._used :]

    def next_for(self, effect: Effect) -> Event | None:
        """The answer to an effect that asks; None for an effect that asks nothing.

        Raises:
            AnswersError: the next answer does not fit this question.
        """
        match effect:
            case AskCheckIn() | AskNotice() | AskFork():
                return self._answer(effect, self._next_item())
            case OpenMenu():
                self._menu = effect
            case HoldStill():
                return Next()
            case ShowBeat():
                return Next() if effect.beat.waits else None
        asks = isinstance(effect, OpenMenu | ShowCompany | ShowHelpList)
        return self._answer(self._menu, self._take()) if asks and self._menu is not None else None

    def _next_item(self) -> str:
        if self._behind:
            item = self.written[self._used - 1]
            raise AnswersError(f"answer {self._used}, `{item}`: nothing was asked for `{self._behind[0]}`")
        if self._used == len(self._items):
            return SKIP
        self._behind = list(self._items[self._used])
        self._used += 1
        return self._take()

    def _take(self) -> str:
        return self._behind.pop(0) if self._behind else ""

    def _answer(self, question: Question, word: str) -> Event:
        if word == STOP and not isinstance(question, OpenMenu):
            return Leave()
        event = _event(question, word)
        if event is None:
            raise AnswersError(
                f"answer {self._used}, `{word}`, does not fit {_called(question)}; "
                f"there it is one of: {', '.join(_fitting(question))}"
            )
        return event


def _words(number: int, item: str) -> tuple[str, ...]:
    words = tuple(word.strip().lower().replace("_", "-").replace(" ", "-") for word in item.split(":"))
    for word in words:
        if word not in WORDS:
            near = nearest(word, WORDS) if word else ""
            guess = f"did you mean `{near}`? " if near else ""
            shown = f"`{visible(word)}`" if word else "an empty one"
            raise AnswersError(f"answer {number}: {shown} is no answer; {guess}Known are: {', '.join(WORDS)}")
    return words


def _event(question: Question, word: str) -> Event | None:
    match question:
        case AskCheckIn():
            return Report(FEELINGS[word]) if word in FEELINGS else None
        case AskNotice():
            return Wear(COATS[word]) if word in COATS else _event(_PLAIN, word)
        case AskFork():
            return _option(question, word)
        case OpenMenu():
            way = WAYS.get(word) if word else _onward(question.ways)
            return Pick(way) if way in question.ways + question.more and way is not None else None
        case _:
            return None


_PLAIN = AskCheckIn("", 0)


def _option(fork: AskFork, word: str) -> Event | None:
    if word == SKIP:
        return Report(Feeling.SKIP)
    index = OPTIONS.get(word)
    return None if index is None or index >= len(fork.options) else ChooseOption(index)


def _onward(ways: Iterable[Way]) -> Way:
    """The entry taken in a menu without an answer: the gentler way, or to stop where that is not offered."""
    return Way.GENTLER if Way.GENTLER in tuple(ways) else Way.STOP


def _fitting(question: Question) -> list[str]:
    return [word for word in WORDS if word == STOP or _event(question, word) is not None]


def _called(question: Question) -> str:
    match question:
        case OpenMenu():
            return f"the menu `{question.kind.value}`"
        case AskFork() | AskNotice() | AskCheckIn() if question.text:
            return f"the question “{question.text}”"
        case AskNotice():
            return "the noticing pause"
        case _:
            return "the check-in"

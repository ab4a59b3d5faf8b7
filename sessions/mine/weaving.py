"""Puts a person's own lines into a session before a run, so that score and engine need not know of them.

Only prompts whose author allows it are changed, only in their words, and only where there is time to read the
new ones: every length stays as it was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sessions.mine.model import Mine
from sessions.model import Session
from sessions.own_places import examples, quoted_sentence
from sessions.quotations import MARKS
from sessions.text_time import reading_time, seconds_to_read, words_in
from sessions.written import Choose, Mark, Own, Say, Step, steps_in

MOST_WORDS, MOST_CHARACTERS = 26, 150
"""The most of either in a prompt, as for authors (care guide rule 17)."""
MOST_ITEMS = 3
"""The most own comforts or signs in one prompt."""

_QUOTES = "".join(opens + closes for opens, closes in MARKS)
_ENDS = ".!?…"


def with_own(session: Session, mine: Mine, seed: int) -> Session:
    """The session for one run, with the person's own lines; `seed` decides which line goes where.

    Own sentences fill every second place for them, and each is said at most once in a run.
    """
    if not mine:
        return session
    told = _words(session, mine.words, seed) if mine.words else {}
    lists = {Own.COMFORTS: mine.comforts, Own.CLOSING: mine.closing, Own.OPENING: mine.opening}

    def changed(say: Say) -> Say:
        if say.own is Own.WORDS:
            return told.get(say.at, say)
        items = lists[say.own] if say.own else ()
        return _listed(say, _turned(items, seed)[:MOST_ITEMS], session.pace) if items else say

    names = ("arriving", "direct", "indirect", "landing")
    sections: dict[str, Any] = {name: _each(getattr(session, name), changed) for name in names}
    return session.changed(**sections)


def _words(session: Session, words: tuple[str, ...], seed: int) -> dict[Mark, Say]:
    """The changed prompts with one of the person's own sentences, by the marks of the author's prompts."""
    places = [say for say in steps_in(session.direct) if isinstance(say, Say) and say.own is Own.WORDS]
    if not places:
        return {}
    chosen = _turned(places[seed % min(2, len(places)) :: 2], seed // 2)
    waiting = list(_turned(words, seed))
    told: dict[Mark, Say] = {}
    for say in chosen:
        for word in waiting:
            new = _saying(say, word, session.pace)
            if new is not None:
                told[say.at] = new
                waiting.remove(word)
                break
    return told


def _turned(items: Sequence[Any], by: int) -> Sequence[Any]:
    by %= max(1, len(items))
    return [*items[by:], *items[:by]]


def _each(steps: Iterable[Step], changed: Callable[[Say], Say]) -> tuple[Step, ...]:
    def one(step: Step) -> Step:
        if isinstance(step, Say):
            return changed(step)
        if isinstance(step, Choose):
            options = (option.changed(steps=_each(option.steps, changed)) for option in step.options)
            return step.changed(options=tuple(options))
        return step

    return tuple(one(step) for step in steps)


def _saying(say: Say, word: str, pace: int) -> Say | None:
    """The prompt with an own sentence in place of the quoted one, or by itself; None if too long."""
    word = word.strip(_QUOTES + " ")
    framed, alone = [], []
    for text in (say.text, *say.wordings):
        place = quoted_sentence(text)
        if place is None:
            return None
        framed.append(f"{place.before}{word}{place.after}")
        alone.append(f"{place.before[-1]}{word}{place.after[0]}")
    fitting = [text for text in framed if _fits(text, say, pace)] or [
        text for text in alone[:1] if _fits(text, say, pace)
    ]
    return _worded(say, fitting) if fitting else None


def _listed(say: Say, items: Sequence[str], pace: int) -> Say:
    """The prompt with own items before its examples, as many of both as there is time to read."""
    return _worded(say, [_with_items(text, items, say, pace) for text in (say.text, *say.wordings)])


def _with_items(text: str, items: Sequence[str], say: Say, pace: int) -> str:
    place = examples(text)
    if place is None:
        return text
    own = [item.strip(_ENDS + " ,;") for item in items]
    others = _others(place.held, own) if say.own is Own.COMFORTS else []
    for kept in range(len(own), 0, -1):
        for left_out in range(len(others) + 1):
            told = ", ".join([*own[:kept], *others[left_out:]])
            new = f"{place.before}{told[:1].upper()}{told[1:]}.{place.after}"
            if _fits(new, say, pace):
                return new
    return text


def _others(held: str, own: Sequence[str]) -> list[str]:
    """The author's examples that can follow own items: all but the first, whose capital may have to stay.

    Only comforts are mixed with the author's. Signs are whole clauses ("I go quiet", "you go quiet"), so a
    person's own signs replace the author's.
    """
    known = {item.casefold() for item in own}
    return [each for each in held.rstrip(_ENDS).split(", ")[1:] if each.casefold() not in known]


def _fits(text: str, say: Say, pace: int) -> bool:
    long = words_in(text) > MOST_WORDS or len(text) > MOST_CHARACTERS
    return not long and (
        say.until_ready or max(reading_time(text, pace), seconds_to_read(text)) <= say.length
    )


def _worded(say: Say, texts: Sequence[str]) -> Say:
    """The same prompt with other wordings."""
    first, *others = dict.fromkeys(texts)
    return say.changed(text=first, wordings=tuple(others))

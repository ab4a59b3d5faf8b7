"""Writes paths in the words of `sessions.rehearsal.answers`, so that a rehearsal can play them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from sessions.engine.effects import Ending
from sessions.engine.events import Begin, ChooseOption, Event, Pick, Report, Wear
from sessions.rehearsal.answers import COATS, FEELINGS, WAYS
from sessions.rehearsal.paths import Path

ASK = "ask"
"""The word for a track that is asked on the way."""

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class WrittenPath:
    """One way through a session, for reading and for programs."""

    track: str
    """`direct`, `indirect` or `ask`."""
    answers: str
    """As `ajar rehearse --answers` takes them; empty where nothing was answered."""
    seconds: float
    landed: bool
    """Whether it reached the end of the landing; otherwise it stopped on the way."""


def written(path: Path) -> WrittenPath:
    """A path in words."""
    begin, *answers = path.answers
    track = begin.track if isinstance(begin, Begin) else None
    return WrittenPath(
        track.value if track else ASK, _list(answers), path.seconds, path.ending is Ending.LANDED
    )


def _list(answers: Sequence[Event]) -> str:
    items: list[str] = []
    for answer in answers:
        if isinstance(answer, Pick) and items:
            items[-1] += f":{_word(answer)}"
        else:
            items.append(_word(answer))
    return ",".join(items)


def _word(answer: Event) -> str:
    match answer:
        case Report():
            return _FEELINGS[answer.feeling]
        case Wear():
            return _COATS[answer.coat]
        case Pick():
            return _WAYS[answer.way]
        case ChooseOption():
            return str(answer.index + 1)
        case _:
            raise ValueError(f"{type(answer).__name__} is no answer of a path")


def _turned(words: Mapping[str, Value]) -> dict[Value, str]:
    """The word for each value; the first, if several words have the same value."""
    return {value: word for word, value in reversed(tuple(words.items()))}


_FEELINGS = _turned(FEELINGS)
_COATS = _turned(COATS)
_WAYS = _turned(WAYS)

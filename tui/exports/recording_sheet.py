"""Every text that a voice may say in a session, once each: all wordings, questions and short forms too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import NamedTuple

from sessions.engine import effects as fx
from sessions.engine.effects import Effect, MenuKind
from sessions.engine.events import FORMS, HALTING, RESTS, Coat, Feeling, Way
from sessions.engine.score import Beat, BeatKind, Branch, Fork, GateKind, Item, Segment
from sessions.model import Session
from sessions.repertoire import repertoire
from sessions.written import Track
from tui.words import aloud
from tui.words.phrases import ANSWER_LINES

TURNS = range(12)
"""More turns than any line of the app has wordings, so that all of them come up."""


FEW, OTHERS = tuple(Way)[:9], tuple(Way)[9:]
"""All entries of menus in two halves, since only nine entries without a letter can have a digit."""


class Group(NamedTuple):
    """The texts of one section."""

    name: str
    texts: tuple[str, ...]


def sheet(session: Session) -> list[Group]:
    """All texts in the order of the session, each where it comes first."""
    rep = repertoire(session)
    tracks = rep.score.tracks
    effects: list[tuple[str, Iterator[Effect]]] = [
        ("arriving", _in_segments(rep.score.arriving)),
        ("direct", _in_segments(tracks.get(Track.DIRECT, ()))),
        ("indirect", _in_segments(tracks[Track.INDIRECT])),
        ("landing", _in_segments((rep.score.landing,))),
        ("short forms", (effect for way in FORMS for effect in _in_items(rep.forms[way]))),
        ("Floor Under You", _in_items(rep.floor)),
        ("questions and menus", _own()),
    ]
    known: set[str] = set()
    return [group for name, shown in effects if (group := Group(name, tuple(_new(shown, known)))).texts]


def _new(effects: Iterable[Effect], known: set[str]) -> Iterator[str]:
    for effect in effects:
        for text in (*aloud.spoken(effect), *aloud.read_out(effect)):
            if text not in known:
                known.add(text)
                yield text


def _in_segments(segments: Iterable[Segment]) -> Iterator[Effect]:
    for segment in segments:
        yield from _in_items(segment.items)
        if segment.gate is not None and segment.gate.text:
            asked = fx.AskNotice if segment.gate.kind is GateKind.NOTICE else fx.AskCheckIn
            yield asked(segment.gate.text, 0)


def _in_items(items: Iterable[Item]) -> Iterator[Effect]:
    for item in items:
        match item:
            case Beat():
                yield from (fx.ShowBeat(item, text, 0) for text in item.wordings)
                if item.less:
                    yield fx.ShowBeat(item, item.less, 0, smaller=True)
            case Fork():
                yield fx.AskFork(item.text, tuple(branch.text for branch in item.branches))
                yield from _in_branches(item.branches)


def _in_branches(branches: Iterable[Branch]) -> Iterator[Effect]:
    for branch in branches:
        yield from _in_items(branch.items)


def _own() -> Iterator[Effect]:
    """The app's own sentences, in all their wordings."""
    for turn in TURNS:
        yield from (fx.AskCheckIn("", turn), fx.AskNotice("", turn), fx.AskCheckIn("", turn, final=True))
    answered = tuple(Feeling(name) for name in ANSWER_LINES)
    for feeling, turn in product(answered, TURNS):
        yield fx.AskCheckIn("", turn, final=True, answered=feeling)
    yield from (fx.TakeIn(answer, turn) for answer, turn in product((*answered, *Coat), TURNS))
    yield fx.QuestionPassed()
    for kind in MenuKind:
        after = (
            [each for each in Feeling if each in HALTING]
            if kind is MenuKind.HALTED
            else (None, Feeling.CLOSING)
        )
        for said, turn in product(after, TURNS):
            yield fx.OpenMenu(kind, FEW, turn, after=said, mention_help=True)
    yield fx.OpenMenu(MenuKind.CLOSING, OTHERS, 0)
    yield fx.OpenMenu(MenuKind.CLOSING, FEW, 0, after=Feeling.CLOSING, backdraft=True)
    yield from (fx.HoldStill(way, turn, FEW) for way, turn in product(RESTS, TURNS))
    beat = Beat(BeatKind.SAY, ("",), 0.0, 0.0)
    yield from (fx.ShowBeat(beat, "", turn, smaller=True) for turn in TURNS)

"""A session on paper: both tracks with their times, the questions, and what to do when someone closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sessions.engine.events import FORMS
from sessions.engine.score import Beat, BeatKind, Fork, GateKind, Item, Ring, Segment
from sessions.engine.state import Repertoire
from sessions.model import Session
from sessions.written import Track
from tui import choices
from tui.handout import phrases
from tui.handout.markdown import document, item, plain
from tui.plain.spoken import length_in_words

Block = list[str]


def handout(session: Session, rep: Repertoire) -> str:
    """The session as a Markdown page."""
    score = rep.score
    arrived = sum(segment.length for segment in score.arriving)
    landing = score.length - score.landing.length
    return document(
        (
            *_head(session),
            *_before(),
            ["## Arriving"],
            *_segments(score.arriving, 0.0),
            *_tracks(rep, arrived),
            ["## Landing"],
            _items(score.landing.items, landing),
            ["One last question, which may be left out: how is it now?"],
            *_reflect(session),
            *_when_someone_closes(rep),
        )
    )


def _head(session: Session) -> Iterator[Block]:
    yield [f"# {plain(session.title)}"]
    facts = (length_in_words(session.length), f"by {session.by}" if session.by else "", session.license)
    yield [f"*{plain(', '.join(filter(None, facts)))}*"]
    yield [plain(session.about)] if session.about else []


def _before() -> Iterator[Block]:
    yield ["## Before you begin"]
    yield _list(phrases.BEFORE)
    yield ["## How to stop"]
    yield _list(phrases.STOPPING)
    yield ["## How to read this sheet"]
    yield _list(phrases.READING)
    yield ["After a question, or at any other moment:"]
    yield [line for answer, next_ in phrases.ANSWERS for line in item(f"*{answer}*: {next_}")]


def _tracks(rep: Repertoire, start: float) -> Iterator[Block]:
    """The tracks side by side: a stretch of one, then its twin."""
    indirect = rep.score.tracks[Track.INDIRECT]
    direct = rep.score.tracks.get(Track.DIRECT, ())
    for number, segment in enumerate(indirect, 1):
        name = f"part {number} of {len(indirect)}" if len(indirect) > 1 else "all of it"
        if direct:
            yield [f"## Direct track, {name}"]
            yield from _segments(direct[number - 1 : number], start)
        yield [f"## Indirect track, {name}"]
        yield from _segments((segment,), start)
        start += segment.length


def _segments(segments: Iterable[Segment], start: float) -> Iterator[Block]:
    for segment in segments:
        yield _items(segment.items, start)
        start += segment.length
        if segment.gate is not None:
            yield _question(segment.gate.text, coats=segment.gate.kind is GateKind.NOTICE)


def _question(text: str, *, coats: bool) -> Block:
    asked = plain(text) or "How is it now?"
    lines = [f"**{asked}** ({phrases.QUESTION})"]
    if coats:
        names = ", ".join(choice.label for choice in choices.COATS.values())
        lines += ["", f"It may look like one of these: {names}. Then: how is it now?"]
    return lines


def _items(items: Sequence[Item], start: float) -> Block:
    return [line for each in items for line in _item(each, start)]


def _item(each: Item, start: float) -> Block:
    match each:
        case Ring():
            times = f", {each.strikes} times" if each.strikes > 1 else ""
            return item(f"*bell, {each.tone.value}{times}*")
        case Beat():
            return _beat(each, start + each.start)
        case Fork():
            return _fork(each, start)


def _beat(beat: Beat, at: float) -> Block:
    first, *others = beat.wordings
    words = {
        BeatKind.SAY: plain(first),
        BeatKind.QUIET: f"*quiet* ({plain(first)})" if first else "*quiet*",
        BeatKind.BREATHE: f"If it suits: in for {beat.inhale:g}, out for {beat.exhale:g}. Or: {plain(first)}",
    }[beat.kind]
    lasts = "until they are ready" if beat.waits else f"{beat.length:g} s"
    below = [f"or: {plain(text)}" for text in others]
    below += [f"smaller: {plain(beat.less)}"] if beat.less else []
    below += [f"for the guide: {plain(beat.guide)}"] if beat.guide else []
    return item(f"**{clock(at)}** ({lasts}) {words}", *below)


def _fork(fork: Fork, start: float) -> Block:
    lines = item(f"**{clock(start + fork.start)}** {plain(fork.text)} ({phrases.QUESTION})")
    for branch in fork.branches:
        lines.append(f"  - *{plain(branch.text)}*")
        lines += [f"    {line}" for line in _items(branch.items, start)]
    return lines


def _reflect(session: Session) -> Iterator[Block]:
    if session.reflect:
        yield ["To keep, or to leave:"]
        yield _list(plain(question) for question in session.reflect)


def _when_someone_closes(rep: Repertoire) -> Iterator[Block]:
    yield ["## When someone closes"]
    yield _list(phrases.CLOSING)
    for way in FORMS:
        yield [f"### {choices.WAYS[way][0].capitalize()}"]
        yield _items(rep.forms[way], 0.0)
    yield ["## When it is too much, or someone is far away"]
    yield _list(phrases.HALTING)
    yield ["## Help"]
    yield _list(phrases.HELP)


def _list(texts: Iterable[str]) -> Block:
    return [line for text in texts for line in item(text)]


def clock(seconds: float) -> str:
    """`75.0` as `1:15`."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes}:{rest:02}"

"""A session on paper: both tracks with their times, the questions, and what to do when someone closes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sessions.durations import clock_face, in_words
from sessions.engine.events import FORMS
from sessions.engine.score import Beat, BeatKind, Fork, GateKind, Item, Ring, Segment
from sessions.engine.state import Repertoire
from sessions.mine.model import NOTHING_KEPT, Mine
from sessions.model import Session
from sessions.written import Track
from tui import choices
from tui.handout import phrases
from tui.handout.markdown import document, item, plain
from tui.words.mine_file import HEADINGS

Block = list[str]


def handout(session: Session, rep: Repertoire, *, senses: bool = False, mine: Mine = NOTHING_KEPT) -> str:
    """The session as a Markdown page.

    With `senses`, or if the session has no other track, only the senses track is included, and kind words are
    not mentioned. The person's own lines, `mine`, are listed at the end; own words count as kind words.
    """
    score = rep.score
    senses = senses or not score.has_direct
    arriving, track, *_, landing = score.sections
    return document(
        (
            *_head(session),
            *_before(senses=senses),
            ["## Arriving"],
            *_segments(arriving.segments, arriving.onset),
            *_tracks(rep, track.onset, senses=senses),
            ["## Landing"],
            _items(score.landing.items, landing.onset),
            ["One last question, which may be left out: how is it now?"],
            *_reflect(session),
            *_when_someone_closes(rep, senses=senses),
            *_own(mine._replace(words=()) if senses else mine),
        )
    )


def _head(session: Session) -> Iterator[Block]:
    yield [f"# {plain(session.title)}"]
    facts = (in_words(session.length), f"by {session.by}" if session.by else "", session.license)
    yield [f"*{plain(', '.join(filter(None, facts)))}*"]
    yield [plain(session.about)] if session.about else []


def _before(*, senses: bool) -> Iterator[Block]:
    yield ["## Before you begin"]
    yield _list(phrases.BEFORE)
    yield ["## How to stop"]
    yield _list(phrases.STOPPING)
    yield ["## How to read this sheet"]
    yield _list(phrases.READING if senses else (*phrases.READING, phrases.BOTH_TRACKS))
    yield ["After a question, or at any other moment:"]
    answers = phrases.SENSES_ANSWERS if senses else phrases.ANSWERS
    yield [line for answer, next_ in answers for line in item(f"*{answer}*: {next_}")]
    yield [phrases.THREE_WORDS]


def _tracks(rep: Repertoire, start: float, *, senses: bool) -> Iterator[Block]:
    """Sections of the direct track, each followed by its twin; or those of the senses alone."""
    indirect = rep.score.tracks[Track.INDIRECT]
    direct = () if senses else rep.score.tracks[Track.DIRECT]
    for number, segment in enumerate(indirect, 1):
        name = f"part {number} of {len(indirect)}" if len(indirect) > 1 else "all of it"
        if senses:
            yield [f"## {name.capitalize()}"]
        else:
            yield [f"## Kind words, {name}"]
            yield from _segments(direct[number - 1 : number], start)
            yield [f"## Senses, {name}"]
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
        lines += ["", f"It may look like one of these: {names}. Any of them is common."]
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
        BeatKind.QUIET: f"*silence, about {beat.length:g} s*" + (f" ({plain(first)})" if first else ""),
        BeatKind.BREATHE: f"If it suits: in for {beat.inhale:g}, out for {beat.exhale:g}. Or: {plain(first)}",
    }[beat.kind]
    lasts = "until they are ready" if beat.waits else f"{beat.length:g} s"
    below = [f"or: {plain(text)}" for text in others]
    below += [f"smaller: {plain(beat.less)}"] if beat.less else []
    below += [f"for the guide: {plain(beat.guide)}"] if beat.guide else []
    return item(f"**{clock_face(at)}** ({lasts}) {words}", *below)


def _fork(fork: Fork, start: float) -> Block:
    lines = item(f"**{clock_face(start + fork.start)}** {plain(fork.text)} ({phrases.QUESTION})")
    for branch in fork.branches:
        lines.append(f"  - *{plain(branch.text)}*")
        lines += [f"    {line}" for line in _items(branch.items, start)]
    return lines


def _reflect(session: Session) -> Iterator[Block]:
    if session.reflect:
        yield ["To think about later, if you like:"]
        yield _list(plain(question) for question in session.reflect)


def _when_someone_closes(rep: Repertoire, *, senses: bool) -> Iterator[Block]:
    yield ["## When someone closes"]
    yield _list(phrases.CLOSING if senses else (*phrases.CLOSING, phrases.KIND_WORDS_CLOSED))
    for way in FORMS:
        yield [f"### {choices.WAYS[way][0].capitalize()}"]
        yield _items(rep.forms[way], 0.0)
    yield ["## When it is too much, or someone is far away"]
    yield _list(phrases.HALTING)
    yield ["## Help"]
    yield _list(phrases.HELP)


def _own(mine: Mine) -> Iterator[Block]:
    if not mine:
        return
    yield [f"## {phrases.OWN}"]
    for name, lines in mine._asdict().items():
        if lines:
            yield [f"### {HEADINGS[name]}"]
            yield _list(plain(line) for line in lines)


def _list(texts: Iterable[str]) -> Block:
    return [line for text in texts for line in item(text)]

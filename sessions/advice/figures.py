"""The figures behind the advice on a session's voice, in a sentence for its author."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sessions.advice.images import images
from sessions.advice.voice import (
    IMAGES_TOLD,
    LEAST_SENTENCES_TO_SAY,
    MOST_IMPERATIVES,
    MOST_MODALS,
    MOST_OF_DIRECT,
    MOST_TAILS,
    begins_with_an_order,
    ends_in_a_way_out,
    has_modal,
    has_sentence_to_say,
)
from sessions.advice.word_lists import lists_for
from sessions.engine.score import Beat, BeatKind, Fork, Item, Segment, lay_out
from sessions.model import Session
from sessions.text_time import words_in
from sessions.written import Track

ADVISED = (
    f"Advised: at most {MOST_MODALS:.0%}, {MOST_TAILS:.0%} and {MOST_IMPERATIVES:.0%}; "
    f"at least {LEAST_SENTENCES_TO_SAY} beats with a sentence to say; "
    f"at most {MOST_OF_DIRECT:.0%} of the words; fewer than {IMAGES_TOLD} images on a track."
)
"""The limits that the figures are compared with."""


def figures(session: Session) -> str:
    """Shares of all wordings, and figures of the tracks; only the latter in a language without word lists."""
    score = lay_out(session)
    direct, indirect = (_prompts(score.tracks.get(track, ())) for track in Track)
    every = [*_prompts(score.arriving), *direct, *indirect, *_prompts((score.landing,))]
    texts = [text for beat in every for text in beat.wordings]
    said = [f"{len(texts)} prompts", *_shares(texts, session.language)]
    said += _images((direct, indirect), session.language)
    if direct:
        lending = sum(any(map(has_sentence_to_say, beat.wordings)) for beat in direct)
        said.append(f"{lending} {'beat' if lending == 1 else 'beats'} with a sentence to say")
        said.append(f"indirect has {_words(indirect) / max(1, _words(direct)):.0%} of the words of direct")
    return ", ".join(said)


def _shares(texts: list[str], language: str) -> Iterator[str]:
    lists = lists_for(language)
    if lists is None or not texts:
        return
    for trait, name in (
        (has_modal, "with may, can or the like"),
        (ends_in_a_way_out, "ending in a way out"),
        (begins_with_an_order, "beginning with an invitation"),
    ):
        yield f"{sum(trait(text, lists) for text in texts) / len(texts):.0%} {name}"


def _images(tracks: Iterable[list[Beat]], language: str) -> Iterator[str]:
    lists = lists_for(language)
    if lists is not None:
        most = max(len(images((text for beat in track for text in beat.wordings), lists)) for track in tracks)
        yield f"{most} {'image' if most == 1 else 'images'} on a track"


def _words(beats: Iterable[Beat]) -> int:
    return sum(max(map(words_in, beat.wordings)) for beat in beats)


def _prompts(segments: Iterable[Segment]) -> list[Beat]:
    return [beat for segment in segments for beat in _beats(segment.items) if beat.kind is BeatKind.SAY]


def _beats(items: Iterable[Item]) -> Iterator[Beat]:
    for item in items:
        if isinstance(item, Beat):
            yield item
        elif isinstance(item, Fork):
            for branch in item.branches:
                yield from _beats(branch.items)

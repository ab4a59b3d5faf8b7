"""How the bundled sessions speak: permission once, something kind to keep, sentences that can be said."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from sessions.engine.score import BeatKind
from sessions.written import Track
from tests.fakes.everywhere import NAMES, session
from tests.fakes.spoken import (
    FIRST_PERSON,
    MODAL,
    QUOTED,
    TAIL,
    before_the_longest_stillness,
    count_of,
    not_ours,
    of_track,
    runs_of_six,
    sentences,
    tells,
    unquoted,
    ways_through,
    words_in,
)
from tests.fakes.texts import every_beat, questions_in, texts_of

BUNDLED = pytest.mark.parametrize("name", NAMES)
TRACKS = pytest.mark.parametrize("track", Track)

SPOKEN = [(name, beat) for name, beat in every_beat() if beat.kind is not BeatKind.QUIET]
TEXTS = [text for _, beat in SPOKEN for text in texts_of(beat)]

MOST_MODALS, MOST_TAILS, MOST_ORDERS = 0.55, 0.08, 0.25
MOST_OF_DIRECT = 2 / 3
INWARD = {"breath", "posture", "movement", "memory", "place"}
"""Tags of prompts that invite to one's body or past, where nobody is told what to do."""

NOT_OURS = not_ours(Path(__file__).parent / "not-ours.6grams")
"""Six words in a row of published texts, as marks that cannot be read back."""

KIND = {
    "all-weather": (
        "There's room for you here.",
        "The weather needs no help from you.",
    ),
    "awkward-warmth": (
        "It's fine not to know what.",
        "Nobody here is keeping count.",
    ),
    "floor-under-you": (
        "This is a lot, and you can rest here.",
        "The ground is holding you, all of you, and it isn't tired.",
    ),
    "good-company": (
        "You're welcome at this table, tired or not.",
        "Nobody at this table is waiting for you to be interesting.",
    ),
    "hello-guard": ("There's nothing wrong with holding back.", "The chair is holding you, or the floor."),
    "how-i-close": (
        "It's there to protect you.",
        "Nobody hurries a snail, and nobody is hurrying you.",
    ),
    "in-no-hurry": (
        "Not everything is done yet, and you can rest anyway.",
        "The floor holds you, and it has plenty of time.",
    ),
    "one-breath": ("It's good that you came.", "It holds you and asks for nothing."),
    "ordinary-kindness": (
        "You matter on ordinary days as well.",
        "The world can wait while a kettle boils.",
    ),
    "rest-or-step": ("You've come far enough for now.", "A bench has no opinion on how long you stay."),
    "say-whats-here": (
        "It makes sense that a part of you says no.",
        "A seat, a bed or the floor holds you for as long as you like.",
    ),
    "smallest-yes": ("Good things are allowed before the work is done.", "It's yours for now."),
    "something-green": (
        "Plants have slow seasons, and nobody is angry with them.",
        "No leaf or cloud has told anybody to cheer up.",
    ),
    "staying-nearby": (
        "Something in you is careful, and there's nothing wrong with that.",
        "You can come out, or stay in as long as you like.",
    ),
    "warm-hand": (
        "Comfort isn't a prize for good days.",
        "The thing you chose wants nothing from you.",
    ),
    "when-its-hard": (
        "Carrying a heavy bag takes strength, and you've carried it this far.",
        "There's time for it.",
    ),
}
"""The sentence to take along from each session: direct, indirect. Read a new one aloud before it goes in."""


def share(count: int) -> float:
    """Of all prompts, with every wording and every smaller ask."""
    return count / len(TEXTS)


def test_there_is_plenty_to_look_at() -> None:
    assert len(TEXTS) > 500


def test_permission_is_given_once_and_then_trusted() -> None:
    assert share(count_of(TEXTS, MODAL)) <= MOST_MODALS
    assert share(count_of(TEXTS, TAIL)) <= MOST_TAILS


@BUNDLED
def test_the_permission_stands_at_the_start_in_every_wording(name: str) -> None:
    start = next(ways_through(name, Track.INDIRECT))[:2]
    said = [beat.beat.wordings for beat in start]
    assert any(all(re.search(r"\b(stop|skip)", text) for text in wordings) for wordings in said)


def test_few_prompts_tell_somebody_what_to_do_and_none_what_to_do_with_body_or_past() -> None:
    assert share(sum(map(tells, TEXTS))) <= MOST_ORDERS
    inward = [text for _, beat in SPOKEN if INWARD & set(beat.tags) for text in texts_of(beat)]
    assert len(inward) > 80
    assert [text for text in inward if tells(text)] == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Have a look round.", True),
        ("It's here. Listen to it.", True),
        ("A bench is free. “Sit down.”", False),
        ("Look at it?", False),
        ("Rest is allowed.", False),
        ("You could look round.", False),
    ],
)
def test_the_measure_of_telling_knows_what_is_told(text: str, told: bool) -> None:  # noqa: FBT001  # a row of the table
    assert tells(text) is told


@BUNDLED
def test_the_direct_track_lends_two_sentences_at_least_whichever_wordings_come(name: str) -> None:
    lending = [beat for beat in of_track(name, Track.DIRECT) if all(map(_lends, beat.wordings))]
    assert len(lending) >= 2


def _lends(text: str) -> bool:
    return any(len(found.split()) >= 2 for found in QUOTED.findall(text))


def test_wordings_lend_different_sentences() -> None:
    for name, beat in SPOKEN:
        lent = [found for text in beat.wordings for found in QUOTED.findall(text)]
        assert len(set(lent)) == len(lent), f"{name}: {lent}"


def test_no_sentence_is_lent_twice() -> None:
    lent = [found for _, beat in SPOKEN for text in texts_of(beat) for found in QUOTED.findall(text)]
    assert len(lent) > 90
    assert sorted(lent) == sorted(set(lent))


def test_what_is_said_in_the_first_person_is_lent_in_direct_beats() -> None:
    for name, beat in SPOKEN:
        for text in texts_of(beat):
            assert not FIRST_PERSON.search(unquoted(text)), f"{name}: {text}"
            lent = " ".join(QUOTED.findall(text))
            assert not lent or "direct" in beat.tags, f"{name}: {text}"


@BUNDLED
@TRACKS
def test_a_kind_sentence_stands_before_the_longest_stillness(name: str, track: Track) -> None:
    """It is plain: no question, no order, no may or might."""
    beats = before_the_longest_stillness(name, track)
    assert beats
    for beat in beats:
        assert beat.kind is BeatKind.SAY
        for text in beat.wordings:
            assert any(map(_is_plain, re.split(r"(?<=[.?])\s+", unquoted(text)))), text
    kind = KIND[name][list(Track).index(track)]
    assert any(kind.lower() in beat.wordings[0].lower() for beat in beats)
    assert kind == _spared(kind)


def _is_plain(sentence: str) -> bool:
    return (
        sentence.endswith(".")
        and not re.search(r"\b(may|might|could|perhaps|maybe)\b", sentence)
        and not tells(sentence)
    )


def _spared(kind: str) -> str:
    return kind if _is_plain(kind) else ""


def test_the_table_of_kind_sentences_holds_each_session() -> None:
    assert sorted(KIND) == sorted(NAMES)
    assert len({*KIND.values()}) == len(KIND)


@BUNDLED
def test_the_indirect_track_has_at_most_two_thirds_of_the_words(name: str) -> None:
    first, longest = ({}, {})
    for track in Track:
        beats = of_track(name, track)
        first[track] = sum(len(beat.wordings[0].split()) for beat in beats)
        longest[track] = sum(max(len(text.split()) for text in beat.wordings) for beat in beats)
    for words in (first, longest):
        assert words[Track.INDIRECT] <= MOST_OF_DIRECT * words[Track.DIRECT]


@BUNDLED
@TRACKS
def test_no_two_prompts_in_a_row_begin_alike(name: str, track: Track) -> None:
    for run in ways_through(name, track):
        for before, after in pairwise(run):
            firsts = [
                {text.split()[0].strip(",.").lower() for text in each.beat.wordings}
                for each in (before, after)
            ]
            assert not firsts[0] & firsts[1], (before.beat.wordings, after.beat.wordings)


def test_a_prompt_has_two_sentences_or_three_where_one_is_lent() -> None:
    for name, beat in SPOKEN:
        for text in texts_of(beat):
            most = 3 if QUOTED.search(text) else 2
            assert len(sentences(text)) <= most, f"{name}: {text}"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. “Two. Three.”", 2),
        ("One, “two.”", 1),
        ("One? Two. “Three.” “Four.”", 4),
        ("One.", 1),
    ],
)
def test_the_measure_of_sentences_counts(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@BUNDLED
def test_skipping_leads_to_the_senses(name: str) -> None:
    assert session(name).if_skipped is Track.INDIRECT


@BUNDLED
def test_title_and_description_say_what_happens(name: str) -> None:
    found = session(name)
    assert len(found.title.split()) <= 6
    assert 10 <= len(found.about.split()) <= 32
    assert re.match(r"(One|Three|Five|Ten|Fifteen)( slow)? minutes?\b", found.about)
    assert len(sentences(found.about)) <= 2
    assert found.about.endswith(".")


def test_titles_are_all_different() -> None:
    assert len({session(name).title for name in NAMES}) == len(NAMES)


def test_six_words_in_a_row_are_never_somebody_elses() -> None:
    assert len(NOT_OURS) > 4000
    about = [text for name in NAMES for text in (session(name).title, session(name).about)]
    asked = [text for name in NAMES for text in questions_in(session(name))]
    quiet = [text for _, beat in every_beat() if beat.kind is BeatKind.QUIET for text in texts_of(beat)]
    every = [*TEXTS, *about, *asked, *quiet]
    assert [run for text in every for run, mark in runs_of_six(text) if mark in NOT_OURS] == []


def test_the_list_is_read_as_it_was_written() -> None:
    assert words_in("“It’s HERE,” 2 of us") == ["it's", "here", "of", "us"]
    assert [mark for _, mark in runs_of_six("a b c d e f")] == ["d60758c987e2"]
    assert all(re.fullmatch(r"[0-9a-f]{12}", mark) for mark in NOT_OURS)

"""Own lines in a session: where they stand, how often, and what they leave as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sessions.check import check_text
from sessions.engine.score import lay_out
from sessions.export.as_yaml import as_yaml
from sessions.mine.model import Mine
from sessions.mine.weaving import MOST_CHARACTERS, MOST_WORDS, with_own
from sessions.model import Session
from sessions.own_places import examples, quoted_sentence
from sessions.text_time import seconds_to_read, words_in
from sessions.written import Choose, Own, Say, Step
from tests.fakes.everywhere import NAMES, session

MINE = Mine(
    words=("Slowly is allowed.", "One thing at a time.", "The kettle first."),
    comforts=("the dog", "a long bath"),
    closing=("I tidy the kitchen", "my jaw goes tight"),
    opening=("I start to hum",),
)
SECTIONS = ("arriving", "direct", "indirect", "landing")


def says(steps: Iterable[Step]) -> Iterator[Say]:
    for step in steps:
        if isinstance(step, Say):
            yield step
        elif isinstance(step, Choose):
            for option in step.options:
                yield from says(option.steps)


def changed(before: Session, after: Session, section: str) -> list[Say]:
    pairs = zip(says(getattr(before, section)), says(getattr(after, section)), strict=True)
    return [new for old, new in pairs if new != old]


def texts(say: Say) -> tuple[str, ...]:
    return (say.text, *say.wordings)


def own_in(say: Say) -> set[str]:
    return {word for word in MINE.words for text in texts(say) if word in text}


@pytest.mark.parametrize("name", NAMES)
def test_every_bundled_session_with_kind_words_lends_a_place_to_ones_own(name: str) -> None:
    direct = list(says(session(name).direct))
    assert [say for say in direct if say.own is Own.WORDS] or not any("“" in say.text for say in direct)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("seed", range(4))
def test_own_words_stand_on_the_direct_track_in_turn_with_the_written_ones(name: str, seed: int) -> None:
    before = session(name)
    after = with_own(before, MINE._replace(comforts=(), closing=(), opening=()), seed)
    told = changed(before, after, "direct")
    places = [say for say in says(before.direct) if say.own is Own.WORDS]
    assert 1 <= len(told) <= (len(places) + 1) // 2
    assert all(len(own_in(say)) == 1 for say in told)
    said = [word for say in told for word in own_in(say)]
    assert len(said) == len(set(said))
    assert [changed(before, after, section) for section in SECTIONS if section != "direct"] == [[], [], []]


@pytest.mark.parametrize("name", NAMES)
def test_lengths_questions_and_everything_but_the_words_stay_as_they_are(name: str) -> None:
    before, after = session(name), with_own(session(name), MINE, 3)

    def bare(told: Session) -> Session:
        def blank(steps: tuple[Step, ...]) -> tuple[Step, ...]:
            return tuple(_blanked(step) for step in steps)

        return told.changed(**{section: blank(getattr(told, section)) for section in SECTIONS})

    assert bare(after) == bare(before)
    assert lay_out(after).length == lay_out(before).length


def _blanked(step: Step) -> Step:
    if isinstance(step, Say) and step.own:
        return Say("", step.length, bell=step.bell, tags=step.tags, less=step.less, guide=step.guide)
    if isinstance(step, Choose):
        blanks = [(option.text, tuple(_blanked(inner) for inner in option.steps)) for option in step.options]
        return Say(repr(blanks), 0.0)
    return step


@given(
    word=st.text(min_size=1, max_size=200).filter(str.strip),
    name=st.sampled_from(NAMES),
    seed=st.integers(0, 2000),
)
def test_whatever_is_kept_every_prompt_can_be_read_in_its_time(word: str, name: str, seed: int) -> None:
    mine = Mine((word,), (word,), (word,), (word,))
    after = with_own(session(name), mine, seed)
    for section in SECTIONS:
        for say in changed(session(name), after, section):
            for text in texts(say):
                assert seconds_to_read(text) <= say.length
                assert words_in(text) <= MOST_WORDS
                assert len(text) <= MOST_CHARACTERS


def test_nothing_kept_changes_nothing() -> None:
    assert with_own(session("one-breath"), Mine(), 7) is session("one-breath")


def test_a_sentence_too_long_for_its_prompt_stands_alone() -> None:
    long = "I have carried this bag for a long time and today I may put it down for a little while"
    (told,) = changed(
        session("staying-nearby"), with_own(session("staying-nearby"), Mine((long,)), 0), "direct"
    )
    assert texts(told) == (f"“{long}”",)


def test_own_marks_around_a_sentence_are_not_doubled() -> None:
    (told,) = changed(session("one-breath"), with_own(session("one-breath"), Mine(("“Easy.”",)), 0), "direct")
    assert "“Easy.”" in told.text
    assert "““" not in told.text


def test_every_word_has_its_turn_over_a_few_runs() -> None:
    said = {
        word
        for seed in range(6)
        for say in changed(session("one-breath"), with_own(session("one-breath"), MINE, seed), "direct")
        for word in own_in(say)
    }
    assert said == set(MINE.words)


def test_own_comforts_come_first_in_an_ordinary_kindness() -> None:
    after = with_own(session("ordinary-kindness"), MINE, 0)
    (told,) = changed(session("ordinary-kindness"), after, "arriving")
    assert told.text.startswith("The dog, a long bath, ")
    assert told.text.count("the dog") + told.text.count("The dog") == 1
    assert told.text.endswith("?")
    assert "? The dog, a long bath, " in told.wordings[0]


def test_own_signs_stand_beside_the_questions_about_signs() -> None:
    after = with_own(session("how-i-close"), MINE, 0)
    told = [say for say in changed(session("how-i-close"), after, "direct") if say.own is not Own.WORDS]
    closing, opening = told
    assert all(text.endswith("? I tidy the kitchen, my jaw goes tight.") for text in texts(closing))
    assert all(text.endswith("? I start to hum.") for text in texts(opening))


def test_own_things_take_turns_at_being_first() -> None:
    firsts = {
        changed(session("ordinary-kindness"), with_own(session("ordinary-kindness"), MINE, seed), "arriving")[
            0
        ].text[:5]
        for seed in range(4)
    }
    assert firsts == {"The d", "A lon"}


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("It goes by. “Easy does it.”", "Easy does it."),
        ("Es geht vorbei. „Langsam.“", "Langsam."),
        ("Ça passe. «Doucement.»", "Doucement."),
        ("“One.” Or “two.”", None),
        ("No quotation.", None),
    ],
)
def test_the_one_quotation_of_a_prompt(text: str, held: str | None) -> None:
    place = quoted_sentence(text)
    assert (place and place.held) == held
    assert place is None or "".join(place) == text


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Tea, a song. Which one?", "Tea, a song."),
        ("Which one? Tea, a song.", "Tea, a song."),
        ("Which one? Tea or what?", None),
        ("Which one?", None),
        ("Tea. A song. Which one?", None),
    ],
)
def test_the_examples_beside_a_question(text: str, held: str | None) -> None:
    place = examples(text)
    assert (place and place.held) == held
    assert place is None or "".join(place) == text


def test_the_key_is_kept_when_a_session_is_written_again() -> None:
    for name in ("how-i-close", "ordinary-kindness"):
        checked = check_text(as_yaml(session(name)))
        assert checked.session == session(name)


def test_next_runs_say_another_line_of_ones_own() -> None:
    """Seeds of neighbouring runs follow each other."""
    said = [
        own_in(changed(session("one-breath"), with_own(session("one-breath"), MINE, seed), "direct")[0])
        for seed in range(8)
    ]
    assert all(one != two for one, two in pairwise(said))

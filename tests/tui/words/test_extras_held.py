"""The untimed pages: wording, and that one small thing is nothing but what the sessions hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from sessions.advice.word_lists import lists_for
from sessions.advice.wording import Text, TextKind, find
from sessions.check import check_file, load_parts
from sessions.engine.events import FORMS
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import scan
from sessions.written import Choose, Say, Step
from tui.words.extras import books as reading
from tui.words.extras import glossary as words
from tui.words.extras import one, questions, week
from tui.words.extras.one import POOL, Small, other_than
from tui.words.guiding import CHECK_IN, FINAL, FORK, MENUS, NOTICE, STILL

CARE_WORDS = ("compassion", "kind", "kindness", "love", "forgive", "worthy")
"""What indirect beats do not say."""


def says(steps: tuple[Step, ...]) -> Iterator[Say]:
    for step in steps:
        if isinstance(step, Say):
            yield step
        elif isinstance(step, Choose):
            for option in step.options:
                yield from says(option.steps)


def indirect_says() -> Iterator[Say]:
    for entry in scan(SCRIPTS):
        session = check_file(entry.path).session
        assert session is not None
        yield from says(session.indirect)
    for way in FORMS:
        yield from says(load_parts(SCRIPTS / "care" / f"{way.value}.yaml")[way.value])


SAYS = {say.text: say for say in indirect_says()}


def spoken() -> Iterator[Text]:
    """Every sentence of these pages that is ours."""
    for word in words.WORDS:
        yield from _said(*word.meaning)
    for question in questions.QUESTIONS:
        yield Text(question.question, TextKind.ANSWER, shared=False)
        for paragraph in question.answer:
            yield from _said(*paragraph)
    yield from _said(questions.AFTERWORD, week.BEFORE, *week.FIRST, *week.SECOND, week.AFTER)
    yield from _said(*(each.why for each in reading.READING), reading.AFTERWORD)
    for small in POOL:
        yield from _said(small.prompt, small.less, shared=True)
    yield from _said(one.AFTER, shared=True)
    for note in (CHECK_IN, FINAL, FORK, NOTICE, STILL, *MENUS.values(), *guide_notes()):
        yield Text(note, TO_A_GUIDE, shared=True)


def _said(*texts: str, shared: bool = False) -> Iterator[Text]:
    for text in texts:
        yield from (Text(part, TextKind.PROMPT, shared) for part in re.split(r"(?<=[.?])\s+", text))


def guide_notes() -> Iterator[str]:
    for entry in scan(SCRIPTS):
        session = check_file(entry.path).session
        assert session is not None
        sections = (session.arriving, session.direct, session.indirect, session.landing)
        yield from (say.guide for section in sections for say in says(section) if say.guide)


TO_A_GUIDE = TextKind.HEAD
"""A note tells the guide what to do, and that is no order to the person."""

SPOKEN = tuple(spoken())


def test_the_wording_rules_find_nothing_here() -> None:
    found = [(each.id, SPOKEN[each.text].text) for each in find(SPOKEN, lists_for("en"))]
    assert found == []


def test_the_wording_rules_would_find_something_here() -> None:
    pushed = [*SPOKEN, Text("You must relax now!", TextKind.PROMPT, shared=True)]
    assert {each.text for each in find(pushed, lists_for("en"))} == {len(SPOKEN)}


@pytest.mark.parametrize("text", [text.text for text in SPOKEN])
def test_each_sentence_is_short(text: str) -> None:
    assert len(text.split()) <= 20


@pytest.mark.parametrize("small", POOL, ids=lambda small: small.prompt[:24])
def test_one_small_thing_is_a_beat_of_an_indirect_track_or_a_short_form(small: Small) -> None:
    say = SAYS[small.prompt]
    assert say.less == small.less
    assert not {"direct", "breath", "memory", "place", "eyes"} & set(say.tags)


@pytest.mark.parametrize("small", POOL, ids=lambda small: small.prompt[:24])
def test_one_small_thing_is_harmless_by_itself(small: Small) -> None:
    said = f"{small.prompt} {small.less}".lower()
    assert not any(re.search(rf"\b{word}\b", said) for word in CARE_WORDS)
    assert "breath" not in said
    assert not re.search(r"lowered|eyes (may|can|could) (close|rest shut)", said)
    inward = {"touch", "posture", "movement"} & set(SAYS[small.prompt].tags)
    assert not inward or re.search(r"\b(or|may|might|could|can)\b", said)


def test_the_pool_is_wide_and_holds_nothing_twice() -> None:
    assert len({small.prompt for small in POOL}) == len(POOL) >= 24


def test_another_small_thing_is_another_one() -> None:
    for shown in POOL:
        assert all(other_than(shown, turn) != shown for turn in range(len(POOL)))
    assert {other_than(None, turn) for turn in range(len(POOL))} == set(POOL)


def test_the_eight_words_are_there() -> None:
    assert [word.word for word in words.WORDS] == [
        "resistance", "backdraft", "opening", "closing", "too much", "far away", "kind words", "senses",
    ]  # fmt: skip


def test_answers_send_lasting_tiredness_to_a_doctor_and_a_wall_to_people() -> None:
    tired, wall, rest, _stiff = (
        " ".join(" ".join(part) for part in each.answer) for each in questions.QUESTIONS
    )
    assert "a doctor" in tired
    assert "a doctor" in rest
    assert "help-lines" in wall
    assert "has not been studied" in questions.AFTERWORD


def test_the_questions_of_a_week_come_in_other_words_the_next_time() -> None:
    for turn in range(12):
        now, later = week.questions(turn), week.questions(turn + 1)
        assert now[0] != later[0]
        assert now[1] != later[1]


def test_the_reading_list_names_author_title_year_and_why_and_links_nowhere() -> None:
    for each in reading.READING:
        assert each.author
        assert each.title
        assert each.year
        assert each.why.count(".") <= 2
        assert not re.search(r"https?:|www\.|\.com", f"{each.title} {each.year} {each.why}")
    assert {"Deb Dana", "Melissa Romano", "Ru Ying Cai"} <= {each.author for each in reading.READING}

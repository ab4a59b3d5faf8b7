"""The untimed pages as headings and paragraphs, for commands and the app alike."""

from __future__ import annotations

from dataclasses import dataclass

from tui.words.extras import books as reading
from tui.words.extras import company, one, questions, signs, week
from tui.words.extras import glossary as words
from tui.words.extras.company import Section
from tui.words.extras.one import Small


@dataclass(frozen=True, slots=True)
class Passage:
    """Something to read: a heading and paragraphs below it."""

    heading: str
    """Empty if the paragraphs need none."""
    paragraphs: tuple[str, ...]


def word_entries() -> tuple[Passage, ...]:
    """The glossary."""
    return tuple(Passage(word.word, (" ".join(word.meaning),)) for word in words.WORDS)


def company_entries(people: tuple[str, ...] = ()) -> tuple[Passage, ...]:
    """People to talk to; the person's own come first."""
    own = (Passage(company.YOURS, people),) if people else ()
    return (*own, *_sections(company.COMPANY))


def sign_entries() -> tuple[Passage, ...]:
    """Signs of closing and of opening."""
    return _sections(signs.SIGNS)


def _sections(sections: tuple[Section, ...]) -> tuple[Passage, ...]:
    return tuple(
        Passage(section.heading, tuple(" ".join(sentences) for sentences in section.paragraphs))
        for section in sections
    )


def question_entries() -> tuple[Passage, ...]:
    """The common questions, and how little is known."""
    answers = (
        Passage(each.question, tuple(" ".join(sentences) for sentences in each.answer))
        for each in questions.QUESTIONS
    )
    return (*answers, Passage("", (questions.AFTERWORD,)))


def reading_entries() -> tuple[Passage, ...]:
    """The reading list."""
    items = (Passage(each.title, (f"{each.author}, {each.year}.", each.why)) for each in reading.READING)
    return (*items, Passage("", (reading.AFTERWORD,)))


def week_entries(turn: int) -> tuple[Passage, ...]:
    """The two questions for a week, in the wording of this turn."""
    return (
        Passage("", (week.BEFORE,)),
        *(Passage(question, ()) for question in week.questions(turn)),
        Passage("", (week.AFTER,)),
    )


def small_entries(small: Small) -> tuple[Passage, ...]:
    """One small thing, and its smaller version."""
    return (
        Passage(small.prompt, ()),
        Passage("", (f"Or less than that: {small.less}",)),
        Passage("", (one.AFTER,)),
    )

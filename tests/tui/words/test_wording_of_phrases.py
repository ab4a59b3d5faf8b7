"""The app's own words in `sessions` keep the rules that authors keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from sessions.advice.word_lists import lists_for
from sessions.advice.wording import Text, TextKind, find
from tui.words import phrases
from tui.words.extras import books as reading
from tui.words.extras import company, questions, signs, week
from tui.words.extras import glossary as words

ENGLISH = lists_for("en")
PARAGRAPHS = {"FIRST_NOTICE": None, "HELP_INTRO": None}
"""What is read at leisure and asks for nothing to be done: a notice, or one of several lines."""


def names(module: Any) -> list[str]:
    return [name for name, value in vars(module).items() if name.isupper() and list(texts(value))]


def texts(value: object, but: str | None = None) -> Iterator[str]:
    """Every text in a constant, however deep; `but` leaves out what has this key."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            if key != but:
                yield from texts(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from texts(inner)


def found(said: Iterator[str], kind: TextKind) -> list[tuple[str, str]]:
    written = [Text(text, kind, shared=True) for text in said]
    finds = [each for each in find(written, ENGLISH) if each.id != "W666"]  # that counts sentences of prompts
    return [(each.id, written[each.text].text[each.start : each.end]) for each in finds]


@pytest.mark.parametrize("name", names(phrases))
def test_phrases_keep_every_line(name: str) -> None:
    value = getattr(phrases, name)
    if name in PARAGRAPHS and PARAGRAPHS[name] is None:
        assert found(texts(value), TextKind.HEAD) == []
    else:
        assert found(texts(value, but=PARAGRAPHS.get(name)), TextKind.PROMPT) == []


def test_phrases_name_no_care_even_in_paragraphs() -> None:
    notices = [*texts(phrases.FIRST_NOTICE), *texts(phrases.HELP_INTRO)]
    written = [Text(text, TextKind.QUESTION, shared=True) for text in notices]
    assert {each.id for each in find(written, ENGLISH)} <= {"W666"}


@pytest.mark.parametrize(
    "module", [company, questions, reading, signs, week, words], ids=lambda module: module.__name__
)
def test_pages_of_company_keep_every_line(module: Any) -> None:
    said = [text for name in names(module) for text in texts(getattr(module, name))]
    assert said
    assert found(iter(said), TextKind.HEAD) == []


def test_a_phrase_that_pushes_would_be_seen() -> None:
    assert found(texts({"later": ("You should relax.",)}), TextKind.HEAD) == [
        ("W601", "should"),
        ("W609", "relax"),
    ]

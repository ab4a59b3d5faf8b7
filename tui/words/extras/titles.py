"""The pages beside the sessions and their titles; imports nothing else, so that lists are quick to show."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Extra(Enum):
    """A page beside the sessions."""

    SMALL = "one"
    COMPANY = "company"
    SIGNS = "signs"
    WEEK = "week"
    WORDS = "words"
    QUESTIONS = "questions"
    READING = "reading"
    MINE = "mine"


class ExtraTitle(NamedTuple):
    """The title of a page, and a few more words."""

    label: str
    hint: str


TITLES: dict[Extra, ExtraTitle] = {
    Extra.SMALL: ExtraTitle("One small thing", "to look at, hear or hold"),
    Extra.COMPANY: ExtraTitle("People to talk to", "who, and what to say"),
    Extra.SIGNS: ExtraTitle("Signs of closing and opening", "in body, mood and habit"),
    Extra.WEEK: ExtraTitle("Two questions for a week", "to take along, or to leave here"),
    Extra.WORDS: ExtraTitle("Words", "closing, backdraft, and six more"),
    Extra.QUESTIONS: ExtraTitle("Common questions", "more tired, too big, going stiff"),
    Extra.READING: ExtraTitle("Books", "and papers, each with its reason"),
    Extra.MINE: ExtraTitle("Your own lines", "words, comforts, signs, people"),
}
"""In the order of the list."""

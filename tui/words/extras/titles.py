"""What there is beside the sessions, and how it is called on the screen; loads nothing else."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Beside(Enum):
    """A page beside the sessions."""

    SMALL = "one"
    WEEK = "week"
    WORDS = "words"
    QUESTIONS = "questions"
    READING = "reading"


class Title(NamedTuple):
    """How a page is called, and a few more words."""

    label: str
    hint: str


TITLES: dict[Beside, Title] = {
    Beside.SMALL: Title("One small thing", "eyes open, untimed"),
    Beside.WEEK: Title("Two questions for a week", "to carry along, or to leave"),
    Beside.WORDS: Title("Words", "closing, direct, and six more"),
    Beside.QUESTIONS: Title("Common questions", "tired, too big, rest or a guard"),
    Beside.READING: Title("To read", "books and papers, and why"),
}
"""In the order of the list."""

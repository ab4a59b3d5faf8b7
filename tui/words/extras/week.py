"""Two questions to carry through a week, or to leave; answers are asked for nowhere and kept nowhere."""

from __future__ import annotations

from typing import Final

TITLE: Final[str] = "Two questions for a week"

BEFORE: Final[str] = "To carry along, or to leave here. No answer is owed."

FIRST: Final[tuple[str, ...]] = (
    "When something in you holds back this week, could it be seen with no marks given?",
    "Could some pulling back be noticed this week, the way one notices rain?",
    "Where might a little holding back turn up this week, and could it go unjudged?",
)
"""Whether resistance can be noticed without judging it; one of these is shown."""

SECOND: Final[tuple[str, ...]] = (
    "If it were asking for something, what might be wanted most?",
    "If it had a say, what might it ask for first?",
    "What might it tell about what is missing most, if anything is?",
)
"""What it says about what is needed; one of these is shown."""

AFTER: Final[str] = "Not knowing is an answer too. Nothing is written down here, and nothing is sent."


def questions(turn: int) -> tuple[str, str]:
    """One wording of each question; the next turn gives others."""
    return FIRST[turn % len(FIRST)], SECOND[turn % len(SECOND)]

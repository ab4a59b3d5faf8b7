"""Two questions to carry through a week, or to leave; no answers are asked for or kept."""

from __future__ import annotations

from typing import Final

TITLE: Final[str] = "Two questions for a week"

BEFORE: Final[str] = "Take them along, or leave them here. Nobody will ask for an answer."

FIRST: Final[tuple[str, ...]] = (
    "When something in you holds back this week, can you see it without giving it marks?",
    "What if some pulling back this week were like rain, noticed and left to itself?",
    "Where does a little holding back turn up this week? Can it stay unjudged?",
)
"""On noticing resistance without judging it; one of these is shown."""

SECOND: Final[tuple[str, ...]] = (
    "If it were asking for something, what would it be?",
    "What would it want first, if it had a say?",
    "Does it tell you what's missing most?",
)
"""On what resistance may say about a need; one of these is shown."""

AFTER: Final[str] = (
    "Not knowing is an answer, too, and deserves patience. Nothing is written down here, and nothing is sent."
)


def questions(turn: int) -> tuple[str, str]:
    """One wording of each question; the next turn gives others."""
    return FIRST[turn % len(FIRST)], SECOND[turn % len(SECOND)]

"""Four questions that come up often, each with an answer that leaves the decision to the person.

No mechanism and no diagnosis (care guide parts 3 and 4): what some people say, what could be tried, and where
a screen cannot know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Question:
    """A question in somebody's own voice, and an answer."""

    question: str
    answer: tuple[tuple[str, ...], ...]
    """Paragraphs of sentences."""


TITLE: Final[str] = "Questions"

QUESTIONS: Final[tuple[Question, ...]] = (
    Question(
        "I am more tired since I began. Is that part of it?",
        (
            (
                "It may be. Some people find out how tired they are once things get quiet.",
                "It may also come from sleep, from work, or from something else. A screen can't tell.",
            ),
            (
                "Rest is a full answer. So is leaving this alone for a while.",
                "If the tiredness stays, a doctor can help you look.",
            ),
        ),
    ),
    Question(
        "The holding back is too big for me to begin. What then?",
        (
            (
                "Then go smaller. One breath will do, or a hand round something warm.",
                "Saying “there it is” is a whole practice, too.",
                "Room for One Breath takes a minute, and in any session the l key asks less of you.",
            ),
            (
                "You can also leave it. Nothing is lost, and it will be here another day.",
                "If it is big enough to frighten you, somebody beside you may be better than any page.",
                "The h key and `ajar help-lines` list people to call.",
            ),
        ),
    ),
    Question(
        "Do I need rest, or is something in me keeping watch?",
        (
            (
                "Nobody can see that from outside, and no page can.",
                "Here is one way to look: picture yourself resting, for as long as you like. What comes up?",
            ),
            (
                "If it's ease, you may be plainly tired.",
                "If it's restlessness, guilt or a weight, something may be keeping watch.",
                "Often it is both, and signs like these can mislead.",
            ),
            (
                "The tired part may want its rest.",
                "The watchful part may want company, and one small step in its own time.",
                "Both are good reasons. If tiredness stays, a doctor can help you look.",
            ),
        ),
    ),
    Question(
        "Something gentle comes near, and I go stiff. What is that?",
        (
            (
                "It is common, and it has a name: backdraft.",
                "Open a room that was shut for a long time, and air rushes in.",
            ),
            (
                "Others may seem to melt at such moments.",
                "Plenty of people go stiff, blank or cross instead, and few of them say so.",
            ),
            (
                "Slower suits some people: fewer words, something to hold, an ordinary cup of tea.",
                "Others like to have somebody beside them who knows the word. `ajar company` says more.",
            ),
        ),
    ),
)

AFTERWORD: Final[str] = (
    "Little of this has been studied. On average, courses in groups show small to medium gains, "
    "in studies with a high risk of bias. ajar itself has not been studied."
)
"""Says how little is known; shown below the answers."""

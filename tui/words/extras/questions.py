"""Four questions that come up often, each with an answer that decides nothing for anybody.

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
                "It may be. Some people find out how tired they are once there is some quiet.",
                "It may as well come from sleep, from work, or from something else. A screen cannot tell.",
            ),
            (
                "Resting is a full answer. Leaving these pages alone for a while is one too.",
                "Tiredness that lasts deserves a doctor's ear.",
            ),
        ),
    ),
    Question(
        "The holding back is too big for me to begin. What then?",
        (
            (
                "Less may be plenty. One breath, one hand on something, or saying that it is there.",
                "Room for One Breath takes a minute, and the l key makes a prompt smaller.",
            ),
            (
                "Leaving it is fine as well, and nothing is lost by that.",
                "If it is big enough to be frightening, some company may be wiser.",
                "The h key and ajar help-lines list people to reach.",
            ),
        ),
    ),
    Question(
        "Is it rest that I want, or is something guarding me?",
        (
            (
                "Nobody can say that from outside, and no page can.",
                "One way to look: what shows up at the thought of resting, for as long as you like?",
            ),
            (
                "Some ease may speak for plain tiredness.",
                "Something restless, guilty or heavy may speak for a guard.",
                "It is often a mix, and such signs can mislead.",
            ),
            (
                "The tired kind may like to rest.",
                "The guarding kind may like company, and one small step at its own pace.",
                "Neither is the better one. Tiredness that lasts deserves a doctor's ear.",
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
                "Others like to have somebody beside them who knows the word. ajar company has more on that.",
            ),
        ),
    ),
)

AFTERWORD: Final[str] = (
    "Little of this has been studied. Courses held in groups show small to medium gains on average, "
    "in studies with a high risk of bias. ajar itself has not been studied at all."
)
"""How little is known, under the answers."""

"""The eight words that ajar uses in a special sense, explained in plain sentences.

Care guide part 3 applies: no mechanism, no diagnosis, no verdict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means here."""

    word: str
    meaning: tuple[str, ...]
    """Sentences, read as one paragraph."""


TITLE: Final[str] = "Words"

WORDS: Final[tuple[Term, ...]] = (
    Term(
        "resistance",
        (
            "Any holding back from a practice.",
            "Here it counts as a guard at work. It is no enemy, no flaw and no lack of will.",
            "It comes as “later”, “too big”, “no use”, “I forgot”, or as being worn out.",
            "It also comes as boredom, crossness, unease, or feeling nothing.",
            "Where it was once better to be small and quiet, it is often the first to turn up.",
        ),
    ),
    Term(
        "backdraft",
        (
            "A word from firefighters: open the door of a shut room, and air rushes in.",
            "Here it is old hurt or unease that flares up when something warm comes near.",
            "Some people go numb instead.",
            "It is common, and there is little research on its causes.",
            "It is no proof that things go well, and none that they go badly.",
        ),
    ),
    Term(
        "opening",
        (
            "Coming nearer: more interest, more warmth, more room to take something in.",
            "It can be pleasant, and it can be a lot. Tears may be part of it.",
        ),
    ),
    Term(
        "closing",
        (
            "Pulling back, in feeling or in the body.",
            "It is an ordinary way of saying “enough for now”. It protects.",
            "In a session the kind words stop then, and come back when you ask for them.",
        ),
    ),
    Term(
        "too much",
        (
            "More than you can take in: racing, panicky, flooded, wanting to run.",
            "The session halts, and stopping is the first thing on the page.",
        ),
    ),
    Term(
        "far away",
        (
            "A long way off from everything: foggy, unreal, cut off, hopeless.",
            "The session halts here, too. People to call are listed on the page.",
        ),
    ),
    Term(
        "kind words",
        (
            "One of the two tracks, also called direct: warmth, thanks or good wishes, said to yourself.",
            "A question comes before it, and no is a fine answer.",
        ),
    ),
    Term(
        "senses",
        (
            "The other track, also called indirect: things to see, hear or hold, something green, a breath.",
            "It has no such words in it. It is whole in itself, and no smaller than the other.",
        ),
    ),
)

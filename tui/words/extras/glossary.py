"""What the words mean that ajar uses in a sense of its own: eight of them, in plain sentences.

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
            "Here it is read as a guard at work. It is no enemy, no flaw and no lack of will.",
            "It may come as later, as too big, as no use, as forgotten, or as worn out.",
            "It may also come as boredom, crossness, unease, or nothing felt.",
            "Where keeping small and quiet has been a shelter, it may turn up first.",
        ),
    ),
    Term(
        "backdraft",
        (
            "A word from firefighters, for air that rushes into a closed room.",
            "Here it is old hurt or unease flaring up when warmth is offered, or feeling going dead.",
            "It is common. Its causes have been little studied.",
            "It proves nothing, neither that things go well nor that they go badly.",
        ),
    ),
    Term(
        "opening",
        (
            "Coming nearer: more interest, more warmth, more room to take something in.",
            "It can be pleasant, and it can be intense. Tears may be part of it.",
        ),
    ),
    Term(
        "closing",
        (
            "Pulling back, in feeling or in the body.",
            "It is an ordinary way to keep a dose small, and no error.",
            "Here it means that the kind words stop until somebody asks for them.",
        ),
    ),
    Term(
        "too much",
        (
            "One edge: racing, panicky, flooded, wanting to bolt.",
            "The session halts, and stopping is the first thing on offer.",
        ),
    ),
    Term(
        "far away",
        (
            "The other edge: foggy, unreal, cut off, hopeless.",
            "The session halts here too, with stopping first and the help list close by.",
        ),
    ),
    Term(
        "direct",
        (
            "Care in words: warmth, comfort, thanks or good wishes, said to oneself or to a part of oneself.",
            "There is a question before it, and it may be declined each time.",
        ),
    ),
    Term(
        "indirect",
        (
            "Care with no such words: things seen, heard or touched, something green, the breath.",
            "It is a whole way of its own, and no smaller one.",
        ),
    ),
)

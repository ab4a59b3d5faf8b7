"""People to talk to: who there may be, what could be said to them, and what to ask.

No links and no names of businesses; numbers to call are in the help list. Care is not mentioned,
because the page is also offered on the senses track, and after too much or far away.
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Section(NamedTuple):
    """A heading, and paragraphs of sentences below it."""

    heading: str
    paragraphs: tuple[tuple[str, ...], ...]


TITLE: Final[str] = "People to talk to"

YOURS: Final[str] = "People you wrote down"
"""The heading of the people in the person's own file."""

COMPANY: Final[tuple[Section, ...]] = (
    Section(
        "Telling one person",
        (
            (
                "A friend, a sister, a neighbour, somebody from work: one is plenty.",
                "They may have no answer, and still be company.",
            ),
            (
                "You could say: “I'm trying something quiet, and it stirs me up.",
                "Could I tell you about it for ten minutes? There's nothing to fix.”",
            ),
        ),
    ),
    Section(
        "A group, or a teacher",
        (
            (
                "Some people do this together, in a room or on a screen.",
                "Backdraft is the word to look for.",
                "A teacher who knows it has seen people go blank, bored or angry, and won't be surprised.",
            ),
        ),
    ),
    Section(
        "What to ask them",
        (
            ("“Do you know backdraft? What do you do when somebody goes numb, or wants to leave?”",),
            ("“May I keep my eyes open, sit by the door, and go when I like?”",),
            ("“Have you worked with people who came through hard times?”",),
        ),
    ),
    Section(
        "A therapist, or a doctor",
        (
            (
                "You could say: “When it gets quiet, I shut down, or everything comes up.",
                "I'd like to go slowly, with somebody.”",
            ),
            ("A doctor can often say who there is nearby.",),
        ),
    ),
    Section(
        "When nobody is near",
        (("The h key and `ajar help-lines` list people who answer, some of them at night as well.",),),
    ),
)

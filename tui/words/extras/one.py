"""One small thing: single beats of the bundled indirect tracks and short forms that make sense by themselves.

They are repeated here so that `ajar one` reads no session file; a test compares each with its source.
Those with closed eyes, breath (care guide rule 8), memories or places are left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Small:
    """One prompt, and the smaller version of it."""

    prompt: str
    less: str


TITLE: Final[str] = "One small thing"

POOL: Final[tuple[Small, ...]] = (
    Small(
        "Let your eyes wander, and stop where they like.",
        "Your eyes can stay where they are.",
    ),
    Small(
        "What's the quietest sound from here?",
        "Sounds can come and go on their own.",
    ),
    Small(
        "A seat or the ground is under you. You can be as heavy as you like.",
        "It holds you, heavy or light.",
    ),
    Small(
        "Pick up something small, a spoon, a stone or a sleeve. Or find a thing to look at.",
        "Your hands can stay empty, or where they are.",
    ),
    Small(
        "Find a bit of sky, a plant, or a picture of one.",
        "A patch of light will do.",
    ),
    Small(
        "What is cool or rough, in reach? Looking works, too.",
        "One thing to look at is plenty, or none.",
    ),
    Small(
        "Find a colour, then find it again.",
        "One colour is enough.",
    ),
    Small(
        "What is the nearest sound?",
        "One sound is plenty.",
    ),
    Small(
        "You could push your feet down a bit, or look around.",
        "Looking around will do instead.",
    ),
    Small(
        "The world can wait while a kettle boils.",
        "The world can wait for a bit.",
    ),
    Small(
        "Where does the light come from, here?",
        "Air and light can be left to themselves.",
    ),
    Small(
        "The weather needs no help from you. You can sit back.",
        "The weather needs no help from you.",
    ),
    Small(
        "Stretching is good, or swaying, or keeping still.",
        "You can keep still, or shift once.",
    ),
    Small(
        "Find something steady, to lean on or to look at.",
        "It keeps still for you, near or further off.",
    ),
    Small(
        "What would your body like? Water, a stretch, some air, or peace.",
        "It may be fine as it is, or want nothing.",
    ),
    Small(
        "Hands can open and close, or rest.",
        "They can rest, or lie any way they like.",
    ),
    Small(
        "Some water would be good, or a look upward.",
        "Looking up is enough.",
    ),
    Small(
        "Which things here are shut? A drawer, a jar, a book.",
        "One open thing will do.",
    ),
    Small(
        "Nobody hurries a snail, and nobody is hurrying you.",
        "There's no hurry.",
    ),
    Small(
        "A bench has no opinion on how long you stay.",
        "Benches don't mind how long.",
    ),
    Small(
        "Find the dullest thing here, and rest your eyes on it.",
        "Your eyes can do as they like.",
    ),
    Small(
        "One slow stretch, of a foot or a hand, or one big yawn.",
        "One finger can stretch, or none.",
    ),
    Small(
        "No leaf or cloud has told anybody to cheer up.",
        "Nothing green minds your company.",
    ),
    Small(
        "Two hands can meet, or lie on something flat.",
        "They can lie there and do nothing.",
    ),
    Small(
        "Find something soft, to hold or to look at.",
        "Looking at something soft is plenty, or not even that.",
    ),
    Small(
        "The floor holds you, and it has plenty of time.",
        "There's nowhere you're late for.",
    ),
    Small(
        "Which part of you leans on something, a heel, an elbow or your back?",
        "One place is enough, or none.",
    ),
    Small(
        "Look at one thing as if somebody had asked you to draw it.",
        "Your eyes can go where they go.",
    ),
    Small(
        "Is something soft in reach, to lean a hand on or to look at?",
        "Looking is enough, or nothing at all.",
    ),
    Small(
        "Collect two colours, a loud one and one that's nearly grey.",
        "One colour is enough.",
    ),
    Small(
        "Something here is in working order. A hinge, a sock, a lamp.",
        "You needn't find anything.",
    ),
)

AFTER: Final[str] = "That's all of it. You can also leave it be."


def other_than(shown: Small | None, turn: int) -> Small:
    """Picks one by turn, but never the one that was shown last."""
    left = [small for small in POOL if small != shown]
    return left[turn % len(left)]

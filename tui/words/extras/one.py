"""One small thing: single beats of the bundled indirect tracks and short forms that make sense by themselves.

They stand here as well so that `ajar one` reads no session file; a test holds each of them to its source.
Eyes stay open, breath is left out (care guide rule 8), and so are memories and places.
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
        "You could look around slowly, and let your eyes stop wherever they like.",
        "Your eyes may stay where they are.",
    ),
    Small(
        "What might be the quietest sound you can hear from here?",
        "Sounds can come and go on their own.",
    ),
    Small(
        "Chair, floor or bed may be carrying some of your weight. You could lean in, or not.",
        "The chair can be left to itself, or you may shift a little.",
    ),
    Small(
        "Is there something in reach to hold? A cup, a sleeve, a stone, or nothing.",
        "Your hands may stay empty, or where they are.",
    ),
    Small(
        "Is there a bit of sky in view, or a plant? A picture of one may do.",
        "A patch of daylight or lamplight may be plenty.",
    ),
    Small(
        "You might choose one object, near or far, and let your eyes rest on it.",
        "Your eyes may go where they like.",
    ),
    Small(
        "Hands could open and close a few times, slowly or not. Or they can stay where they are.",
        "The hands can lie where they are, or not.",
    ),
    Small(
        "You could look at the furthest point you can see. A wall is far enough.",
        "Your eyes may rest anywhere.",
    ),
    Small(
        "Where would your eyes like to go in this room? They may wander there, or rest.",
        "Your eyes may stay where they are.",
    ),
    Small(
        "You might press down a little on floor or chair, then ease off. Or stay as you are.",
        "The floor or the chair can do the work. You may stay still.",
    ),
    Small(
        "Three things in sight could be named, large or small. Sounds will do as well.",
        "One thing in sight may be plenty.",
    ),
    Small(
        "Something cool or rough may be near. You could touch it, or look.",
        "You could look at one thing, or not.",
    ),
    Small(
        "Five colours or shapes might be easy to find. Fewer will do.",
        "One colour may be plenty.",
    ),
    Small(
        "There may be one sound near and one far. You could listen for either.",
        "One sound may be plenty, or none.",
    ),
    Small(
        "Fingers could move a little, or shoulders, or nothing at all.",
        "You may stay still, or look around.",
    ),
    Small(
        "There are edges all over this room. A table, a window, skin and air. You could follow one.",
        "One edge may be plenty. The rim of a cup, perhaps.",
    ),
    Small(
        "What would your body like? A stretch, warmth, water, stillness, or nothing at all.",
        "Your body may be fine as it is, or not.",
    ),
    Small(
        "Some things are within reach. A cup, a sleeve, the window, a chair. You could look them over.",
        "One thing in reach may be plenty.",
    ),
    Small(
        "A sound may be near, another in the middle, another far. You could listen for one, or all.",
        "Sounds can come by on their own.",
    ),
    Small(
        "One small useful thing might be in reach. A sip, a blanket, a stretch, or none.",
        "You can sit as you are, or shift a little.",
    ),
    Small(
        "Is there one thing here that is plain, or pleasant enough? Your eyes could stay on it.",
        "Your eyes may stay where they are.",
    ),
    Small(
        "You might pick one colour, and find out where else in the room it turns up.",
        "One colour, in one place, may be plenty.",
    ),
    Small(
        "There is light around you, and air, warm or cool. You could see how they are today.",
        "The air can be left to itself.",
    ),
    Small(
        "You could sway, roll your shoulders, press your palms together, or stay still.",
        "You may stay still, or shift once.",
    ),
    Small(
        "Your eyes might like something plain. A wall, a sheet of paper, a patch of floor.",
        "Your eyes can do as they like.",
    ),
    Small(
        "One slow stretch, if there is one in you. A hand, a foot, the back, or none.",
        "You may stay as you are, or stretch one finger.",
    ),
    Small(
        "What can be heard close by? Your own sleeve, perhaps, or a fan, or a clock.",
        "Any sound may do, or none.",
    ),
    Small(
        "How warm is the air today? Your face may know, or your hands, or you can guess.",
        "The air can be any way it is.",
    ),
    Small(
        "You could collect a colour or two. The brightest, perhaps, and the one nearest to grey.",
        "One of them may be plenty.",
    ),
    Small(
        "Something in this room may be fine as it is. A lamp that works, a dry floor, a closed drawer.",
        "There is nothing to find here. You may look about, or not.",
    ),
    Small(
        "A hand could rest on something, a knee, a table, a cup. Or you may look at it instead.",
        "Hands may lie where they are, or not.",
    ),
    Small(
        "Hands together, an arm, a cup, a cloth, or none. You could see which one suits.",
        "Hands can stay as they are, or hold nothing.",
    ),
)

AFTER: Final[str] = "That is all of it. It can be left alone, too."


def other_than(shown: Small | None, turn: int) -> Small:
    """One of the pool by its turn; never the one that was shown last."""
    left = [small for small in POOL if small != shown]
    return left[turn % len(left)]

"""The app's own sentences on a handout."""

from __future__ import annotations

from typing import Final

BEFORE: Final[tuple[str, ...]] = (
    "This is for adults, and for a time when nothing else needs watching. It is not therapy.",
    "Warmth can stir things up. Heaviness, numbness, crossness or old feelings may come. That is common.",
    "If life is very hard at present, having company may be wiser.",
)

STOPPING: Final[tuple[str, ...]] = (
    "Anybody can stop at any moment, by a word, a hand, or by getting up. No reason is asked for.",
    "Whoever reads aloud stops reading at once, and says no more than that it has ended.",
    "Stopping and going on to the end get the same few words.",
)

READING: Final[tuple[str, ...]] = (
    "The times count from the start, without the questions. A question has no time and no end of waiting.",
    "Both tracks last equally long from one question to the next, so one can be left for the other there.",
    "A line under a prompt is another way to say it, or a smaller version of the ask.",
)

QUESTION: Final[str] = "wait for as long as it takes; no answer is owed"

ANSWERS: Final[tuple[tuple[str, str], ...]] = (
    ("opening", "the direct track, where that was wanted"),
    ("in between, can't tell", "either track, as they choose"),
    ("closing", "see below"),
    ("too much, or far away", "see below; reading ends here"),
    ("no answer", "the track they are on; the indirect one, if closing came earlier"),
)
"""An answer, and what follows it."""

CLOSING: Final[tuple[str, ...]] = (
    "Say that this is common, and nobody's fault. Then say less.",
    "The direct track is not read any more. It comes back when they ask for it, and not before.",
    "Offer the indirect track from the same place, or one of the short forms below, or nothing for a while.",
    "Stopping is on offer each time.",
)

HALTING: Final[tuple[str, ...]] = (
    "Reading ends. Nothing more from this sheet, except what looks outward, with eyes open.",
    "Name stopping first. Then the room: floor, walls, door, light, colours.",
    "Ask who might be good to have near, and help to reach them, if that is wanted.",
)

HELP: Final[tuple[str, ...]] = (
    "Where anyone is in danger, the local emergency number comes first.",
    "A number to call from here, looked up beforehand: ______________________",
    "`ajar help-lines` prints a list with the date at which each entry was read. Numbers change.",
)

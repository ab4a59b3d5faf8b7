"""The app's own sentences on a handout."""

from __future__ import annotations

from typing import Final

BEFORE: Final[tuple[str, ...]] = (
    "This is for adults, and for a time when nothing else needs watching. It is not therapy.",
    "It can stir things up. Heaviness, numbness, crossness or old feelings may come. That is common.",
    "If life is very hard at present, having company may be wiser.",
)

STOPPING: Final[tuple[str, ...]] = (
    "Anybody can stop at any moment, by a word, a hand, or by getting up. No reason is asked for.",
    "Whoever reads aloud stops reading at once, and says no more than that it has ended.",
    "Stopping and going on to the end get the same few words.",
)

BOTH_TRACKS: Final[str] = (
    "Both ways last equally long from one question to the next, so one can be left for the other there."
)

READING: Final[tuple[str, ...]] = (
    "The times count from the start, without the questions. A question has no time and no end of waiting.",
    "What stands in slanted letters is not read aloud. A silence is meant to be silent.",
    "A line under a prompt is another way to say it, or a smaller version of the ask.",
)

QUESTION: Final[str] = "wait for as long as it takes; no answer is owed"

THREE_WORDS: Final[str] = "In three words, for a group: more, less, or stop?"

ANSWERS: Final[tuple[tuple[str, str], ...]] = (
    ("opening", "carry on; kind words, if they wanted to be asked on the way"),
    ("in between, can't tell", "carry on; with the senses, where nothing was chosen"),
    ("closing", "see below; nothing more is asked after that"),
    ("too much, or far away", "see below; reading ends here"),
    ("no answer", "the same as can't tell"),
)
"""An answer, and what follows it."""

SENSES_ANSWERS: Final[tuple[tuple[str, str], ...]] = (
    ("opening, in between, no answer", "carry on"),
    ("closing", "see below; nothing more is asked after that"),
    ("too much, or far away", "see below; reading ends here"),
)
"""The same on the way of the senses, where the other goes unnamed."""

CLOSING: Final[tuple[str, ...]] = (
    "Say in one sentence that pulling back is common, and that it protects. Then say less.",
    "Ask nothing more. What follows has fewer words, and they can be left out.",
    "Offer to carry on quietly from the same place, or something to hold, something ordinary, or nothing.",
    "Stopping is on offer each time.",
)

KIND_WORDS_CLOSED: Final[str] = "Kind words are not read any more, unless they ask for them by themselves."

HALTING: Final[tuple[str, ...]] = (
    "Reading ends. Nothing more from this sheet, except what looks outward, with eyes open.",
    "Name stopping first. Then people: who would be good to have near? Help to reach them, if wanted.",
    "Then what is here: ask what they can see.",
)

HELP: Final[tuple[str, ...]] = (
    "Where anyone is in danger, the local emergency number comes first.",
    "A number to call from here, looked up beforehand: ______________________",
    "`ajar help-lines` prints a list with the date at which each entry was read. Numbers change.",
)

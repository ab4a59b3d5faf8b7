"""The app's own sentences on a handout."""

from __future__ import annotations

from typing import Final

BEFORE: Final[tuple[str, ...]] = (
    "This is for adults, and for a time when nothing else needs watching. It is not therapy.",
    "It can stir things up. Heaviness, numbness, crossness or old feelings may come. That is common.",
    "If life is very hard at present, having company may be wiser.",
)

STOPPING: Final[tuple[str, ...]] = (
    "Anybody can stop at any moment, by a word, a hand, or by getting up. Nobody has to say why.",
    "Whoever reads aloud then stops at once, and only says that it has ended.",
    "Whoever stops hears the same few words as whoever stays to the end.",
)

BOTH_TRACKS: Final[str] = (
    "Both ways take equally long from one question to the next, so you can change over at any question."
)

READING: Final[tuple[str, ...]] = (
    "The times count from the start and leave the questions out. Wait at a question for as long as it takes.",
    "Words in italics are not read aloud. In a silence, say nothing.",
    "A line under a prompt is another way to say it, or a smaller version of it.",
)

QUESTION: Final[str] = "wait for as long as it takes; nobody has to answer"

THREE_WORDS: Final[str] = "In three words, for a group: more, less, or stop?"

ANSWERS: Final[tuple[tuple[str, str], ...]] = (
    ("opening", "carry on; kind words, if they wanted to be asked on the way"),
    ("in between, can't tell", "carry on; with the senses, where nothing was chosen"),
    ("closing", "see below; nothing more is asked after that"),
    ("too much, or far away", "see below; reading ends here"),
    ("no answer", "the same as can't tell"),
)
"""Answers, each with what follows it."""

SENSES_ANSWERS: Final[tuple[tuple[str, str], ...]] = (
    ("opening, in between, no answer", "carry on"),
    ("closing", "see below; nothing more is asked after that"),
    ("too much, or far away", "see below; reading ends here"),
)
"""The same for the senses track, where the other one is not named."""

CLOSING: Final[tuple[str, ...]] = (
    "Say in one sentence that pulling back is common, and that it protects. Then say less.",
    "Ask nothing more. What follows has fewer words, and they can be left out.",
    "Offer to carry on quietly from the same place, or something to hold, something ordinary, or nothing.",
    "Stopping is on offer each time.",
)

KIND_WORDS_CLOSED: Final[str] = "Read no more kind words, unless somebody asks for them."

HALTING: Final[tuple[str, ...]] = (
    "Stop reading. Say that it has stopped, and that they can leave it here.",
    "Then ask who would be good to have near, and help to reach them.",
    "Then ask what they can see. From this sheet, read only what looks outward, with eyes open.",
)

OWN: Final[str] = "Your own lines"
"""Heading of a person's own lines, printed if they ask for it."""

HELP: Final[tuple[str, ...]] = (
    "Where anyone is in danger, the local emergency number comes first.",
    "A number to call from here, looked up beforehand: ______________________",
    "`ajar help-lines` prints a list with the date each entry was last looked up. Numbers change.",
)

"""The sentences of `ajar mine` about the person's file."""

from __future__ import annotations

from typing import Final

WHAT_IT_IS: Final = (
    "A few lines of your own, if you'd like to keep some: words that help, things that soothe,",
    "how you notice that you're closing or opening, people to ring. Sessions offer them again.",
)
NOTHING_YET: Final = "Nothing is kept so far. The file would be {path}, and only you could read it."
KEPT_HERE: Final = "This is what stands in {path}:"
SEEN_BY_OTHERS: Final = (
    "Others at this computer could open the file as it is. `ajar mine --edit` puts that right."
)
NOTHING_IN_IT: Final = "Nothing is in it yet."
HOW_TO: Final = (
    ("ajar mine --add words", "keep a line; also comforts, closing, opening, people"),
    ("ajar mine --remove words", "take one out; it asks which"),
    ("ajar mine --edit", "open the file in your editor"),
    ("ajar mine --erase", "erase it, after asking"),
)

HEADINGS: Final = {
    "words": "Words that help",
    "comforts": "Things that soothe",
    "closing": "Signs of closing",
    "opening": "Signs of opening",
    "people": "People to ring",
}
"""Headings by the field of `Mine`."""

ASKS: Final = {
    "words": "A sentence that helps",
    "comforts": "Something that soothes",
    "closing": "A sign that says enough",
    "opening": "A sign that says a little more",
    "people": "Somebody to ring, and how",
}
"""The questions before a line is typed; an empty line keeps nothing."""
KEPT: Final = "Kept."
UNKEPT: Final = "Nothing was typed, so nothing is kept."
NO_EDITOR: Final = "no editor was found; set VISUAL or EDITOR, or open {path} yourself"
CANNOT_OPEN: Final = "{editor} could not be started: {reason}"
FAULTY: Final = "It can't be read yet, and sessions go on without it. To mend:"
FINE_NOW: Final = "All of it can be read."
NOT_TEXT: Final = "what came in is not UTF-8 text, so nothing is kept"
WHICH: Final = "Which number"
REMOVED: Final = "It's gone."
NOTHING_IN_LIST: Final = "there is nothing in that list"
NO_SUCH_LINE: Final = "there is no line with that number, so everything stays"
STAYS_AS_IT_IS: Final = "no number was typed, so everything stays"

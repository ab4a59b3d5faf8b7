"""The sentences of the page of a person's own lines, and the entry that opens it after the signs session."""

from __future__ import annotations

from typing import Final

TITLE: Final = "Your own lines"

ADD: Final = "add one"
EXAMPLES: Final = {
    "words": "A sentence that does you good. Sessions say it now and then, among their kind words.",
    "comforts": "Tea, the dog, a song. They come first on the page after closing.",
    "closing": "What you do when you've had enough. You'll see it beside “closing”.",
    "opening": "What you do when you'd like more. You'll see it beside “opening”.",
    "people": "A name, and how to reach them. They come first among people to talk to.",
}
"""By the field of `Mine`: what may be kept, and where it is shown again."""
TYPING: Final = "Enter keeps it, Esc leaves it. An empty line keeps nothing."
CHANGING: Final = "Delete takes it out, `ajar mine --edit` changes it."
TAKE_IT_OUT: Final = "Take this line out? Enter does it, Esc leaves it here."
IN_AN_EDITOR: Final = "`ajar mine --edit` opens the file."
CHANGING_IN_LINES: Final = "`ajar mine --edit` changes a line."
WHICH_GOES: Final = "Which of these shall go? Enter alone leaves them all here."
ALL_STAY: Final = "All of them stay."
NOTHING_TO_TAKE_OUT: Final = "There is no line to take out."
NO_SUCH_NUMBER: Final = "No line has that number, so all of them stay."
NOWHERE: Final = "There is no place to keep a line here."

KEEP_A_SIGN: Final = "keep a sign"
SIGN_IN_LINES: Final = "If you'd like to write a sign of yours down later: `ajar mine --add closing`."


def not_taken_out(why: str) -> str:
    """Why a line could not be removed, and how to open the editor, unless the fault says how already."""
    return why if "`ajar mine`" in why else f"{why} {IN_AN_EDITOR}"

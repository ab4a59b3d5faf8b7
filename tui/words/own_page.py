"""What the page of a person's own lines says, and the entry that leads to it after a session on signs."""

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
"""By the field of `Mine`: what may be kept, and where it comes back."""
TYPING: Final = "Enter keeps it, Esc leaves it. An empty line keeps nothing."
CHANGING: Final = "`ajar mine --edit` changes it, or takes it out."
NOWHERE: Final = "There is no place to keep a line here."

KEEP_A_SIGN: Final = "keep a sign"
SIGN_IN_LINES: Final = "If you met a sign, `ajar mine --add closing` or `--add opening` keeps it for you."

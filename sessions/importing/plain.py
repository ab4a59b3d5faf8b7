"""Plain text: paragraphs are read in their own time, and an empty line between them is a pause."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger
from sessions.importing.pauses import pause_in
from sessions.importing.source import Cleaner, Source
from sessions.importing.untimed import Untimed

_SPEECH_MARKUP = re.compile(
    r"</?(?:speak|p|s|prosody|emphasis|voice|say-as|sub|phoneme|mark|lang)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.{1,400}?)(?<=\S)\1(?!\w)")


def read_plain(text: str, ledger: Ledger) -> Source:
    """A text without times; a line such as `(pause 30 s)` is a pause as well."""
    told = Untimed(ledger, Cleaner(ledger, _SPEECH_MARKUP))
    held: list[str] = []
    begun = 0
    for number, line in enumerate((*text.rstrip().split("\n"), ""), 1):
        pause = pause_in(line)
        if line.strip() and pause is None:
            begun = begun if held else number
            held.append(without_emphasis(line))
            continue
        if held:
            told.say("\n".join(held), begun)
            held = []
        if pause is not None:
            told.pause(pause, number)
        else:
            told.empty_line()
    return told.source()


def without_emphasis(text: str) -> str:
    """Without the stars and lines that stand for emphasis in a chat."""
    return _EMPHASIS.sub(r"\2", text)

"""Reads plain text: a paragraph takes its reading time, and an empty line between two is a pause."""

from __future__ import annotations

import re

from sessions.importing.ledger import Ledger
from sessions.importing.pages import BULLET, Page, names_section
from sessions.importing.pauses import pause_in
from sessions.importing.source import Source

MOST_OF_HEADING, LETTERS_OF_HEADING = 6, 4
"""The most words and the least letters of a line in capitals that is a heading."""
_SPEECH_MARKUP = re.compile(
    r"</?(?:speak|p|s|prosody|emphasis|voice|say-as|sub|phoneme|mark|lang)(?:\s[^<>]*)?/?>", re.IGNORECASE
)
_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\S)(.{1,400}?)(?<=\S)\1(?!\w)")


def read_plain(text: str, ledger: Ledger) -> Source:
    """A text without times; a line such as `(pause 30 s)` is a pause as well."""
    page = Page(ledger, _SPEECH_MARKUP)
    held: list[str] = []
    begun = 0
    for number, line in enumerate((*text.rstrip().split("\n"), ""), 1):
        pause = pause_in(line)
        heading = is_heading(line)
        if line.strip() and pause is None and not heading:
            item = BULLET.match(line)
            if item and held:
                page.told.say("\n".join(held), begun)
                held = []
            begun = begun if held else number
            held.append(without_emphasis(line[item.end() :] if item else line))
            continue
        if held:
            page.told.say("\n".join(held), begun)
            held = []
        if pause is not None:
            page.told.pause(pause, number)
        elif heading:
            page.heading(line.strip(" :"), 2, number)
        else:
            page.told.empty_line()
    return page.source()


def is_heading(line: str) -> bool:
    """Whether a line is a heading: a few words in capitals, or the name of a section with a colon."""
    bare = line.strip()
    few = len(bare.split()) <= MOST_OF_HEADING and sum(map(str.isalpha, bare)) >= LETTERS_OF_HEADING
    return names_section(bare) or (
        bare.isupper() and few and not bare.endswith((".", "?", "!", "…", "]", ")"))
    )


def without_emphasis(text: str) -> str:
    """The text without the stars and underscores that mean emphasis in a chat."""
    return _EMPHASIS.sub(r"\2", text)

"""Texts to look for on a terminal: beginnings too short to be wrapped."""

from __future__ import annotations

import re

from sessions.check import check_file
from sessions.library.bundled import SCRIPTS
from sessions.written import Say

UNBROKEN = 16
"""Letters that fit on one line, however narrow the text is set here."""


def opening_words(text: str) -> bytes:
    """The first words of a text, but not beyond a short first sentence, which may have a line of its own."""
    sentence = re.split(r"(?<=[.?!]) ", text)[0]
    short = sentence if len(sentence) <= UNBROKEN else sentence[:UNBROKEN].rpartition(" ")[0]
    return short.encode()


def first_prompts(name: str) -> tuple[bytes, ...]:
    """The first words of each wording of the first prompt of a bundled session."""
    session = check_file(SCRIPTS / f"{name}.session.yaml").session
    assert session is not None
    first = next(step for step in session.arriving if isinstance(step, Say))
    return tuple(opening_words(text) for text in (first.text, *first.wordings))

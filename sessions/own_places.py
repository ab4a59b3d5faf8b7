"""Finds the place in a prompt where a person's own line can stand: its quotation, or its examples."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from sessions.quotations import QUOTATION


class Place(NamedTuple):
    """A stretch of a prompt, and what stands around it."""

    before: str
    held: str
    """What the author wrote there: a sentence without its quotation marks, or examples."""
    after: str


def quoted_sentence(text: str) -> Place | None:
    """The place of a prompt's only quotation, marks included; None where there is none, or more than one."""
    found = list(_quotation().finditer(text))
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return Place(text[: start + 1], text[start + 1 : end - 1], text[end - 1 :])


def examples(text: str) -> Place | None:
    """The place of the sentence beside a prompt's only question; None where the prompt has another form."""
    sentences = [found.span() for found in _sentence().finditer(text)]
    asked = [text[start:end].rstrip().endswith(_QUESTION_MARKS) for start, end in sentences]
    if sorted(asked) != [False, True]:
        return None
    start, end = sentences[asked.index(False)]
    return Place(text[:start], text[start:end], text[end:])


_QUESTION_MARKS = ("?", "؟")


@cache
def _quotation() -> re.Pattern[str]:
    return re.compile(QUOTATION)


@cache
def _sentence() -> re.Pattern[str]:
    """A sentence up to the mark that ends it, with closing quotation marks if there are any."""
    return re.compile(r"\S.*?(?:[.?!…؟]+[”“»」』\"]?(?=\s|$)|$)", re.DOTALL)

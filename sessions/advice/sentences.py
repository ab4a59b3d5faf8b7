"""Counts the sentences of a prompt, and finds the one that is too many (care guide rule 17)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from sessions.advice.senses import quotations
from sessions.advice.word_lists import Lists
from sessions.text_time import words_in

MOST_SENTENCES = 2
MOST_WITH_A_QUOTATION = 3
"""The most if one of them is a quotation, which counts as one sentence however long it is."""
_MOST_WORDS_OF_A_FRAGMENT, _MOST_WORDS_OF_A_ROW = 2, 8
_QUOTED = "\1"
"""Takes the place of each quoted character."""

_WIDE = "。？！"  # noqa: RUF001  # the full stops of other scripts; no space follows them
_STOP = rf"[.?!…]+[\"”’)]*(?=\s|$)|[{_WIDE}]+[”’」』)]*|$"


@cache
def _sentence() -> re.Pattern[str]:
    return re.compile(rf"\S(?:(?!{_STOP}).)*(?:{_STOP})", re.DOTALL)


def sentence_too_many(text: str, lists: Lists | None) -> tuple[int, int] | None:
    """Start and end of the first word of the sentence that is one too many; None where none is."""
    masked = _masked(text)
    most = MOST_WITH_A_QUOTATION if _QUOTED in masked else MOST_SENTENCES
    for number, match in enumerate(_sentences(masked, lists), 1):
        if number > most:
            word = re.compile(r"\w+").search(text, match.start())
            return word.span() if word else match.span()
    return None


def _sentences(masked: str, lists: Lists | None) -> Iterator[re.Match[str]]:
    for match in _sentence().finditer(masked):
        if not _is_fragment(match.group(), lists):
            yield match


def _masked(text: str) -> str:
    """The text, of the same length, with each quotation masked except for its last full stop or the like."""
    for start, end in quotations(text):
        inner = text[start:end]
        stop = next((sign for sign in inner[-2:] if sign in f".?!…{_WIDE}"), _QUOTED)
        text = text[:start] + _QUOTED * (len(inner) - 1) + stop + text[end:]
    return text


def _is_fragment(sentence: str, lists: Lists | None) -> bool:
    """Whether a sentence is two words, or a short list, without a known verb: "A table, a window frame."."""
    if lists is None or _QUOTED in sentence or not sentence.isascii():
        return False
    words = re.findall(r"[\w']+", sentence.lower().replace("’", "'"))
    most = _MOST_WORDS_OF_A_ROW if "," in sentence else _MOST_WORDS_OF_A_FRAGMENT
    return (
        words_in(sentence) <= most
        and not (words and words[0] in lists.orders)
        and lists.sentences.isdisjoint(word.partition("'")[0] for word in words)
        and not any(word.endswith(("n't", "'s", "'re", "'ll", "'ve")) for word in words)
    )

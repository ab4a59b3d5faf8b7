"""How long a text takes to read and to say, in any script; care guide rule 17.

Texts in a script with spaces are counted by words. Chinese, Japanese and Korean are counted by characters,
two of which stand for one word: at half a second a word that is four characters a second.
"""

from __future__ import annotations

import re
from functools import cache
from math import ceil
from typing import Final

LEAST_SECONDS: Final = 5.0
"""A prompt stays at least this long, however short it is."""
SECONDS_TO_FIND: Final = 2
"""Seconds in which the eyes find the text, before reading begins."""
READ_A_MINUTE: Final = 120
"""Words: half the mean silent reading speed of English non-fiction, 238 words a minute (Brysbaert 2019)."""
CHARACTERS_A_SECOND: Final = 12
"""The most in scripts that are counted by words; broadcast subtitles allow 17 to 20."""
SAID_A_MINUTE: Final = 130
"""Words that are spoken without hurry."""
CHARACTERS_A_WORD: Final = 2
"""In scripts that are counted by characters."""


def words_in(text: str) -> int:
    """The length of a text in words, without punctuation between Chinese, Japanese or Korean characters."""
    if text.isascii() or _is_western(text):
        return len(text.split())
    spaced, characters = _characters().subn(" ", text)
    if not characters:
        return len(text.split())
    others = sum(any(char.isalnum() for char in word) for word in spaced.split())
    return ceil(characters / CHARACTERS_A_WORD) + others


def reading_time(text: str, words_a_minute: int = READ_A_MINUTE) -> float:
    """Seconds a prompt stays when its author gave no duration: whole seconds, so that every sum is exact."""
    return float(max(LEAST_SECONDS, SECONDS_TO_FIND + ceil(words_in(text) * 60 / words_a_minute)))


def seconds_to_read(text: str, words: int | None = None) -> float:
    """The least seconds a prompt stays; `words` is the length of the text, if it has been counted already."""
    words = words_in(text) if words is None else words
    reading = SECONDS_TO_FIND + words * 60 / READ_A_MINUTE
    return max(LEAST_SECONDS, reading, ceil(len(text) / CHARACTERS_A_SECOND))


def seconds_to_say(words: int) -> float:
    """Seconds that a number of words take to say."""
    return words * 60 / SAID_A_MINUTE


def _is_western(text: str) -> bool:
    """Whether a text holds only Latin letters and typographic marks, as most do; a quick test."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _characters() -> re.Pattern[str]:
    """Ideographs, kana and hangul with their iteration marks, by Unicode blocks."""
    return re.compile(
        "[\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e"
        "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af]"
    )

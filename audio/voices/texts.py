"""Texts for a voice: their short ids, their sentences, and how long they take to say."""

import hashlib
import re
import unicodedata
from base64 import b32encode

ID_LENGTH = 8
"""Characters of an id: 40 bits, so ten thousand texts collide with a probability of 1 in 20,000."""

SHORT_CLAUSE = 12
"""A clause shorter than this many characters is joined with its neighbour."""

_SENTENCE = re.compile(r"""(?<=[.!?…])(?=["'”’»)]*\s)|(?<=[.!?…]["”’»)])(?=\s)""")
_DASHES = re.compile(r"\s*[—–]\s*|\s+-+\s+|^-+\s*")
_QUOTES = str.maketrans("“”„«»‘’", '"""""\'\'')  # noqa: RUF001  # typographic quotes on purpose
_BRACKETS = str.maketrans("[]", "()")
"""espeak-ng and Piper read `[[…]]` as phonemes."""


def text_id(text: str) -> str:
    """A short id for a text, the same on every machine; spacing and style of quotes make no difference."""
    digest = hashlib.sha256(_plain(text).encode()).digest()
    return b32encode(digest).decode()[:ID_LENGTH].lower()


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    return text.translate(_QUOTES)


def sentences(text: str) -> list[str]:
    """The sentences of a text with their punctuation; closing quotes stay with the sentence they close."""
    found: list[str] = []
    for piece in _SENTENCE.split(" ".join(text.split())):
        closing = re.match(r"""["'”’»)]+(?=\s|$)""", piece)
        if closing and found:
            found[-1] += closing.group()
            piece = piece[closing.end() :]  # noqa: PLW2901  # the rest of it
        if piece.strip():
            found.append(piece.strip())
    return found


def clauses(sentence: str) -> list[str]:
    """A sentence, split after those commas that leave parts of some length."""
    found: list[str] = []
    for piece in re.split(r"(?<=[,;:])\s", sentence):
        if found and min(len(found[-1]), len(piece)) < SHORT_CLAUSE:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def speakable(text: str) -> str:
    """The text without characters that a speech program would not take for words."""
    text = unicodedata.normalize("NFC", " ".join(text.split())).translate(_BRACKETS)
    return _DASHES.sub(", ", text).lstrip(", ")


def seconds_to_say(text: str, words_a_minute: int) -> float:
    """About how long a text takes to say, in seconds."""
    return len(re.findall(r"\w+(?:['’]\w+)*", text)) * 60 / words_a_minute

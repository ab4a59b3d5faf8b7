"""Texts on their way to a voice: their short id, their sentences, and how long they take to say."""

import hashlib
import re
import unicodedata
from base64 import b32encode

ID_LENGTH = 8
"""Characters of an id: 40 bits, so that among ten thousand texts two are alike once in twenty thousand."""

SHORT_CLAUSE = 12
"""Characters under which a clause stays with its neighbour."""

_SENTENCE = re.compile(r"""(?<=[.!?…])(?=["'”’»)]*\s)|(?<=[.!?…]["”’»)])(?=\s)""")
_DASHES = re.compile(r"\s*[—–]\s*|\s+-+\s+|^-+\s*")
_QUOTES = str.maketrans("“”„«»‘’", '"""""\'\'')  # noqa: RUF001  # these are meant
_BRACKETS = str.maketrans("[]", "()")
"""espeak-ng and Piper read `[[…]]` as phonemes."""


def text_id(text: str) -> str:
    """A short name for a text, the same on every machine; spaces and the shape of quotes do not count."""
    digest = hashlib.sha256(_plain(text).encode()).digest()
    return b32encode(digest).decode()[:ID_LENGTH].lower()


def _plain(text: str) -> str:
    text = unicodedata.normalize("NFC", " ".join(text.split()))
    return text.translate(_QUOTES)


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its own end; closing quotes stay with what they close."""
    found: list[str] = []
    for piece in _SENTENCE.split(" ".join(text.split())):
        closing = re.match(r"""["'”’»)]+(?=\s|$)""", piece)
        if closing and found:
            found[-1] += closing.group()
            piece = piece[closing.end() :]  # noqa: PLW2901  # what is left of it
        if piece.strip():
            found.append(piece.strip())
    return found


def clauses(sentence: str) -> list[str]:
    """A sentence, cut after its commas where what is cut off has some length."""
    found: list[str] = []
    for piece in re.split(r"(?<=[,;:])\s", sentence):
        if found and min(len(found[-1]), len(piece)) < SHORT_CLAUSE:
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def speakable(text: str) -> str:
    """The text without what a speech program would take for something else than words."""
    text = unicodedata.normalize("NFC", " ".join(text.split())).translate(_BRACKETS)
    return _DASHES.sub(", ", text).lstrip(", ")


def seconds_to_say(text: str, words_a_minute: int) -> float:
    """About how long a text takes to say."""
    return len(re.findall(r"\w+(?:['’]\w+)*", text)) * 60 / words_a_minute

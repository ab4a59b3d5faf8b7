"""Chooses the reader for a file: by the ending of its name, or by its content."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import chain
from pathlib import PurePath
from typing import TypeAlias

from sessions.importing.columns import looks_like_labels, read_columns
from sessions.importing.from_json import read_json
from sessions.importing.ledger import Ledger
from sessions.importing.lyrics import STAMP, read_lrc
from sessions.importing.markdown import looks_like_markdown, read_markdown
from sessions.importing.plain import read_plain
from sessions.importing.source import Source, UnusableError
from sessions.importing.stamped import looks_stamped, read_stamped
from sessions.importing.substation import read_ass
from sessions.importing.subtitles import (
    BRACKETED,
    SBV_TIMING,
    TIMING,
    read_bracketed,
    read_sbv,
    read_srt,
    read_vtt,
)
from sessions.importing.timed_text import read_ttml
from sessions.importing.web_page import read_html

Reader: TypeAlias = Callable[[str, Ledger], Source]

_READERS: Mapping[str, Reader] = {
    ".srt": read_srt,
    ".vtt": read_vtt,
    ".sbv": read_sbv,
    ".lrc": read_lrc,
    ".json": read_json,
    ".jsonl": read_json,
    ".tsv": read_columns,
    ".csv": read_columns,
    ".ass": read_ass,
    ".ssa": read_ass,
    **dict.fromkeys((".ttml", ".dfxp", ".srv1", ".srv2", ".srv3"), read_ttml),
    **dict.fromkeys((".md", ".markdown"), read_markdown),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".ssml"), read_html),
}
_OTHERS: Mapping[str, str] = {
    **dict.fromkeys((".yaml", ".yml"), "this looks like a session already; `ajar check` reads it"),
    **dict.fromkeys(
        (".pdf", ".docx", ".doc", ".odt", ".rtf", ".pages"),
        "this is a page, not text; save its words as .txt first",
    ),
    **dict.fromkeys(
        (".mp3", ".m4a", ".wav", ".ogg", ".flac", ".mp4", ".webm"),
        "this is a recording; let a recogniser write its words as .srt first",
    ),
}
"""Endings of files that cannot be imported but are likely to be tried, and what to do instead."""


def refuse_others(name: str) -> None:
    """Refuse files that no reader can read.

    Raises:
        UnusableError: the name ends like a page, a recording or a session.
    """
    ending = PurePath(name).suffix.lower()
    if ending in _OTHERS:
        raise UnusableError(_OTHERS[ending])


def reader_for(name: str, text: str) -> Reader:
    """The reader by the ending of the name or, if that says nothing, by the content of the text."""
    found = _READERS.get(PurePath(name).suffix.lower())
    return read_stamped if found is read_markdown and looks_stamped(text) else found or _by_content(text)


_STARTS: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (re.compile(r"WEBVTT(?:\s|$)"), read_vtt),
    (re.compile(r"\[Script Info\]", re.IGNORECASE), read_ass),
    (
        re.compile(
            r"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:\w+:)?(?:tt|transcript|timedtext)\b", re.DOTALL
        ),
        read_ttml,
    ),
    (re.compile(r"(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|speak)\b", re.IGNORECASE), read_html),
    (re.compile(r"[\[{]\s*[\"{]|\[\s*\[\s*[\"{\d]"), read_json),
)
"""Readers that the first characters of a file show."""
_LINES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (BRACKETED, read_bracketed),
    (TIMING, read_srt),
    (SBV_TIMING, read_sbv),
)
"""Readers that a single line shows."""


def _by_content(text: str) -> Reader:
    start = text.lstrip()
    lines = [line for line in text.split("\n") if line.strip()]
    stamped = sum(1 for line in lines if STAMP.match(line))
    fallback: Reader
    if looks_like_labels(text):
        fallback = read_columns
    elif looks_stamped(text):
        fallback = read_stamped
    else:
        fallback = read_markdown if looks_like_markdown(text) else read_plain
    by_start = (reader for pattern, reader in _STARTS if pattern.match(start))
    by_line = (reader for pattern, reader in _LINES if any(map(pattern.fullmatch, lines)))
    return next(chain(by_start, by_line), read_lrc if stamped * 2 > len(lines) else fallback)

"""Plain text: paragraphs are read in their own time, and an empty line between them is a pause."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sessions.importing.prompts import prompts_in, reading_seconds
from sessions.importing.source import Cleaner, Passage, Source

PAUSE_SECONDS = 10.0
"""What an empty line stands for; three of them are half a minute."""

_PAUSE = re.compile(
    r"[\[(] ?(?:pause|silence|quiet)?[,:]? ?([0-9]{1,3}) ?(s|secs?|seconds?|m|mins?|minutes?)\.? ?[\])]",
    re.IGNORECASE,
)


def read_plain(text: str) -> Source:
    """A text without times; a line such as `(pause 30 s)` is a pause as well."""
    cleaner = Cleaner()
    passages: list[Passage] = []
    now = 0.0
    for lines, pause in _paragraphs(text):
        passage = cleaner.passage(now, now, lines)
        end = now + sum(reading_seconds(prompt) for prompt in prompts_in(passage.text))
        passages.append(Passage(now, end, passage.text, passage.bells))
        now = end + pause
    spoken = [number for number, passage in enumerate(passages) if passage.text]
    kept = passages[: spoken[-1] + 1] if spoken else []
    return Source(tuple(kept), unsafe=cleaner.unsafe)


def _paragraphs(text: str) -> Iterator[tuple[list[str], float]]:
    """The lines of each paragraph, and the seconds of pause after it."""
    held: list[str] = []
    pause = 0.0
    for line in text.strip().split("\n"):
        match = _PAUSE.fullmatch(line.strip())
        if match or not line.strip():
            pause += _seconds(match) if match else PAUSE_SECONDS
            continue
        if pause:
            yield held, pause
            held, pause = [], 0.0
        held.append(line)
    yield held, pause


def _seconds(match: re.Match[str]) -> float:
    return float(match[1]) * (60 if match[2].lower().startswith("m") else 1)

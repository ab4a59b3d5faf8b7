"""Rule 12: every session says early that eyes can stay open, and no prompt needs closed eyes."""

from __future__ import annotations

import re

import pytest

from sessions.engine.score import Beat, lay_out
from sessions.written import Eyes
from tests.fakes.everywhere import NAMES, session
from tests.fakes.texts import CARE, beats_in_form, beats_of, every_beat, questions_in, texts_of
from tui.words import phrases

CLOSED = re.compile(
    r"\bclos\w*\W+(?:\w+\W+){0,2}eye|\beyes?\W+(?:\w+\W+){0,2}(?:closed|shut)|\bshut\w*\W+(?:\w+\W+){0,2}eye"
    r"|\blids? (?:down|closed|shut)",
    re.IGNORECASE,
)
"""Asks for closed eyes, or takes them for granted."""


@pytest.mark.parametrize("name", NAMES)
def test_eyes_are_offered_open_or_lowered_in_every_wording_early_on(name: str) -> None:
    found = session(name)
    within = 15.0 if found.length <= 60 else 60.0
    if found.eyes is Eyes.OPEN:
        return
    start, offered = 0.0, []
    for segment in lay_out(found).arriving:
        for beat in beats_of(segment.items):
            if start < within and "eyes" in beat.tags:
                offered.append(beat)
            start += beat.length
    assert offered
    assert all(re.search(r"\beyes?\b", text, re.IGNORECASE) for text in offered[0].wordings)
    assert all(re.search(r"\bopen\b|\blook", text, re.IGNORECASE) for text in offered[0].wordings)


def test_no_text_asks_for_closed_eyes() -> None:
    said = [text for _, beat in every_beat() for text in texts_of(beat)]
    said += [text for name in NAMES for text in questions_in(session(name))]
    said += [text for line in phrases.COAT_LINES.values() for text in line]
    assert len(said) > 500
    assert [text for text in said if CLOSED.search(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "Close your eyes.",
        "With your eyes gently closed, listen.",
        "Eyes shut, if you like.",
        "Closing the eyes",
    ],
)
def test_the_net_catches(text: str) -> None:
    assert CLOSED.search(text)


@pytest.mark.parametrize("file", CARE, ids=lambda file: file.stem)
def test_the_short_forms_need_no_closed_eyes_either(file: object) -> None:
    beats: list[Beat] = beats_in_form(file)  # type: ignore[arg-type]
    assert beats
    assert not any(CLOSED.search(text) for beat in beats for text in texts_of(beat))

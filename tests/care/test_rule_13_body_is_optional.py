"""Rule 13: what touches on body, place or memory names another way, or none; no holds, counts or orders."""

from __future__ import annotations

import re

import pytest

from sessions.check import check_text
from sessions.engine.score import Beat, BeatKind
from sessions.reading.fields import CARE_TAGS
from tests.fakes.texts import every_beat, texts_of

WAY_ROUND = re.compile(
    r"\b(or|none|neither|nor|either|nothing|instead|whichever|wherever|whatever|if|without|not|no|leave|left|skip"
    r"|else|any)\b",
    re.IGNORECASE,
)
"""Leaves a choice, or leaves something out."""

ORDERED = re.compile(
    r"\bhold (?:your|the|a) breath|\bbreath\w* hold|\bdeep(?:ly|er)? breath|\bbreathe? deep|\bbig breath"
    r"|\bcount (?:to|of|down|(?:your|the) breath)|\bfor a count|\bworst\b|\bhardest (?:moment|memory|time)",
    re.IGNORECASE,
)
"""Holds, forced counts, deep-breath orders, the worst moment."""

TOUCHES = {
    "breath": re.compile(r"\bbreath(?:e|es|ing|s)?\b", re.IGNORECASE),
    "touch": re.compile(r"\b(?:hold (?:your own|something)|palm to|hand on|hands on)\b", re.IGNORECASE),
    "memory": re.compile(r"\bremember(?:ed|ing)?\b|\bmemory\b", re.IGNORECASE),
}
"""Words that give a beat away which has no tag."""

TAGGED = [(name, beat) for name, beat in every_beat() if set(beat.tags) & set(CARE_TAGS)]


def test_there_are_many_such_beats() -> None:
    assert len(TAGGED) > 60
    assert {tag for _, beat in TAGGED for tag in beat.tags} >= {"touch", "breath", "posture", "movement"}


@pytest.mark.parametrize(
    ("name", "beat"), TAGGED, ids=lambda value: value if isinstance(value, str) else "beat"
)
def test_each_wording_leaves_a_way_round(name: str, beat: Beat) -> None:
    assert name
    for text in texts_of(beat):
        assert WAY_ROUND.search(text), text


def test_no_text_holds_counts_or_orders_a_breath_or_asks_for_the_worst() -> None:
    said = [text for _, beat in every_beat() for text in texts_of(beat)]
    assert [text for text in said if ORDERED.search(text)] == []


@pytest.mark.parametrize("tag", TOUCHES)
def test_a_beat_that_speaks_of_it_has_the_tag_or_a_way_round(tag: str) -> None:
    for name, beat in every_beat():
        for text in texts_of(beat):
            if TOUCHES[tag].search(text) and tag not in beat.tags:
                assert WAY_ROUND.search(text), f"{name}: {text}"


def test_a_pacer_has_an_alternative_and_no_hold() -> None:
    pacers = [beat for _, beat in every_beat() if beat.kind is BeatKind.BREATHE]
    assert all(any(beat.wordings) and beat.inhale and beat.exhale for beat in pacers)


SESSION = """\
format: 1
title: A minute with a sound
length: 1m
arriving:
  - say: Eyes open or lowered, either is fine.
    for: 15s
  - check_in: And now?
indirect:
{step}
landing:
  - say: Looking around, is there a colour you like?
    for: 15s
"""


@pytest.mark.parametrize(
    ("step", "found"),
    [
        ("  - say: Feel your hand.\n    for: 30s\n    tags: [touch]", "W512"),
        ("  - say: Feel your hand, or look at it.\n    for: 30s\n    tags: [touch]", ""),
        ("  - breathe: {in: 4s, out: 6s}\n    for: 30s", "E202"),
        ("  - breathe: {in: 4s, hold: 4s, out: 6s}\n    for: 30s\n    or_else: Or a sound.", "E201"),
        ("  - breathe: {in: 4s, out: 6s}\n    for: 30s\n    or_else: Or a sound.", ""),
    ],
)
def test_a_file_without_a_way_round_is_told(step: str, found: str) -> None:
    faults = {fault.id for fault in check_text(SESSION.format(step=step), "body.session.yaml").faults}
    assert (found in faults) if found else not faults & {"W512", "E202", "E201"}

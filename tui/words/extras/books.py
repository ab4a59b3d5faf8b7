"""Books and papers, each with one sentence on why it is here. Nothing is linked, and nobody earns by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing to read."""

    author: str
    title: str
    """As it is printed; wording rules do not apply to it."""
    year: str
    """And the journal, for a paper."""
    why: str


TITLE: Final[str] = "To read"

READING: Final[tuple[Reading, ...]] = (
    Reading(
        "Deb Dana",
        "Anchored: How to Befriend Your Nervous System Using Polyvagal Theory",
        "2021",
        "It gets to know one's guarding ways at one's own pace. Not all of its theory is agreed on.",
    ),
    Reading(
        "Melissa Romano",
        "The Vagus Nerve Deck",
        "a box of 75 cards",
        "One small step on each card, for days when anything bigger is too far.",
    ),
    Reading(
        "Ru Ying Cai",
        "Backdraft in Self-Compassion: An Overlooked Yet Vital Research Focus",
        "2024, in the journal Mindfulness, volume 15",
        "A short paper on how little is known about backdraft, and on what could be asked next.",
    ),
    Reading(
        "Christopher Germer",
        "The Mindful Path to Self-Compassion",
        "2009",
        "A patient book about hard feelings, for people to whom warmth does not come easily.",
    ),
    Reading(
        "Kristin Neff and Christopher Germer",
        "The Mindful Self-Compassion Workbook",
        "2018",
        "Exercises in small portions, with a chapter on backdraft among them.",
    ),
    Reading(
        "Paul Gilbert",
        "The Compassionate Mind",
        "2009",
        "On shame and self-criticism, and on warmth that is hard to take in.",
    ),
    Reading(
        "Richard Schwartz",
        "No Bad Parts",
        "2021",
        "Speaking of parts, each with a task of its own, set out for general readers.",
    ),
    Reading(
        "David Treleaven",
        "Trauma-Sensitive Mindfulness",
        "2018",
        "For people who guide others: how sitting still can go badly for some, and what to offer them.",
    ),
)

AFTERWORD: Final[str] = (
    "Nothing here is linked, and nobody earns by this list. None of these authors has a part in ajar. "
    "A book may not suit you, and it can be put down."
)

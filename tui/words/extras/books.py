"""Books and papers, each with one sentence on why it is here. There are no links, and nobody profits."""

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
        "Getting to know what guards you, slowly and without pressure. Not all of its theory is agreed on.",
    ),
    Reading(
        "Melissa Romano",
        "The Vagus Nerve Deck",
        "a box of 75 cards",
        "Seventy-five things to try, most of them done in a minute. One card at a time is plenty.",
    ),
    Reading(
        "Ru Ying Cai",
        "Backdraft in Self-Compassion: An Overlooked Yet Vital Research Focus",
        "2024, in the journal Mindfulness, volume 15",
        "A short paper on how little is known about backdraft, and what to ask next.",
    ),
    Reading(
        "Christopher Germer",
        "The Mindful Path to Self-Compassion",
        "2009",
        "A patient book about hard feelings, for people who find warmth difficult.",
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
        "About shame and self-criticism, and why warmth can be hard to take in.",
    ),
    Reading(
        "Richard Schwartz",
        "No Bad Parts",
        "2021",
        "The idea that each part of us has a job, told for general readers.",
    ),
    Reading(
        "David Treleaven",
        "Trauma-Sensitive Mindfulness",
        "2018",
        "For people who guide others: when sitting still goes badly, and what to offer then.",
    ),
)

AFTERWORD: Final[str] = (
    "There are no links here, and nobody earns by this list. None of these authors has a part in ajar. "
    "If a book doesn't suit you, put it down."
)

"""Signs of closing and of opening, to get to know one's own; nothing here is counted or judged."""

from __future__ import annotations

from typing import Final

from tui.words.extras.company import Section

TITLE: Final[str] = "Signs of closing and opening"

SIGNS: Final[tuple[Section, ...]] = (
    Section(
        "Closing: “enough for now”",
        (
            ("In the body: shoulders up, a tight jaw, yawns, heavy eyes, cold hands.",),
            ("In the mood: bored, cross, flat, far from it all, or making fun of it.",),
            ("In what you do: reaching for the phone, watching the clock, planning supper.",),
        ),
    ),
    Section(
        "Opening: “a little more, please”",
        (
            ("In the body: shoulders that drop by themselves, a longer breath, warm hands, easy tears.",),
            ("In the mood: curious, touched, amused, with a bit more room.",),
            ("In what you do: looking around, losing track of time, staying a moment longer.",),
        ),
    ),
    Section(
        "Yours",
        (
            (
                "Yours may be others. One or two that you know well are worth more than this list.",
                "Closing protects, and opening can be a lot. Neither is the better one.",
            ),
            ("In a session, c says closing. At a question, o says opening.",),
        ),
    ),
)

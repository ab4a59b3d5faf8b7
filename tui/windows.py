"""The sizes of a window at which the pages change."""

from __future__ import annotations

SMALLEST = (40, 12)
"""Columns and rows the pages are made for; below that they say so and still play."""

WIDE = 78
"""Columns from which two things stand side by side."""

MIDDLING, TALL, ROOMY = 20, 27, 36
"""Rows from which there is some air, plenty of it, and room for more than is needed."""

ROOM_FOR_LETTERS = (110, 30)
"""Columns and rows from which prompts are set in large letters by themselves."""

GRAND = (150, 44)
"""Columns and rows from which lists have air, titles are large, and what is long stands in columns."""

ROOM_FOR_COMPANY = 24
"""Rows from which a small door stands below a prompt; below a question, from `ROOMY`."""


def has_room_for_letters(size: tuple[int, int]) -> bool:
    """Whether prompts are set in large letters by themselves in a window of so many columns and rows."""
    return size[0] >= ROOM_FOR_LETTERS[0] and size[1] >= ROOM_FOR_LETTERS[1]


def is_grand(size: tuple[int, int]) -> bool:
    """Whether a window of so many columns and rows would leave a page of the usual size lost in it."""
    return size[0] >= GRAND[0] and size[1] >= GRAND[1]

"""The sizes of a window at which the pages change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

SMALLEST = (40, 12)
"""Columns and rows that pages are made for; in a smaller window they say so, and still work."""

WIDE = 78
"""Columns from which two things are placed side by side."""

MIDDLING, TALL, ROOMY = 20, 27, 36
"""Rows from which a page has some empty space, plenty of it, and more room than it needs."""

ROOM_FOR_LETTERS = (110, 30)
"""Columns and rows from which prompts are set in large letters by themselves."""

GRAND = (150, 44)
"""Columns and rows from which lists are spaced out, titles are large, and long texts are set in columns."""

ROOM_FOR_COMPANY = 24
"""Rows from which a small door is shown below a prompt; below a question it is from `ROOMY`."""


def has_room_for_letters(size: tuple[int, int]) -> bool:
    """Whether prompts are set in large letters automatically in a window of this size."""
    return size[0] >= ROOM_FOR_LETTERS[0] and size[1] >= ROOM_FOR_LETTERS[1]


def is_grand(size: tuple[int, int]) -> bool:
    """Whether a window is so large that a page of the usual size would look lost in it."""
    return size[0] >= GRAND[0] and size[1] >= GRAND[1]


def grows(app: App[Any]) -> bool:
    """Whether text is set in large letters now: always, or if the window has room for them."""
    settings = getattr(app, "settings", None)
    if settings is None:
        return False
    return bool(settings.large or (settings.grow and has_room_for_letters(app.size)))

"""Puts a person's own lines into a line of the app, cut to the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

YOURS: Final = "yours: {}"
"""Precedes own comforts in a menu: so the entry says whose they are, and never equals a key's word."""

ROOM_IN_A_MENU: Final = 24
"""Characters, so that an entry fits on one line in the smallest window."""
WORDS_IN_A_MENU: Final = 6
"""As many words as the entry it replaces: a page after closing has at most 45 (care guide rule 8)."""
ROOM_IN_A_HINT: Final = 70
ROOM_ON_A_PAGE: Final = 120

THIS_PAGE_WAITS: Final = "This page waits as long as you like."


def in_a_menu(comforts: Sequence[str]) -> str:
    """Own comforts as an entry."""
    told = joined(comforts, ROOM_IN_A_MENU).split()
    more = "…" if len(told) > WORDS_IN_A_MENU else ""
    return YOURS.format(" ".join(told[:WORDS_IN_A_MENU]) + more)


def in_a_hint(signs: Sequence[str]) -> str:
    """Own signs beside an answer."""
    return joined(signs, ROOM_IN_A_HINT)


def on_a_page(comforts: Sequence[str], turn: int) -> str:
    """Own comforts for the page of something ordinary; another one comes first each time."""
    first = turn % len(comforts)
    told = joined([*comforts[first:], *comforts[:first]], ROOM_ON_A_PAGE)
    ending = "" if told.endswith((".", "!", "?", "…")) else "."
    return f"{told[:1].upper()}{told[1:]}{ending} {THIS_PAGE_WAITS}"


def joined(items: Sequence[str], room: int) -> str:
    """As many of these as fit, with commas; the first is cut where even it is too long."""
    told = cut(items[0], room)
    for item in items[1:]:
        longer = f"{told}, {item}"
        if len(longer) > room:
            break
        told = longer
    return told


def cut(text: str, room: int) -> str:
    """The text, or its beginning and an ellipsis, cut between two words if possible."""
    if len(text) <= room:
        return text
    head = text[: room - 1]
    whole, _, _ = head.rpartition(" ")
    return f"{(whole if len(whole) > room // 2 else head).rstrip(' ,;.')}…"

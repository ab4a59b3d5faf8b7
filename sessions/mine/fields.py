"""The keys of a person's own file, and how much each may hold."""

from __future__ import annotations

from typing import Final

from sessions.reading.field_types import Field, FieldSet, ValueKind

MOST_BYTES: Final = 64 * 1024
"""Far more than the other limits allow."""
MOST_LINES: Final = 50
"""In one list."""
MOST_CHARACTERS: Final = 200
"""In one line, so that it fits the smallest screen."""

_YOURS: Final = "your file"


def _list(name: str, doc: str) -> Field:
    return Field(name, ValueKind.TEXTS, doc, high=MOST_LINES, example="")


SIGNS: Final = FieldSet(
    "signs", "", (_list("closing", "Signs of closing."), _list("opening", "Signs of opening."))
)
KEYS: Final = FieldSet(
    "mine",
    "A few lines of one's own.",
    (
        _list("words", "Sentences that help."),
        _list("comforts", "Things that soothe."),
        Field("signs", ValueKind.PARTS, "Signs of closing and of opening.", ""),
        _list("people", "Whom to ring."),
    ),
    label=_YOURS,
)

"""The rows of a table of keys: each has the key, the kind of its value, its limits and a description."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class ValueKind(Enum):
    """What a value has to look like."""

    __hash__ = (
        object.__hash__
    )  # readers are looked up by kind a hundred times a file; the hash of an Enum's name takes longer

    LINE = "a line of text"
    REMINDER = "a few words"
    FORMAT = "a version"
    TEXT = "text"
    """May go over several lines."""
    QUESTION = "a question"
    """One line; may be left empty for the player's own."""
    DURATION = "a duration"
    NUMBER = "a whole number"
    CHOICE = "one of a few words"
    WORDS = "a list of known words"
    TEXTS = "a list of texts"
    PATHS = "a list of paths"
    LANGUAGE = "a language tag"
    NAME = "the name of a part"
    PACER = "the two lengths of a breath"
    OPTIONS = "a list of options"
    PLAIN_STEPS = "a list of steps without questions"
    STEPS = "a list of steps"
    PARTS = "parts by name"


class Field(NamedTuple):
    """One key."""

    name: str
    kind: ValueKind
    doc: str
    example: str
    required: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    low: int = 0
    """Least seconds, number, items, or characters."""
    high: int = 0
    """Most of the same."""


class FieldSet:
    """A map of known keys: a step, a file, or a small part of either."""

    __slots__ = ("doc", "fields", "keys", "label", "name", "names", "required")

    def __init__(self, name: str, doc: str, fields: tuple[Field, ...], label: str = "") -> None:
        """`label` is how a message speaks of it; the name in backticks where nothing else is given."""
        self.name = name
        self.doc = doc
        self.fields = fields
        self.label = label or f"`{name}`"
        self.names = tuple(field.name for field in fields)
        """The keys, in the order of the table."""
        self.keys = frozenset(self.names)
        self.required = frozenset(field.name for field in fields if field.required)

"""Sessions as lines of the library's list: their keys, heads and lengths, and the search among them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from sessions.durations import in_short, in_words
from sessions.library.catalogue import Entry
from sessions.unsafe import visible
from tui.widgets.rows import ROWS_OF_HEAD
from tui.words import page_lines

KEYS = "123456789"
"""The keys that open the first nine sessions."""


class SessionRow(NamedTuple):
    """One session as a line of the list."""

    key: str
    entry: Entry
    slow: bool = False
    """Whether its file takes long to read."""
    also: str = ""
    head: str = ""
    """Its shelf or approximate length, for the first session of each group."""
    leads: bool = False
    """Whether it is the first of its length, if the groups have no heads."""

    @property
    def label(self) -> str:
        """Its title."""
        return self.entry.title

    @property
    def hint(self) -> str:
        """Its length, or that it can't be played yet."""
        return page_lines.READING if self.slow else length_in_short(self.entry)


def session_rows(entries: Sequence[Entry], *, grouped: bool, slow: str = "") -> list[SessionRow]:
    """The lines of these sessions.

    Args:
        entries: the sessions, in the order in which they are listed.
        grouped: whether sessions of about the same length have a head.
        slow: the name of the session whose file is taking long to read.
    """
    keys = [*KEYS, *[""] * len(entries)]
    heads = [_head(entry, by_length=grouped) for entry in entries]
    lengths = [None if grouped else entry.length for entry in entries]
    return [
        SessionRow(
            key,
            entry,
            slow=entry.name == slow,
            head="" if head == head_before else head,
            leads=length != length_before,
        )
        for key, entry, head, head_before, length, length_before in zip(
            keys, entries, heads, ["", *heads], lengths, [None, *lengths], strict=False
        )
    ]


def rows_with_heads(entries: Sequence[Entry]) -> int:
    """How many rows the list takes with a head above each group."""
    heads = [_head(entry, by_length=True) for entry in entries]
    groups = sum(head != before for head, before in zip(heads, ["", *heads], strict=False))
    return len(heads) + ROWS_OF_HEAD * groups - 1


def length_in_short(entry: Entry) -> str:
    """The length of a session, if known, or that it cannot be played."""
    if entry.fault:
        return "fault"
    return in_short(entry.length) if entry.length else ""


def _head(entry: Entry, *, by_length: bool) -> str:
    """The head of a session's group: its shelf, or else its approximate length."""
    if entry.shelf:
        return visible(entry.shelf).replace("/", " / ")
    return page_lines.about_how_long(entry.length) if by_length and entry.length else ""


def found_among(entries: Sequence[Entry], words: str) -> tuple[Entry, ...]:
    """The sessions whose title, description, name or length contains all of these words."""
    wanted = words.casefold().split()
    return tuple(entry for entry in entries if all(word in _text_of(entry) for word in wanted))


def _text_of(entry: Entry) -> str:
    length = in_words(entry.length) if entry.length else ""
    return f"{entry.title} {entry.about} {entry.name} {length}".casefold()


def shown_of(entry: Entry) -> tuple[object, ...]:
    """The fields of an entry that its line, or the order of lines, depends on."""
    return entry.title, entry.length, entry.fault

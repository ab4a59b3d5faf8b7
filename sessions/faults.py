"""Faults of a session file: each has an id, a place and a way to mend it.

The first letter and digit of an id tell its family: E1 reading YAML, E2 keys and values, E3 structure,
E4 unsafe text, W5 advice, W6 wording. `sessions.reports.fault_pages` holds a page for every id.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import NamedTuple

from sessions.naming import Guesses


class Severity(Enum):
    """Whether a session with this fault can be played."""

    ERROR = "error"
    """It cannot."""
    WORDING = "wording error"
    """It can, after a notice: its words push, promise or judge."""
    ADVICE = "advice"
    """It can; a second look is worth it."""

    @property
    def fails(self) -> bool:
        """Whether a check of the file fails."""
        return self is not Severity.ADVICE


def severity_of(id_: str) -> Severity:
    """The severity of faults with an id: E is an error, W6 up to W649 a wording error, the rest advice."""
    if id_.startswith("E"):
        return Severity.ERROR
    return Severity.WORDING if "W600" < id_ < "W650" else Severity.ADVICE


class Span(NamedTuple):
    """A stretch of a file; lines and columns are counted from 1, the end column is the first one outside."""

    line: int
    column: int
    end_line: int
    end_column: int


WHOLE_FILE = Span(1, 1, 1, 1)
"""The place of a fault that concerns a file as a whole."""


class Edit(NamedTuple):
    """A change of the text that mends a fault, where the author can have meant only one thing."""

    span: Span
    text: str
    """Replaces the span; holds no line end."""


class Fault(NamedTuple):
    """One thing to mend, or to look at again."""

    id: str
    message: str
    """One sentence in lower case, safe to print."""
    span: Span
    help: str = ""
    """What to write instead, safe to print; empty where there is nothing general to say."""
    path: str = ""
    source: str = ""
    """The line where the span begins, as written: not safe to print."""
    edit: Edit | None = None
    """What `ajar fix` would do; None where the author has to choose."""

    @property
    def severity(self) -> Severity:
        """How much it matters."""
        return severity_of(self.id)


MOST_KEPT = 1000
"""Faults that are kept for one file; a person is shown 50 at a time."""


class Faults:
    """Collects the faults of one file."""

    def __init__(self, path: str, lines: list[str]) -> None:
        """`path` is printed as it is given; `lines` are the file's, without line ends."""
        self.path = path
        self.lines = lines
        self.guesses = Guesses()
        """What misspelt words of the file were meant to be."""
        self._found: dict[tuple[Span, str], Fault] = {}

    def add(self, id: str, span: Span, message: str, help: str = "", edit: Edit | None = None) -> None:  # noqa: A002  # the names of the fault's own fields
        """Note a fault; the same id at the same place is noted once."""
        if self.full or (span, id) in self._found:
            return
        source = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        self._found[span, id] = Fault(id, message, span, help, self.path, source, edit)

    @property
    def full(self) -> bool:
        """Whether no more faults are kept, so that looking for more is of no use."""
        return len(self._found) >= MOST_KEPT

    def back_to(self, count: int) -> None:
        """Forget all but the first `count` faults, before a file is read again."""
        for place in list(self._found)[count:]:
            del self._found[place]

    def forget(self, allowed: Callable[[int, str], bool]) -> None:
        """Forget faults that are allowed, by the line where they begin and their id."""
        for span, id_ in list(self._found):
            if allowed(span.line, id_):
                del self._found[span, id_]

    def __len__(self) -> int:
        return len(self._found)

    def has_errors(self) -> bool:
        """Whether anything found keeps the session from being played."""
        return any(fault.severity is Severity.ERROR for fault in self._found.values())

    def in_order(self) -> tuple[Fault, ...]:
        """All faults in the order of the file."""
        return tuple(self._found[place] for place in sorted(self._found))

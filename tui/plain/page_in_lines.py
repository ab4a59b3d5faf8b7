"""A page in lines that takes one line after the other: going back, leaving, words and numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from sessions.engine.events import Leave
from tui.choices import Offer
from tui.plain.sitting import Said, line_from
from tui.plain.typed import meaning_of
from tui.plain.typed_line import readings
from tui.plain.typing_in import LineSource

SAME = {"again": "g", "help": "h", "b": "back", "list": "back", "": "g"}
"""What means the same on each of these pages."""


class PageInLines:
    """Says what is there, then does what is typed.

    Attributes:
        left: the person wants to leave, and not only this page.
    """

    ASKS: ClassVar[str]
    """What is asked for."""
    MEANS: ClassVar[Mapping[str, str]]
    """The words the page takes, each with the one it stands for."""

    def __init__(self, source: LineSource, say: Said) -> None:
        self.left = False
        self._source = source
        self._say = say

    def open(self) -> None:
        """Say it all, then take one line after the other, until the person goes back or leaves."""
        self._list()
        while not self.left:
            said = self._word(self._asked(self.ASKS))
            if said == "back":
                return
            if not self.left:
                self._do(said)

    def _list(self) -> None:
        raise NotImplementedError

    def _do(self, said: str) -> None:
        raise NotImplementedError

    def _asked(self, what: str) -> str:
        """A line that was asked for; `q` alone leaves, and comes as an empty line."""
        self._say.asking(what)
        line = line_from(self._source)
        self.left = isinstance(meaning_of(line, Offer()), Leave)
        return "" if self.left else line

    def _word(self, line: str) -> str:
        """What was typed, on any board."""
        found = next((said for said in readings(line, self.MEANS) if said in self.MEANS), None)
        return self.MEANS[found] if found is not None else " ".join(line.lower().split())


def number_in(said: str, most: int) -> int:
    """A number from 1 to `most`; 0 for anything else, however long."""
    said = said.lstrip("0")
    fits = said.isdecimal() and len(said) <= len(str(most)) and int(said) <= most
    return int(said) if fits else 0

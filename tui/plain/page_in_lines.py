"""The base of pages in lines: handles going back, leaving, words and numbers."""

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
"""Words with the same meaning on all of these pages."""


class PageInLines:
    """Prints a page, then does what is typed.

    Attributes:
        left: the person wants to leave ajar, and not only this page.
    """

    ASKS: ClassVar[str]
    """The question before a line is typed."""
    MEANS: ClassVar[Mapping[str, str]]
    """The words that the page understands, each with the command it stands for."""

    def __init__(self, source: LineSource, say: Said) -> None:
        self.left = False
        self._source = source
        self._say = say

    def open(self) -> None:
        """Print the page, then handle typed lines until the person goes back or leaves."""
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
        """Ask for a line; `q` alone leaves, and is returned as an empty line."""
        self._say.asking(what)
        line = line_from(self._source)
        self.left = isinstance(meaning_of(line, Offer()), Leave)
        return "" if self.left else line

    def _word(self, line: str) -> str:
        """What was typed, whatever the keyboard layout."""
        found = next((said for said in readings(line, self.MEANS) if said in self.MEANS), None)
        return self.MEANS[found] if found is not None else " ".join(line.lower().split())


def number_in(said: str, most: int) -> int:
    """The number from 1 to `most` that a text states; 0 for anything else, however long."""
    said = said.lstrip("0")
    fits = said.isdecimal() and len(said) <= len(str(most)) and int(said) <= most
    return int(said) if fits else 0

"""A person's own lines in plain lines: all that is kept, and one more where they want that."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sessions.engine.events import Leave
from sessions.mine.model import Mine
from tui.choices import Offer
from tui.mine_file import MineError, keep, load
from tui.plain.help_page import help_text
from tui.plain.sitting import Said, line_from
from tui.plain.typed import meaning_of
from tui.plain.typed_line import readings
from tui.plain.typing_in import LineSource
from tui.words.mine_file import ASKS, HEADINGS, KEPT, UNKEPT
from tui.words.own_page import CHANGING, EXAMPLES, TITLE

HOW = (
    "Type the number of a list, then Enter, to add a line to it.",
    "g says the lists again, h people to call. back leads back, q leaves. Each with Enter.",
)
WHICH = "Which list? "
NO_SUCH = "There is no such list. g says them again."
EMPTY = "Nothing yet."

_SAME: Mapping[str, str] = {"again": "g", "help": "h", "b": "back", "list": "back", "?": "g", "": "g"}
KNOWN = frozenset((*_SAME, *_SAME.values()))


class MineInLines:
    """Says the lists, and takes lines for them.

    Attributes:
        left: the person wants to leave, and not only this page.
    """

    def __init__(self, path: Path, source: LineSource, say: Said, region: str) -> None:
        self.left = False
        self._path = path
        self._source = source
        self._say = say
        self._region = region

    def open(self) -> None:
        """Say them all, then take one line after the other, until the person goes back or leaves."""
        self._list()
        while not self.left:
            self._say.asking(WHICH)
            line = line_from(self._source)
            said = _word(line)
            if isinstance(meaning_of(line, Offer()), Leave):
                self.left = True
            elif said == "back":
                return
            else:
                self._do(said)

    def _list(self) -> None:
        mine, fault = load(self._path)
        self._say("", f"{TITLE}.", *filter(None, (fault,)))
        for number, name in enumerate(Mine._fields, 1):
            self._say("", f"{number}. {HEADINGS[name]}:", *(getattr(mine, name) or (EMPTY,)))
        self._say("", CHANGING, *HOW)

    def _do(self, said: str) -> None:
        if said.isdecimal() and 0 < int(said) <= len(Mine._fields):
            self._add(Mine._fields[int(said) - 1])
        elif said == "g":
            self._list()
        elif said == "h":
            self._say(*help_text(self._region))
        else:
            self._say(NO_SUCH)

    def _add(self, name: str) -> None:
        """Take a line; `q` alone leaves here as well, and an empty line keeps nothing."""
        self._say(EXAMPLES[name])
        self._say.asking(f"{ASKS[name]}: ")
        line = line_from(self._source)
        if isinstance(meaning_of(line, Offer()), Leave):
            self.left = True
            return
        try:
            if line.strip():
                keep(self._path, name, line)
        except MineError as error:
            self._say(f"{str(error)[:1].upper()}{str(error)[1:]}.")
            return
        self._say(KEPT if line.strip() else UNKEPT)


def _word(line: str) -> str:
    """What was typed, on any board."""
    found = next((said for said in readings(line, KNOWN) if said in KNOWN), " ".join(line.lower().split()))
    return _SAME.get(found, found)

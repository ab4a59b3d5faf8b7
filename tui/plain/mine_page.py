"""A person's own lines in plain lines: all that is kept, and one more or one less where they want that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from sessions.engine.events import Leave
from sessions.mine.model import Mine
from tui.choices import Offer
from tui.mine_file import MineError, keep, let_go, load
from tui.plain.help_page import help_text
from tui.plain.sitting import Said, line_from
from tui.plain.typed import meaning_of
from tui.plain.typed_line import readings
from tui.plain.typing_in import LineSource
from tui.words.mine_file import ASKS, HEADINGS, KEPT, REMOVED, UNKEPT
from tui.words.mine_file import WHICH as WHICH_NUMBER
from tui.words.own_page import (
    ALL_STAY,
    CHANGING_IN_LINES,
    EXAMPLES,
    NO_SUCH_NUMBER,
    NOTHING_TO_TAKE_OUT,
    TITLE,
    WHICH_GOES,
    not_taken_out,
)

HOW = (
    "Type the number of a list, then Enter, to add a line to it.",
    "remove takes a line out, and asks which.",
    "g says the lists again, h people to call. back leads back, q leaves. Each with Enter.",
)
WHICH = "Which list? "
NO_SUCH = "There is no such list. g says them again."
EMPTY = "Nothing yet."

_SAME: Mapping[str, str] = {"again": "g", "help": "h", "b": "back", "list": "back", "?": "g", "": "g"}
KNOWN = frozenset((*_SAME, *_SAME.values(), "remove"))


class MineInLines:
    """Says the lists, takes lines for them, and takes lines out.

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
        self._say("", CHANGING_IN_LINES, *HOW)

    def _do(self, said: str) -> None:
        if number := _number(said, len(Mine._fields)):
            self._add(Mine._fields[number - 1])
        elif said == "remove":
            self._remove()
        elif said == "g":
            self._list()
        elif said == "h":
            self._say(*help_text(self._region))
        else:
            self._say(NO_SUCH)

    def _add(self, name: str) -> None:
        """Take a line; `q` alone leaves here as well, and an empty line keeps nothing."""
        self._say(EXAMPLES[name])
        line = self._typed(f"{ASKS[name]}: ")
        if line.strip():
            self._say(_fault_of(lambda: keep(self._path, name, line)) or KEPT)
        elif not self.left:
            self._say(UNKEPT)

    def _remove(self) -> None:
        """Say every line with a number, and take out the one whose number is typed."""
        mine, fault = load(self._path)
        held = [(name, line) for name in Mine._fields for line in getattr(mine, name)]
        if not held:
            self._say(not_taken_out(fault) if fault else NOTHING_TO_TAKE_OUT)
            return
        self._say("", *(f"{number}. {line}" for number, (_, line) in enumerate(held, 1)), "", WHICH_GOES)
        chosen = _word(self._typed(f"{WHICH_NUMBER}? "))
        if number := _number(chosen, len(held)):
            fault = _fault_of(lambda: let_go(self._path, *held[number - 1]))
            self._say(not_taken_out(fault) if fault else REMOVED)
        elif chosen == "h":
            self._do(chosen)
        elif not self.left:
            self._say(NO_SUCH_NUMBER if chosen.isdecimal() else ALL_STAY)

    def _typed(self, asked: str) -> str:
        """A line that was asked for; `q` alone leaves here as well, and comes as an empty line."""
        self._say.asking(asked)
        line = line_from(self._source)
        self.left = isinstance(meaning_of(line, Offer()), Leave)
        return "" if self.left else line


def _number(said: str, most: int) -> int:
    """A number from 1 to `most`; 0 for anything else."""
    fits = said.isdecimal() and len(said) <= len(str(most)) and int(said) <= most
    return int(said) if fits else 0


def _fault_of(change: Callable[[], object]) -> str:
    """What went wrong with a change to the file, as a sentence; nothing if it was made."""
    try:
        change()
    except MineError as error:
        return f"{str(error)[:1].upper()}{str(error)[1:]}."
    return ""


def _word(line: str) -> str:
    """What was typed, on any board."""
    found = next((said for said in readings(line, KNOWN) if said in KNOWN), " ".join(line.lower().split()))
    return _SAME.get(found, found)

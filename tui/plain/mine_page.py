"""The page of a person's own lines, in plain lines: shows them, adds one, or removes one."""

from __future__ import annotations

from pathlib import Path

from sessions.mine.model import Mine
from tui.mine_file import fault_of, keep, let_go, load
from tui.plain.help_page import help_text
from tui.plain.page_in_lines import SAME, PageInLines, number_in
from tui.plain.sitting import Said
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


class MineInLines(PageInLines):
    """Prints the lists, adds lines to them, and removes lines."""

    ASKS = WHICH
    MEANS = SAME | {"?": "g"} | {name: name for name in ("g", "h", "back", "remove")}

    def __init__(self, path: Path, source: LineSource, say: Said, region: str) -> None:
        super().__init__(source, say)
        self._path = path
        self._region = region

    def _list(self) -> None:
        mine, fault = load(self._path)
        self._say("", f"{TITLE}.", *filter(None, (fault,)))
        for number, name in enumerate(Mine._fields, 1):
            self._say("", f"{number}. {HEADINGS[name]}:", *(getattr(mine, name) or (EMPTY,)))
        self._say("", CHANGING_IN_LINES, *HOW)

    def _do(self, said: str) -> None:
        if number := number_in(said, len(Mine._fields)):
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
        """Add a line; `q` alone leaves, and an empty line adds nothing."""
        self._say(EXAMPLES[name])
        line = self._asked(f"{ASKS[name]}: ")
        if line.strip():
            self._say(fault_of(lambda: keep(self._path, name, line)) or KEPT)
        elif not self.left:
            self._say(UNKEPT)

    def _remove(self) -> None:
        """Print every line with a number, and remove the one whose number is typed."""
        mine, fault = load(self._path)
        held = [(name, line) for name in Mine._fields for line in getattr(mine, name)]
        if not held:
            self._say(not_taken_out(fault) if fault else NOTHING_TO_TAKE_OUT)
            return
        self._say("", *(f"{number}. {line}" for number, (_, line) in enumerate(held, 1)), "", WHICH_GOES)
        chosen = self._word(self._asked(f"{WHICH_NUMBER}? "))
        if number := number_in(chosen, len(held)):
            fault = fault_of(lambda: let_go(self._path, *held[number - 1]))
            self._say(not_taken_out(fault) if fault else REMOVED)
        elif chosen == "h":
            self._do(chosen)
        elif not self.left:
            self._say(NO_SUCH_NUMBER if chosen.isdecimal() else ALL_STAY)

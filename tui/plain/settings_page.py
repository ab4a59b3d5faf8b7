"""The settings in lines: numbered, changed by typing the number, saved when the person asks for it."""

from __future__ import annotations

from tui.keeping import Keeping
from tui.plain.help_page import help_text
from tui.plain.page_in_lines import SAME, PageInLines, number_in
from tui.plain.sitting import Said
from tui.plain.typing_in import LineSource
from tui.setting_rows import SettingRow, rows, stepped
from tui.settings import Settings

HOW = (
    "Type a number, then Enter, for the next value; a minus before the number takes the value before.",
    "k keeps what was changed. erase erases what is kept. g says the settings again.",
    "back leads back. q leaves. Each with Enter.",
)
WHICH = "Which setting? "
NO_SUCH = "There is no such setting. g says them again."
BY_HAND = "This one is written into the settings file by hand."


class SettingsInLines(PageInLines):
    """Prints the settings, and changes those whose number is typed.

    Attributes:
        settings: the settings in effect.
    """

    ASKS = WHICH
    MEANS = SAME | {"keep": "k", "keys": "?"} | {name: name for name in ("g", "h", "k", "?", "back", "erase")}

    def __init__(self, settings: Settings, keeping: Keeping, source: LineSource, say: Said) -> None:
        super().__init__(source, say)
        self.settings = settings
        self._keeping = keeping

    def _rows(self) -> list[SettingRow]:
        return list(rows(self.settings, self._keeping.next_time()))

    def _list(self) -> None:
        for number, row in enumerate(self._rows(), 1):
            self._say(*(["", f"{row.head}:"] if row.head else []), f"{number}. {row.label}: {row.hint}.")
        self._say("", self._keeping.where(), *HOW)

    def _do(self, said: str) -> None:
        listed = self._rows()
        if number := number_in(said.removeprefix("-").strip(), len(listed)):
            self._step(listed[number - 1].name, -1 if said.startswith("-") else 1)
        elif said == "k":
            self._say(self._keeping.keep())
        elif said == "erase":
            self._say(self._keeping.erase())
        elif said == "g":
            self._list()
        elif said == "h":
            self._say(*help_text(self.settings.region))
        else:
            self._say(*(HOW if said == "?" else (NO_SUCH,)))

    def _step(self, name: str, step: int) -> None:
        changes = stepped(self.settings, name, step, around=True)
        self.settings = self.settings.changed(**changes)
        fault = self._keeping.changed(changes, on_page=True) if changes else BY_HAND
        row = next(row for row in self._rows() if row.name == name)
        self._say(*filter(None, (fault, f"{row.label}: {row.hint}. {row.about}")))

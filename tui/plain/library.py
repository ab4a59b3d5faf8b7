"""The library in lines: the numbered list of sessions, the page of each, and the start of a session."""

from __future__ import annotations

from sessions.durations import in_words
from sessions.engine.effects import Ending
from sessions.engine.events import Leave
from sessions.library.catalogue import Entry
from tui.choices import Offer
from tui.exits import Exit, StopError
from tui.keeping import Keeping
from tui.locations import mine_file, sessions_folder, settings_file
from tui.mine_file import load
from tui.named import checked_session
from tui.plain.help_page import help_text
from tui.plain.session_page import SessionInLines
from tui.plain.settings_page import SettingsInLines
from tui.plain.sitting import Place, Said, line_from, sit
from tui.plain.typed import meaning_of
from tui.plain.typing_in import StdinLines
from tui.plain.wrapping import width_of
from tui.settings import load_or_default
from tui.shelves import Shelves
from tui.words import page_lines
from tui.words.flagged import flagged_lines

HOW = "Type a number, or the first letters of a title, then Enter."
LEAVES = (
    "g says the list again, a comma lists settings, mine your own lines, h people to call, q leaves. "
    "Each with Enter."
)
WHICH = "Which session? "
BACK_HERE = "Here are the sessions again. g says the list, q, then Enter, leaves."
OWN_LINES = ("mine", "_")
MORE_THAN_ONE = "More than one begins like that: {}."
NONE_LIKE_THAT = "There is no such session. g says the list again."


class PlainLibrary:
    """Offers the sessions until the person leaves."""

    def __init__(self, cause: str = "", width: int | None = None) -> None:
        """`cause`: why lines are used, said first; `width`: columns of a line, None for the terminal's."""
        self._cause = cause
        self._width = width
        self._say = Said(width_of(width))
        self._source = StdinLines()
        self._entries = [e for e in Shelves(own=sessions_folder()).entries() if not e.fault]
        self._settings, self._fault = load_or_default(settings_file())
        self._settings = self._settings.changed(aloud=False)  # a screen reader speaks already
        self._keeping = Keeping(settings_file())

    def open(self) -> int:
        """Print the list, and open what is chosen; returns the exit code."""
        self._say(*filter(None, (self._cause, self._fault, load(mine_file())[1])), page_lines.WELCOME, "")
        self._list()
        try:
            while self._choose():
                pass
        except (EOFError, KeyboardInterrupt):
            self._say("")
        return Exit.FINE

    def _list(self) -> None:
        self._say(*(f"{number}. {_line(entry)}" for number, entry in enumerate(self._entries, 1)), "")
        self._say(HOW, LEAVES)

    def _choose(self) -> bool:
        """Do what one typed line says; False if the person leaves."""
        self._say.asking(WHICH)
        line = line_from(self._source)
        said = " ".join(line.lower().split())
        found = self._found(said)
        if len(found) == 1:
            return self._open(found[0])
        if isinstance(meaning_of(line, Offer()), Leave):
            return False
        if said == "h":
            self._say(*help_text(self._settings.region))
        elif said in SETTINGS:
            return self._change_settings()
        elif said in OWN_LINES:
            return self._own_lines()
        elif not said or said in ("g", "again", "repeat", "?", "keys"):
            self._list()
        elif found:
            self._say(MORE_THAN_ONE.format(", ".join(entry.title for entry in found)))
        else:
            self._say(NONE_LIKE_THAT)
        return True

    def _change_settings(self) -> bool:
        """Open the settings; False if the person leaves."""
        page = SettingsInLines(self._settings, self._keeping, self._source, self._say)
        page.open()
        self._settings = page.settings
        if page.left:
            return False
        self._say("", BACK_HERE)
        return True

    def _own_lines(self) -> bool:
        """Open the person's own lines; False if the person leaves."""
        from tui.plain.mine_page import MineInLines  # noqa: PLC0415  # most people keep nothing

        page = MineInLines(mine_file(), self._source, self._say, self._settings.region)
        page.open()
        if page.left:
            return False
        self._say("", BACK_HERE)
        return True

    def _found(self, said: str) -> list[Entry]:
        if said.isdecimal():
            return self._entries[int(said) - 1 : int(said)] if 0 < int(said) <= len(self._entries) else []
        if len(said) < SHORTEST:
            return []
        return [e for e in self._entries if said in (e.name, e.title.lower())] or [
            e for e in self._entries if e.title.lower().startswith(said) or e.name.startswith(said)
        ]

    def _open(self, entry: Entry) -> bool:
        """Open the page of a session and play it; False if the person leaves."""
        try:
            session, checked = checked_session(entry)
        except StopError as error:
            self._say(str(error))
            return True
        page = SessionInLines(session, self._settings, self._keeping, self._source, self._say)
        chosen = page.open(entry.name, checked.path, flagged_lines(checked.wording))
        self._settings = page.settings
        if chosen is None:
            if page.left:
                return False
            self._list()
            return True
        ended = sit(chosen, self._settings, place=Place(self._source, self._width, from_page=True))
        if ended is None or ended.ending is not Ending.LANDED:
            return False
        self._say("", BACK_HERE)
        return True


SETTINGS = (",", "settings")
SHORTEST = 2
"""The fewest letters by which a title is found; a single letter is a key."""


def _line(entry: Entry) -> str:
    return f"{entry.title}, {in_words(entry.length)}." if entry.length else f"{entry.title}."

"""The page of a session in lines: what it is, and the choice of track, pace and sound before it begins."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sessions.durations import in_words
from sessions.engine.events import Leave
from sessions.model import Session
from sessions.written import Track
from tui.ambient import seed_now
from tui.choices import Offer
from tui.keeping import Keeping
from tui.locations import mine_file
from tui.mine_file import load
from tui.plain.help_page import help_text
from tui.plain.settings_page import SettingsInLines
from tui.plain.sitting import TO_STOP, Said, line_from
from tui.plain.typed import meaning_of
from tui.plain.typed_line import readings
from tui.plain.typing_in import LineSource
from tui.run.performance import FASTER, SLOWER, Performance, next_pace, recordings_beside
from tui.settings import Settings
from tui.words import page_lines, phrases

WAYS = {
    "a": (None, "You are asked on the way: kind words come once you say “opening”."),
    "d": (Track.DIRECT, "Kind words, said to yourself."),
    "i": (Track.INDIRECT, "The senses: what you see, hear and hold."),
}
CHOICES = (
    "a: be asked on the way. d: kind words. i: senses.",
    "plus or minus: slower or faster. w: nothing moves by itself.",
    "less: fewer questions. bell: bells on or off. voice: words spoken aloud, or not.",
    "k: keep these choices on this computer. lines: plain lines whenever ajar is started here.",
    "a comma: all settings.",
    "g: say this page again. h: people to call. back: the list of sessions. q: leave.",
)
INDIRECT_ONLY = "This session has no kind words, only the senses."
BEGIN = "Enter begins. ?, then Enter, lists what can be changed. "
LINES = {
    True: "Plain lines are wanted from here on; k keeps that.",
    False: "Pages are drawn the next time; k keeps that.",
}
UNKNOWN = "That does nothing here. ? lists what does."


class SessionInLines:
    """Lets the person choose before a session begins.

    Attributes:
        settings: the settings in effect.
        left: the person wants to leave ajar, and not only this page.
    """

    def __init__(
        self, session: Session, settings: Settings, keeping: Keeping, source: LineSource, say: Said
    ) -> None:
        self.settings = settings
        self.left = False
        self._session = session
        self._source = source
        self._say = say
        self._keeping = keeping
        self._way = "a" if session.direct else "i"

    def open(self, name: str, path: str, flagged: tuple[str, ...]) -> Performance | None:
        """Print the page, and make changes until Enter begins the session; None if the person went away."""
        seed = seed_now()
        self._tell()
        self._say("", page_lines.pick(phrases.OPENING_LINES, seed), TO_STOP)
        while True:
            self._say.asking(BEGIN)
            line = line_from(self._source)
            said = _word(line)
            if not said:
                break
            if isinstance(meaning_of(line, Offer()), Leave):
                self.left = True
                return None
            if said == "back":
                return None
            self._do(said)
            if self.left:
                return None
        settings = self.settings
        return Performance(
            self._session,
            name,
            WAYS[self._way][0],
            None if settings.manual else settings.pace,
            seed,
            ask_less=settings.ask_less,
            flagged=flagged,
            recordings=recordings_beside(path) if path else "",
            mine=load(mine_file())[0],
        )

    def _tell(self) -> None:
        session, settings = self._session, self.settings
        pace = page_lines.pace_in_short(None if settings.manual else settings.pace)
        self._say("", f"{session.title}, {in_words(session.length)}.")
        self._say(*filter(None, (session.about, WAYS[self._way][1])))
        self._say(f"Pace: {pace}. Bells: {_on(settings.bell)}. Fewer questions: {_on(settings.ask_less)}.")

    def _do(self, said: str) -> None:
        """Change one thing, and print its new state."""
        if said in WAYS:
            self._choose(said)
        elif changes := self._changes_of(said):
            self._change(changes)
        elif said == "k":
            self._say(self._keeping.keep())
        elif said == ",":
            self._change_settings()
        elif said == "g":
            self._tell()
        else:
            told = {
                "?": ("Each of these is followed by Enter.", *CHOICES),
                "h": help_text(self.settings.region),
            }
            self._say(*told.get(said, (UNKNOWN,)))

    def _changes_of(self, said: str) -> dict[str, Any]:
        settings = self.settings
        known: dict[str, dict[str, Any]] = {
            "+": {"pace": next_pace(settings.pace, SLOWER), "manual": False},
            "-": {"pace": next_pace(settings.pace, FASTER), "manual": False},
            "w": {"manual": not settings.manual},
            "less": {"ask_less": not settings.ask_less},
            "r": {"bell": not settings.bell},
            "v": {"aloud": not settings.aloud},
            "lines": {"plain": not settings.plain},
        }
        return known.get(said, {})

    def _change(self, changes: dict[str, Any]) -> None:
        self._keeping.changed(changes)
        self.settings = self.settings.changed(**changes)
        key, value = next(iter(changes.items()))
        told = {
            "ask_less": f"Fewer questions: {_on(value)}.",
            "bell": page_lines.bell(on=value),
            "aloud": page_lines.aloud(on=value),
            "plain": LINES.get(value),
        }
        pace = page_lines.pace_in_short(None if self.settings.manual else self.settings.pace)
        self._say(told.get(key) or f"Pace: {pace}.")

    def _choose(self, way: str) -> None:
        if not self._session.direct:
            self._say(INDIRECT_ONLY)
            return
        self._way = way
        self._say(WAYS[way][1])

    def _change_settings(self) -> None:
        page = SettingsInLines(self.settings, self._keeping, self._source, self._say)
        page.open()
        self.settings, self.left = page.settings, page.left
        if not self.left:
            self._tell()


_SAME: Mapping[str, str] = {
    "=": "+", "plus": "+", "slower": "+", "minus": "-", "faster": "-", "wait": "w", "ask less": "less",
    "bell": "r", "voice": "v", "keep": "k", "keys": "?", "again": "g", "help": "h", "b": "back",
    "list": "back", "settings": ",",
}  # fmt: skip
"""Other words for a key."""

KNOWN = frozenset((*WAYS, *_SAME, *_SAME.values(), "lines"))


def _word(line: str) -> str:
    """What was typed, whatever the keyboard layout."""
    if not line.strip() and not getattr(line, "before", ""):
        return ""
    found = next((said for said in readings(line, KNOWN) if said in KNOWN), " ".join(line.lower().split()))
    return _SAME.get(found, found)


def _on(value: object) -> str:
    return "on" if value else "off"

"""Counts what an import left out, guessed or did not understand, each with its first place."""

from __future__ import annotations

from enum import Enum


class Fate(Enum):
    """What happened to something in the file."""

    LEFT_OUT = "left out"
    GUESSED = "guessed"
    NOT_UNDERSTOOD = "not understood"
    KEPT_BACK = "kept as comments"
    TO_SEE = "worth a look"


class Thing(Enum):
    """A thing to report: its fate, and its name in the singular and plural."""

    UNSAFE = Fate.LEFT_OUT, "character that no session may hold", "characters that no session may hold"
    SOUND = Fate.LEFT_OUT, "note on a sound, such as [Music]", "notes on sounds, such as [Music]"
    SPEAKER = Fate.LEFT_OUT, "name of a speaker", "names of speakers"
    ROLLED = (
        Fate.LEFT_OUT,
        "line of rolling captions that came again",
        "lines of rolling captions that came again",
    )
    LAYER = Fate.LEFT_OUT, "line that a second layer shows as well", "lines that a second layer shows as well"
    NO_CUE = Fate.LEFT_OUT, "line that belongs to no cue", "lines that belong to no cue"
    CUE_NAME = Fate.LEFT_OUT, "name of a cue", "names of cues"
    TAG = Fate.LEFT_OUT, "tag that is not known here", "tags that are not known here"
    KEY = Fate.LEFT_OUT, "text under another key, `{}`", "texts under other keys, such as `{}`"
    COMMENT = Fate.LEFT_OUT, "comment", "comments"
    HEAD = Fate.LEFT_OUT, "line about the file itself", "lines about the file itself"
    PICTURE = Fate.LEFT_OUT, "picture", "pictures"
    ADDRESS = Fate.LEFT_OUT, "address of a link", "addresses of links"
    FOOTNOTE = Fate.LEFT_OUT, "footnote", "footnotes"
    PROGRAM = Fate.LEFT_OUT, "script, style or menu of a page", "scripts, styles or menus of a page"
    OUTSIDE = Fate.LEFT_OUT, "passage outside `--from` and `--to`", "passages outside `--from` and `--to`"
    WINDOWS = Fate.GUESSED, "encoding, as Windows-1252", "encoding, as Windows-1252"
    WINDOWS_LINE = Fate.GUESSED, "line, as Windows-1252 among UTF-8", "lines, as Windows-1252 among UTF-8"
    UTF_16 = Fate.GUESSED, "encoding, as UTF-16", "encoding, as UTF-16"
    PAUSE = Fate.GUESSED, "pause without an exact length", "pauses without an exact length"
    EARLY = Fate.GUESSED, "time before the start, taken as 0", "times before the start, taken as 0"
    BACKWARD = Fate.GUESSED, "end before its beginning", "ends before their beginnings"
    ORDER = Fate.GUESSED, "passage out of order, put at its time", "passages out of order, put at their times"
    LANGUAGE = Fate.GUESSED, "language, as `{}`", ""
    HOURS = (
        Fate.GUESSED,
        "time, read as hours, minutes and seconds",
        "times, read as hours, minutes and seconds",
    )
    THOUSANDTHS = Fate.GUESSED, "time, read as milliseconds", "times, read as milliseconds"
    LIST = Fate.GUESSED, "list, made a sentence", "lists, made sentences"
    QUOTED = Fate.GUESSED, "sentence put in quotation marks", "sentences put in quotation marks"
    SHIFT = Fate.GUESSED, "beginning, moved from {} to 0", ""
    TIME = (
        Fate.NOT_UNDERSTOOD,
        "time, its words are with those before it",
        "times, their words are with those before",
    )
    ODD_TIME = (
        Fate.NOT_UNDERSTOOD,
        "time, written in a way that is not known here",
        "times, written in ways that are not known here",
    )
    TABLE = Fate.NOT_UNDERSTOOD, "table, kept as a `# todo`", "tables, kept as `# todo`"
    ENTRY = Fate.NOT_UNDERSTOOD, "entry", "entries"
    WORDING = (
        Fate.KEPT_BACK,
        "prompt that an author would have to word anew",
        "prompts that an author would have to word anew",
    )
    REPEATED = (
        Fate.TO_SEE,
        "line that comes three times or more in a row",
        "lines that come three times or more in a row",
    )


class Ledger:
    """Counts things; `unit` names the unit of places, such as a line."""

    def __init__(self, unit: str = "line") -> None:
        """Nothing so far."""
        self.unit = unit
        self._kept: dict[Thing, tuple[int, int, str]] = {}

    def note(self, thing: Thing, place: int, count: int = 1, detail: str = "") -> None:
        """Count `thing`; `place` is counted from 1, and 0 for the file as a whole."""
        number, first, known = self._kept.get(thing, (0, place, ""))
        if count:
            self._kept[thing] = number + count, min(first, place), known or detail

    def summary(self) -> str:
        """All of it on one line; empty if nothing was noted."""
        return "; ".join(told for fate in Fate if (told := self._told(fate)))

    def _told(self, fate: Fate) -> str:
        things = [self._counted(thing) for thing in Thing if thing in self._kept and thing.value[0] is fate]
        return f"{fate.value}: {', '.join(things)}" if things else ""

    def _counted(self, thing: Thing) -> str:
        number, first, detail = self._kept[thing]
        _, one, several = thing.value
        place = f" ({'first in ' if number > 1 else ''}{self.unit} {first})" if first else ""
        return f"{number} {(one if number == 1 else several).format(detail)}{place}"

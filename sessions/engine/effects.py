"""What a performer has to do: the effects the engine hands back, in the order they are to be performed.

An effect holds everything its performance needs, so that a performer never looks into a run to decide.
`turn` counts the lines said so far from a seed; it picks one of several wordings without chance in the
engine, and never the same one twice running.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from sessions.engine.events import Coat, Feeling, Way
from sessions.engine.score import Beat
from sessions.written import Tone


class MenuKind(Enum):
    """The untimed menus."""

    INDIRECT = "indirect"
    """After closing: the gentler track, four short forms, nothing for a while, stop."""
    RETURN = "return"
    """Stay, stop, then the direct track (care guide rule 6)."""
    BETWEEN = "between"
    """After "in between": indirect, direct, stop."""
    AFTER_FORM = "after_form"
    """A short form has ended: another, the gentler track, stop, then the direct track."""
    HALTED = "halted"
    """After too much or far away: stop first (care guide rule 10)."""


class Ending(Enum):
    """How a run ended; both get the same kind of line."""

    LANDED = "landed"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class ShowBeat:
    """Show a prompt, or the stillness of a quiet beat; it stays until the next."""

    beat: Beat
    text: str
    """The wording chosen for this time; empty for bare stillness, or for a default smaller ask."""
    turn: int
    smaller: bool = False
    """The person asked for less: where `text` is empty, the performer shows a default smaller ask."""
    again: bool = False
    """The person asked to see it again."""


@dataclass(frozen=True, slots=True)
class RingBell:
    """Ring, if the person wants sound; show the visual twin in any case."""

    tone: Tone
    strikes: int
    indirect: bool = False
    """Rung on the indirect track or in a short form, for which sound has a switch of its own."""


@dataclass(frozen=True, slots=True)
class AskCheckIn:
    """Ask how it is now; six answers, no default, no end of waiting."""

    text: str
    """The author's question; empty for the app's own."""
    turn: int
    coat: Coat | None = None
    """The coat just named: its line comes first, on the same screen."""
    final: bool = False
    """The last, skippable one after the end."""


@dataclass(frozen=True, slots=True)
class AskNotice:
    """Ask which coat resistance wears, if any."""

    text: str
    """The author's question; empty for the app's own."""
    turn: int


@dataclass(frozen=True, slots=True)
class AskFork:
    """Ask an author's own question."""

    text: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenMenu:
    """Open an untimed menu; nothing is preselected."""

    kind: MenuKind
    ways: tuple[Way, ...]
    turn: int
    after: Feeling | None = None
    """The report that led here, if one did."""
    mention_help: bool = False
    """Closing came a second time: say in one line where help is."""
    already_gentle: bool = False
    """The gentler track is the one the person is on."""


@dataclass(frozen=True, slots=True)
class HoldStill:
    """Nothing for a while: an empty, untimed page."""

    turn: int


@dataclass(frozen=True, slots=True)
class ShowPaused:
    """The clock has stopped."""

    away: bool = False
    """The computer was asleep or stopped; say so, and ask before going on."""


@dataclass(frozen=True, slots=True)
class ShowResumed:
    """The clock runs again, on the same beat."""


@dataclass(frozen=True, slots=True)
class PaceChanged:
    """Every beat now lasts this many times its written length; None is manual."""

    pace: float | None


@dataclass(frozen=True, slots=True)
class ShowCompany:
    """Show who there may be to talk to."""


@dataclass(frozen=True, slots=True)
class ShowHelp:
    """Show the help list."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The run is over."""

    ending: Ending
    turn: int
    halted: bool = False
    """Too much or far away was reported on the way."""


Effect: TypeAlias = (
    ShowBeat
    | RingBell
    | AskCheckIn
    | AskNotice
    | AskFork
    | OpenMenu
    | HoldStill
    | ShowPaused
    | ShowResumed
    | PaceChanged
    | ShowCompany
    | ShowHelp
    | Ended
)

"""What a session is: frozen values, as written by an author, before anything is played.

A session is a tree of four lists of steps (design, format 1). These values carry no behaviour beyond small
derived facts; `sessions.score` lays them out on a time axis and `sessions.engine` plays them.
All durations are seconds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple, TypeAlias


class Track(Enum):
    """Which kind of care a run is on."""

    DIRECT = "direct"
    """Kind words turned toward oneself."""
    INDIRECT = "indirect"
    """Senses, touch, nature, breath; no such words."""


class Tone(Enum):
    """The bells that can be rung."""

    BOWL = "bowl"
    CHIME = "chime"
    WOOD = "wood"


class Eyes(Enum):
    """How a session treats the eyes."""

    OPEN = "open"
    """Eyes stay open throughout."""
    EITHER = "either"
    """Open or lowered, the person's choice."""


class Mark(NamedTuple):
    """Where a value stands in its file; both counted from 1, columns in characters."""

    line: int
    column: int


START = Mark(1, 1)
"""The place of a value that was made, not read."""


@dataclass(frozen=True, slots=True)
class Bell:
    """Rings; takes no time of its own."""

    tone: Tone
    strikes: int = 1
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class Say:
    """A prompt and the stillness after it."""

    text: str
    length: float
    """Seconds of prompt plus stillness; 0.0 when `until_ready`."""
    until_ready: bool = False
    """Waits for the person instead of a duration."""
    wordings: tuple[str, ...] = ()
    """Other ways to say the same (`or`)."""
    bell: Tone | None = None
    """Rung at the onset of the prompt."""
    tags: tuple[str, ...] = ()
    less: str | None = None
    """A smaller version of the ask, shown when the person presses `l`."""
    guide: str | None = None
    """A note for someone who reads the session aloud."""
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class Quiet:
    """Stillness; shows nothing, or a reminder of at most six words."""

    length: float
    reminder: str = ""
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class Breathe:
    """An optional pacer, always with an alternative for people for whom breath is not neutral."""

    inhale: float
    exhale: float
    length: float
    or_else: str
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Asks how it is now; waits for ever."""

    text: str
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class Notice:
    """The pause for noticing resistance: which coat it wears, then the answers of a check-in."""

    text: str
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer of a `choose` step and what it plays."""

    text: str
    steps: tuple[PlainStep, ...]
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class Choose:
    """Any other question; every option lasts equally long; waits for ever."""

    text: str
    options: tuple[Option, ...]
    at: Mark = field(default=START, compare=False)


@dataclass(frozen=True, slots=True)
class Use:
    """Plays a part and returns."""

    part: str
    repeat: int = 1
    at: Mark = field(default=START, compare=False)


PlainStep: TypeAlias = "Say | Quiet | Bell | Breathe | Use"
"""What a part or an option may hold."""
Step: TypeAlias = "Say | Quiet | Bell | Breathe | Use | CheckIn | Notice | Choose"
"""What a section may hold."""


@dataclass(frozen=True, slots=True)
class Session:
    """One session file, checked: every rule of the format holds for these values.

    `direct` is empty for an indirect-only session; `indirect` never is.
    """

    title: str
    length: float
    """The promised length: arriving + either track + landing, in seconds."""
    arriving: tuple[Step, ...]
    direct: tuple[Step, ...]
    indirect: tuple[Step, ...]
    landing: tuple[Step, ...]
    parts: dict[str, tuple[PlainStep, ...]] = field(default_factory=dict)
    """Parts by name, those from `parts_from` included."""
    about: str = ""
    by: str = ""
    license: str = ""
    language: str = "en"
    pace: int = 120
    """Words a minute for the reading time of a `say` without `for`."""
    if_skipped: Track = Track.INDIRECT
    eyes: Eyes = Eyes.EITHER
    reflect: tuple[str, ...] = ()
    """Up to three questions offered after landing."""


def reading_time(text: str, words_a_minute: int = 120) -> float:
    """Seconds a prompt stays when its author gave no duration: whole seconds, at least 5.

    2 s to find the text plus reading at `words_a_minute` (care guide rule 17: half the mean silent
    reading speed of English, 238 words a minute). Whole seconds keep every sum exact.
    """
    return float(max(5, 2 + -(-len(text.split()) * 60 // words_a_minute)))

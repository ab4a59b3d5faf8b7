"""What can happen to a run: the events a performer hands to the engine.

An event says what the person did, or that time passed. It never says what comes next: the engine decides.
"""

from __future__ import annotations

from typing import TypeAlias

from sessions.value import Kind, Value
from sessions.written import Track


class Feeling(Kind):
    """The answers of a check-in; closing, too much and far away can be said in any beat."""

    OPENING = "opening"
    BETWEEN = "between"
    """In between, or can't tell."""
    CLOSING = "closing"
    TOO_MUCH = "too_much"
    FAR_AWAY = "far_away"
    SKIP = "skip"


HALTING = frozenset({Feeling.TOO_MUCH, Feeling.FAR_AWAY})
"""Answers that halt the clock: stop comes first, and only what looks outward follows (care guide rule 10)."""

GUARDING = frozenset({Feeling.CLOSING}) | HALTING
"""Answers after which no direct phrase is shown until it is chosen; they can be given at any moment."""


class Coat(Kind):
    """What resistance can look like; the answers of a noticing pause."""

    LATER = "later"
    TOO_MUCH_TO_START = "too_much_to_start"
    WONT_WORK = "wont_work"
    SLIPPED_MY_MIND = "slipped_my_mind"
    DONT_DESERVE = "dont_deserve"
    WORN_OUT = "worn_out"
    BORED = "bored"
    CROSS = "cross"
    UNEASY = "uneasy"
    NOTHING_FELT = "nothing_felt"
    DONT_KNOW = "dont_know"
    NOTHING_PUSHING_BACK = "nothing_pushing_back"


CLOSING_COATS = frozenset(
    {Coat.WONT_WORK, Coat.WORN_OUT, Coat.BORED, Coat.CROSS, Coat.UNEASY, Coat.NOTHING_FELT}
)
"""Coats that are known signs of closing: naming one opens the closing page, with *as planned* in it."""


class Way(Kind):
    """What a menu can offer; which of these, and in which order, depends on the menu."""

    GENTLER = "gentler"
    """Carry on, on the indirect track, from here."""
    HOLD = "hold"
    """Something to look at or hold: one small thing, untimed."""
    ORDINARY = "ordinary"
    """Something ordinary, such as tea or a blanket, untimed."""
    NOTHING = "nothing"
    """Nothing for a while."""
    AS_PLANNED = "as_planned"
    """The coat that was named is no sign of closing this time: go on as after a skip."""
    SENSES = "senses"
    TOUCH = "touch"
    NATURE = "nature"
    BREATH = "breath"
    TOO_MUCH = "too_much"
    FAR_AWAY = "far_away"
    DIRECT = "direct"
    SLIP = "slip"
    """The key that led here was pressed by mistake: back to the same prompt, paused."""
    STOP = "stop"
    FLOOR = "floor"
    """Floor Under You, played without a question."""
    COMPANY = "company"
    """People to talk to."""
    HELP = "help"
    """The help list."""


FORMS = (Way.SENSES, Way.TOUCH, Way.NATURE, Way.BREATH)
"""The four short indirect forms, breath last (care guide rule 8)."""

HALTING_WAYS = tuple(Way(feeling.value) for feeling in Feeling if feeling in HALTING)
"""The same two answers, as entries of a menu."""

RESTS = (Way.HOLD, Way.ORDINARY, Way.NOTHING)
"""Untimed pages to stay on; Enter carries on gently from each."""


class Begin(Value):
    """Start the run."""

    track: Track | None = None
    """The track chosen before the start, or None to be asked on the way."""
    ask_less: bool = False
    """Ask only the question before direct care; see `AskLess`."""


class Tick(Value):
    """Time passed; allowed in every state."""


class Next(Value):
    """Move on early; also ends a beat that waits, and a rest."""


class Back(Value):
    """Show the last prompt again."""


class Less(Value):
    """A smaller version of the ask, or the same beat with nothing asked."""


class Pause(Value):
    """Stop the clock without limit."""

    away: bool = False
    """The computer was asleep or stopped, and the person did not ask for this pause."""


class Resume(Value):
    """Go on with what was left of the beat."""


class SetPace(Value):
    """Change how long every beat lasts, from now on."""

    pace: float | None
    """A factor of 0.5 to 10 on every length, or None for manual: nothing moves by itself."""


class AskLess(Value):
    """Ask less: only the question before direct care is asked, and the others pass as if skipped."""

    less: bool = True
    """False asks at every check-point again."""


class TakeDirect(Value):
    """The person asks for the direct track, from here; nothing else brings it back after closing."""


class Noticing(Value):
    """Open a noticing pause on demand."""


class Report(Value):
    """The person gives an answer of a check-in; three of them can be given at any moment."""

    feeling: Feeling


class Wear(Value):
    """The person names the coat that resistance wears."""

    coat: Coat


class ChooseOption(Value):
    """The person picks an option of a fork."""

    index: int
    """Counted from 0."""


class Pick(Value):
    """The person picks an entry of the open menu."""

    way: Way


class Leave(Value):
    """Stop, at once, from anywhere."""


Event: TypeAlias = (
    Begin
    | Tick
    | Next
    | Back
    | Less
    | Pause
    | Resume
    | SetPace
    | AskLess
    | TakeDirect
    | Noticing
    | Report
    | Wear
    | ChooseOption
    | Pick
    | Leave
)

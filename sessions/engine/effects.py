"""What a performer has to do: the effects the engine hands back, in the order they are to be performed.

An effect holds everything its performance needs, so that a performer never looks into a run to decide.
`turn` picks one of several lines, so that the engine needs no random numbers. It is a seed plus the number of
lines of the same pool that were said before, so that no pool says the same line twice running.
"""

from __future__ import annotations

from typing import TypeAlias

from sessions.engine.events import Coat, Feeling, Way
from sessions.engine.score import Beat
from sessions.value import Kind, Value
from sessions.written import Tone


class MenuKind(Kind):
    """The untimed menus."""

    CLOSING = "closing"
    """After closing, or after a coat that is a sign of it: five entries, and more behind one key."""
    AFTER_FORM = "after_form"
    """A short form has ended: carry on gently, or stop; more behind one key."""
    HALTED = "halted"
    """After too much or far away: stop first (care guide rule 10)."""
    CALM = "calm"
    """After Floor Under You: the same ways out, and nothing alarming said again."""


class Pool(Kind):
    """A kind of line, of which one is said at a time; coats and answers have pools of their own."""

    CHECK_IN = "check_in"
    NOTICE = "notice"
    LAST = "last"
    CLOSING = "closing"
    AFTER_FORM = "after_form"
    REST = "rest"
    LESS = "less"
    END = "end"


class Ending(Kind):
    """How a run ended; both get the same kind of line."""

    LANDED = "landed"
    STOPPED = "stopped"


class Signs(Value):
    """A person's own signs."""

    opening: tuple[str, ...] = ()
    closing: tuple[str, ...] = ()


NO_SIGNS = Signs()


class ShowBeat(Value):
    """Show a prompt, or the stillness of a quiet beat; it stays until the next."""

    beat: Beat
    text: str
    """The wording chosen for this time; empty for bare stillness and for the performer's own smaller asks."""
    turn: int = 0
    """Picks one of the performer's own smaller asks."""
    smaller: bool = False
    """The person asked for less; where `text` is empty, the performer shows one of its own smaller asks."""
    again: bool = False
    """The person asked to see it again."""


class RingBell(Value):
    """Ring, if the person wants sound; show the visual twin in any case."""

    tone: Tone
    strikes: int
    indirect: bool = False
    """On the indirect track or in a short form, for which the person can switch bells off separately."""


class TakeIn(Value):
    """Take an answer in with one line, shown together with the beat that follows."""

    answer: Feeling | Coat
    turn: int


class QuestionPassed(Value):
    """The person asked to be asked less: say in one line, with the beat that follows, that `c` works."""


class AskCheckIn(Value):
    """Ask how it is now; six answers, waits without limit."""

    text: str
    """The author's question; empty for the app's own."""
    turn: int
    final: bool = False
    """The last check-in, a quiet line on the landing page; skipping it ends the run."""
    answered: Feeling | None = None
    """The answer to the last check-in: a line takes it in, and nothing more is asked."""
    signs: Signs = NO_SIGNS
    """The person's own signs, shown as hints."""


class AskNotice(Value):
    """Ask which coat resistance wears, if any."""

    text: str
    """The author's question; empty for the app's own."""
    turn: int


class AskFork(Value):
    """Ask an author's own question."""

    text: str
    options: tuple[str, ...]


class OpenMenu(Value):
    """Open an untimed menu; nothing is preselected."""

    kind: MenuKind
    ways: tuple[Way, ...]
    turn: int
    after: Feeling | Coat | None = None
    """The answer that led here, if there was one."""
    more: tuple[Way, ...] = ()
    """Entries behind *more*: they can be picked at once, and are shown when the person asks for them."""
    mention_help: bool = False
    """The second closing of the run: say in one line where help is."""
    backdraft: bool = False
    """The first closing of the run: say what it is called."""
    comforts: tuple[str, ...] = ()
    """The person's own comforts, listed before the ordinary things."""


class HoldStill(Value):
    """A page to stay on for as long as one likes: a small thing, something ordinary, or nothing."""

    way: Way
    turn: int
    ways: tuple[Way, ...] = ()
    more: tuple[Way, ...] = ()
    comforts: tuple[str, ...] = ()
    """The person's own comforts, on the page of something ordinary, before the app's."""


class ShowPaused(Value):
    """The clock has stopped."""

    away: bool = False
    """The computer was asleep or stopped; say so, and ask before going on."""


class ShowResumed(Value):
    """The clock runs again, on the same beat."""


class PaceChanged(Value):
    """Every beat now lasts this many times its written length; None is manual."""

    pace: float | None


class AskingChanged(Value):
    """Whether the person is asked less from now on."""

    less: bool


class ShowCompany(Value):
    """Show who there may be to talk to."""


class ShowHelp(Value):
    """Show the help list."""


class Ended(Value):
    """The run is over."""

    ending: Ending
    turn: int
    halted: bool = False
    """Too much or far away was reported on the way."""


Effect: TypeAlias = (
    ShowBeat
    | RingBell
    | TakeIn
    | QuestionPassed
    | AskCheckIn
    | AskNotice
    | AskFork
    | OpenMenu
    | HoldStill
    | ShowPaused
    | ShowResumed
    | PaceChanged
    | AskingChanged
    | ShowCompany
    | ShowHelp
    | Ended
)

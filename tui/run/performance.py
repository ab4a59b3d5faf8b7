"""A run's choices, on the screen or in lines, and the means with which the screen performs it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sessions.clock import Clock
from sessions.engine.effects import Effect, Ended, RingBell
from sessions.engine.events import Event
from sessions.mine.model import NOTHING_KEPT, Mine
from sessions.model import Session
from sessions.pace import FASTEST, SLOWEST
from sessions.value import Value
from sessions.written import Track
from tui.run.speaker import Mute, Speaker
from tui.terminal.outlet import Open, Outlet

if TYPE_CHECKING:
    from tui.run.alarm import Alarm  # it loads asyncio, which the plain performer does not need


SLOWER, FASTER = 1.25, 0.8
"""`+` makes every beat a quarter longer, and `-` undoes that."""


def next_pace(pace: float | None, step: float) -> float:
    """The next slower or faster pace; from manual, the one next to the written pace."""
    return min(SLOWEST, max(FASTEST, round((pace or 1.0) * step, 2)))


class Performance(Value):
    """The choices made before the start."""

    session: Session
    name: str
    """The name the session is played by, such as `one-breath`."""
    track: Track | None = None
    """None is *ask me on the way*."""
    pace: float | None = 1.0
    """A factor on every length; None is manual."""
    seed: int = 0
    """Picks the wordings."""
    ask_less: bool = False
    """Only the question before direct care is asked."""
    first_wording: bool = False
    """Every prompt uses its first wording."""
    guide: bool = False
    """Somebody reads it aloud: notes for the guide are shown."""
    flagged: tuple[str, ...] = ()
    """Lines of the file that push, promise or judge; a notice before the session lists them."""
    recordings: str = ""
    """The folder for recordings beside the file; it may not exist."""
    mine: Mine = NOTHING_KEPT
    """The person's own lines."""

    @property
    def own(self) -> Mine:
        """The person's own lines, if this run may use them: not with fixed or read-out prompts."""
        return NOTHING_KEPT if self.guide or self.first_wording else self.mine


def recordings_beside(path: str) -> str:
    """The folder for recordings of a session file: `NAME.voice` beside it."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml").removesuffix(".yml").removesuffix(".session")
    return f"{folder}/{stem}.voice" if folder else f"{stem}.voice"


class Means(Value):
    """The means of a performance; tests pass their own."""

    clock: Clock
    alarm: Alarm
    ring: Callable[[RingBell], None]
    """Rings the bell if the person wants sound; its sign on the page is the screen's task."""
    hears: Callable[[RingBell], bool] = lambda _: True
    """Whether the person wants to hear this bell; its sign is shown only then."""
    answer: Callable[[Effect], Event | None] = lambda _: None
    """Gives the next answer in a rehearsal; None leaves it to the person."""
    watched: bool = True
    """Whether a person is present, so that lateness means absence; not so in a rehearsal."""
    outlet: Outlet = Open()
    """Tells whether what is shown arrives."""
    region: Callable[[], str | None] = lambda: None
    """The country whose help lines come first; None takes it from the settings."""
    voice: Speaker = Mute()
    """Speaks what is shown, if the person wants that."""
    leave: Callable[[Ended, bool], None] = lambda _ended, _landed: None
    """Removes the page once the run has ended; the flag says whether the landing page was shown on it."""

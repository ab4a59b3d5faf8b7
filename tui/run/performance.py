"""What one run on the screen needs from outside: what was chosen for it, and the means to perform it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sessions.clock import Clock
from sessions.engine.effects import Effect, RingBell
from sessions.engine.events import Event
from sessions.mine.model import NOTHING_KEPT, Mine
from sessions.model import Session
from sessions.pace import FASTEST, SLOWEST
from sessions.value import Value
from sessions.written import Track
from tui.run.speaker import Mute, Speaker
from tui.terminal.outlet import Open, Outlet

if TYPE_CHECKING:
    from tui.run.alarm import Alarm  # it brings asyncio along, which the plain performer has no use for


SLOWER, FASTER = 1.25, 0.8
"""One press of `+` makes every beat a quarter longer, one of `-` takes that back."""


def next_pace(pace: float | None, step: float) -> float:
    """The pace a step slower or faster; from manual, beside the written one."""
    return min(SLOWEST, max(FASTEST, round((pace or 1.0) * step, 2)))


class Performance(Value):
    """What was chosen before the start."""

    session: Session
    name: str
    """The name the session is played by, such as `one-breath`."""
    track: Track | None = None
    """None is *ask me on the way*."""
    pace: float | None = 1.0
    """A factor on every length; None is manual."""
    seed: int = 0
    """Chooses among wordings."""
    ask_less: bool = False
    """Only the question before direct care is put."""
    first_wording: bool = False
    """Every prompt keeps its first wording."""
    guide: bool = False
    """Somebody reads it aloud: notes for the guide are shown."""
    flagged: tuple[str, ...] = ()
    """Lines of the file that push, promise or judge; told in a notice before it begins."""
    recordings: str = ""
    """The folder of recordings beside the file, whether it is there or not."""
    mine: Mine = NOTHING_KEPT
    """What the person keeps of their own."""

    @property
    def own(self) -> Mine:
        """What of it has a place in this run: nothing, where prompts were prepared or are read to others."""
        return NOTHING_KEPT if self.guide or self.first_wording else self.mine


def recordings_beside(path: str) -> str:
    """The folder in which recordings of a session file are looked for: `NAME.voice` beside it."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml").removesuffix(".yml").removesuffix(".session")
    return f"{folder}/{stem}.voice" if folder else f"{stem}.voice"


class Means(Value):
    """What a run is performed with; tests hand in their own."""

    clock: Clock
    alarm: Alarm
    ring: Callable[[RingBell], None]
    """Rings where the person wants sound; the sign on the page is the screen's own."""
    hears: Callable[[RingBell], bool] = lambda _: True
    """Whether the person wants to hear this bell: only then is it shown."""
    answer: Callable[[Effect], Event | None] = lambda _: None
    """Answers by itself in a rehearsal, whatever is asked or waits; None leaves it to the person."""
    watched: bool = True
    """Somebody sits beside the clock, so that lateness means absence; not so in a rehearsal."""
    outlet: Outlet = Open()
    """Where it is shown."""
    region: Callable[[], str | None] = lambda: None
    """The country whose help lines come first; None is what is kept."""
    voice: Speaker = Mute()
    """Says aloud what is shown, where the person wants that."""

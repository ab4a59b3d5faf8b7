"""The clock, input, output, bell and voice that a performance in lines is given."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from sessions.clock import Clock
from sessions.engine import effects as fx
from sessions.engine.effects import Effect
from sessions.engine.events import Event
from tui.plain.typing_in import LineSource
from tui.run.speaker import Mute, Speaker
from tui.terminal.outlet import AWAY, Open, Outlet


@dataclass(frozen=True, slots=True)
class PlainMeans:
    """The means of a performance in lines; tests pass their own."""

    clock: Clock
    source: LineSource
    write: Callable[[str], None]
    """Writes text at once, unchanged."""
    ring: Callable[[fx.RingBell], None] = lambda _: None
    """Rings the bell if the person wants sound."""
    hears: Callable[[fx.RingBell], bool] = lambda _: True
    """Whether the person wants to hear this bell; it is written only then."""
    answer: Callable[[Effect], Event | None] = lambda _: None
    """Gives the next answer in a rehearsal; None leaves it to the person."""
    away: float | None = AWAY
    """See `Runner`."""
    clocked: bool = False
    """Whether to print the session time before each beat and question, as in a rehearsal."""
    region: str | None = None
    """The country whose help lines come first; None takes it from the settings."""
    notes: deque[str] = field(default_factory=deque)
    """Lines to print from elsewhere, such as a fault of the sound."""
    outlet: Outlet = field(default_factory=Open)
    """Tells whether what is written arrives."""
    voice: Speaker = field(default_factory=Mute)
    """Speaks what is written, if the person asked for that."""
    switch_voice: Callable[[], tuple[Speaker, str]] = lambda: (Mute(), "Nothing can be spoken here.")
    """Turns the voice on or off; returns who speaks now, and a line on it."""

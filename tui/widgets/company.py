"""The door that keeps company while somebody sits: its light swells with a prompt and rests between.

It says that the app is there, and nothing else. The light takes as long with every prompt, so that nothing
of the time that is left can be read from it (care guide rules 14 and 15).
"""

from __future__ import annotations

from textual.strip import Strip
from textual.timer import Timer

from tui.widgets.door import SMALL, TINY, door
from tui.widgets.drawn import Drawn, inks, palette_of
from tui.windows import ROOMY

BRIGHT, STILL, RESTING = 0.0, 1.0, 2.0
"""How far the light has gone down: with a prompt, where nothing moves, and between two prompts."""

STEP = 0.5

COMING, GOING = 0.4, 1.6
"""Seconds of a step while the light comes, and while it goes."""


class Company(Drawn):
    """A small door above the foot, where the window has room for it."""

    DEFAULT_CSS = "Company { height: auto; margin-bottom: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._dusk = STILL
        self._swelling = False
        self._timer: Timer | None = None

    def rows(self, width: int) -> list[Strip]:
        """The picture in the middle."""
        palette = palette_of(self.app)
        drawn = door(_picture(self.app.size.height), palette, self._dusk)
        blank = Strip.blank((width - drawn[0].cell_length) // 2, inks(palette).ink)
        return [Strip.join([blank, row]) for row in drawn]

    @staticmethod
    def height_in(rows: int) -> int:
        """How many rows of a window it takes, with the empty one below."""
        return len(_picture(rows).splitlines()) // 2 + 1

    def swell(self) -> None:
        """Let the light come, and then go; once for each prompt."""
        self._swelling = True
        self._go_on(self._dusk if self._timer else RESTING)

    def rest(self) -> None:
        """Stand still."""
        self._stop()
        self._show(STILL)

    def _go_on(self, dusk: float) -> None:
        self._stop()
        self._show(dusk)
        if dusk <= BRIGHT:
            self._swelling = False
        if self._swelling:
            self._timer = self.set_timer(COMING, lambda: self._go_on(dusk - STEP))
        elif dusk < RESTING:
            self._timer = self.set_timer(GOING, lambda: self._go_on(dusk + STEP))

    def _show(self, dusk: float) -> None:
        if dusk != self._dusk:
            self._dusk = dusk
            self.refresh()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None


def _picture(rows: int) -> str:
    return SMALL if rows >= ROOMY else TINY

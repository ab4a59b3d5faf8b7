"""The small door shown during a session: its light swells with a prompt and then rests.

It shows that the app is there, and nothing else. The light takes equally long with every prompt, so that it
does not tell how much time is left (care guide rules 14 and 15).
"""

from __future__ import annotations

from textual.strip import Strip
from textual.timer import Timer

from tui.widgets.door import SMALL, TINY, door
from tui.widgets.drawn import Drawn, inks, palette_of
from tui.windows import ROOMY

BRIGHT, STILL, RESTING = 0.0, 1.0, 2.0
"""How far the light has dimmed: with a prompt, with motion off, and between two prompts."""

STEP = 0.5

COMING, GOING = 0.4, 1.6
"""Seconds per step while the light brightens, and while it dims."""


class Company(Drawn):
    """A small door above the foot, shown if the window has room for it."""

    DEFAULT_CSS = "Company { height: auto; margin-bottom: 1; }"

    def __init__(self) -> None:
        super().__init__()
        self._dusk = STILL
        self._swelling = False
        self._timer: Timer | None = None

    def rows(self, width: int) -> list[Strip]:
        """The picture, centred."""
        palette = palette_of(self.app)
        drawn = door(_picture(self.app.size.height), palette, self._dusk)
        blank = Strip.blank((width - drawn[0].cell_length) // 2, inks(palette).ink)
        return [Strip.join([blank, row]) for row in drawn]

    @staticmethod
    def height_in(rows: int) -> int:
        """How many rows it takes in a window of this height, with the empty one below."""
        return len(_picture(rows).splitlines()) // 2 + 1

    def swell(self) -> None:
        """Let the light brighten and then dim, once for each prompt."""
        self._swelling = True
        self._go_on(self._dusk if self._timer else RESTING)

    def rest(self) -> None:
        """Stop the light."""
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

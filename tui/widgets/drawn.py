"""Widgets that draw their rows themselves, straight in the colours of the look that is on.

Textual's way over texts with styles by name can wrap, align and select; a row that is known to fit needs none
of that, and the first page has thirty of them to draw before a key is answered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.theme import Theme
from textual.widget import Widget

from tui.quiet_app import QuietApp
from tui.themes import NIGHT, Palette


class Inks(NamedTuple):
    """The styles that text is drawn in; each on the ground it belongs to."""

    ink: Style
    soft: Style
    glow: Style
    """Keys and names, in bold."""
    raised: Style
    """What a click would take."""
    marked: Style
    """What one is on, in bold."""


@cache
def inks(palette: Palette) -> Inks:
    """The styles of a look."""

    def style(ink: str, ground: str, *, bold: bool = False) -> Style:
        return Style(color=Color.parse(ink), bgcolor=Color.parse(ground), bold=bold or None)

    key = (palette.ground, palette.key_ground) if palette.key_ground else (palette.glow, palette.ground)
    return Inks(
        ink=style(palette.ink, palette.ground),
        soft=style(palette.soft, palette.ground),
        glow=style(*key, bold=True),
        raised=style(palette.raised_ink, palette.raised),
        marked=style(palette.raised_ink, palette.raised, bold=True),
    )


def palette_of(app: App[object]) -> Palette:
    """The palette of the look that is on."""
    return app.palette if isinstance(app, QuietApp) else NIGHT


def key_parts(text: str, key: Style, ground: Style) -> list[tuple[str, Style]]:
    """A key between blanks, which have no part in a ground of its own."""
    bare = text.strip()
    before, _, after = text.partition(bare) if bare else (text, "", "")
    return [(before, ground), (bare, key), (after, ground)]


def strip(parts: Iterable[tuple[str, Style]]) -> Strip:
    """A row of texts, each in its style."""
    return Strip([Segment(text, style) for text, style in parts if text])


class Drawn(Widget):
    """A widget as high as its rows; a subclass says what they are."""

    DEFAULT_CSS = "Drawn { width: 1fr; height: auto; }"
    ALLOW_SELECT = False

    _drawn: Sequence[Strip] = ()

    def rows(self, width: int) -> list[Strip]:
        """The rows, for so many columns."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Draw anew when the look changes."""
        # Not `watch`: the app would keep every widget that ever watched it until the look changes.
        self.app.theme_changed_signal.subscribe(self, self._redraw)

    def on_unmount(self) -> None:
        """Let go of the app, which keeps whoever still listens."""
        self.app.theme_changed_signal.unsubscribe(self)

    def _redraw(self, _theme: Theme) -> None:
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """As many rows as there are."""
        return len(self.rows(width))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows within a region, all made at once."""
        self._drawn = self.rows(self.content_size.width)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One of the rows, on the ground."""
        width, ground = self.content_size.width, inks(palette_of(self.app)).ink
        if y >= len(self._drawn):
            return Strip.blank(width, ground)
        return self._drawn[y].adjust_cell_length(width, ground)

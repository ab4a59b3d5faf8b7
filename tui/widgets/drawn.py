"""Widgets that draw their rows themselves, directly in the colours of the current look.

Textual's rendering of styled text can wrap, align and select. A row that is known to fit needs none of that,
and the first page has thirty such rows to draw before it can answer a key.
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
    """The styles of text, each with its background."""

    ink: Style
    soft: Style
    glow: Style
    """Keys and names, in bold."""
    raised: Style
    """The line under the mouse."""
    marked: Style
    """The marked line, in bold."""


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
    """The palette of the current look."""
    return app.palette if isinstance(app, QuietApp) else NIGHT


def key_parts(text: str, key: Style, ground: Style) -> list[tuple[str, Style]]:
    """A key and the blanks around it, which do not share the key's background."""
    bare = text.strip()
    before, _, after = text.partition(bare) if bare else (text, "", "")
    return [(before, ground), (bare, key), (after, ground)]


def strip(parts: Iterable[tuple[str, Style]]) -> Strip:
    """A row of texts, each in its style."""
    return Strip([Segment(text, style) for text, style in parts if text])


class Drawn(Widget):
    """A widget as high as its rows, which a subclass provides."""

    DEFAULT_CSS = "Drawn { width: 1fr; height: auto; }"
    ALLOW_SELECT = False

    _drawn: Sequence[Strip] = ()

    def rows(self, width: int) -> list[Strip]:
        """The rows for a width in columns."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Redraw when the look changes."""
        # Not `watch`: the app would keep every widget that ever watched it until the look changes.
        self.app.theme_changed_signal.subscribe(self, self._redraw)

    def on_unmount(self) -> None:
        """Unsubscribe, or the app would keep the widget alive."""
        self.app.theme_changed_signal.unsubscribe(self)

    def _redraw(self, _theme: Theme) -> None:
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002  # Textual's signature
        """As many rows as there are."""
        return len(self.rows(width))

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows within a region."""
        self._drawn = self.rows(self.content_size.width)
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """One row, on the background."""
        width, ground = self.content_size.width, inks(palette_of(self.app)).ink
        if y >= len(self._drawn):
            return Strip.blank(width, ground)
        return self._drawn[y].adjust_cell_length(width, ground)

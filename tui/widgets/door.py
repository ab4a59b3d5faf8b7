"""A still picture of a door ajar with light in the gap."""

from __future__ import annotations

from itertools import groupby

from textual.app import RenderResult
from textual.color import Color
from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from tui.themes import PALETTES, Palette

LARGE = """\
........................
......ffffffffffffff....
......f111122ddddddf....
......f11111eddddddf....
......f1111edddddddf....
......f1111edpppppdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpppppdf....
......f1111edddddddf....
......f1111ekddddddf....
......f1111ekddddddf....
......f1111edpppppdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpssspdf....
......f1111edpppppdf....
......f1111edddddddf....
......f11111eddddddf....
......f111112eeddddf....
......111112233eeddf....
.....2222223344.........
....2223333344..........
..333334444455..........
.4444455555.............
"""

SMALL = """\
..ffffffff..
..f112dddf..
..f11edddf..
..f11edpdf..
..f11edpdf..
..f11edddf..
..f11ekddf..
..f11edpdf..
..f11edpdf..
..f11edddf..
..f112eddf..
.1111223ed..
.22233344...
.4444555....
"""
"""One letter a pixel: f frame, d leaf, e its edge, p and s its panels, k the handle, 1 to 5 light to dusk."""


class Door(Widget):
    """The picture, in the colours of the look that is on; it never moves."""

    DEFAULT_CSS = "Door { width: auto; height: auto; }"

    def __init__(self, picture: str = LARGE, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._rows = picture.splitlines()
        self._drawn: dict[str, Content] = {}

    def on_mount(self) -> None:
        """Draw anew when the look changes."""
        self.watch(self.app, "theme", self._redraw, init=False)

    def _redraw(self) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        """The picture, drawn once for each look."""
        look = self.app.theme
        if look not in self._drawn:
            self._drawn[look] = draw(self._rows, PALETTES[look]) if look in PALETTES else Content("")
        return self._drawn[look]


def draw(rows: list[str], palette: Palette) -> Content:
    """Two rows of pixels become one line of half blocks."""
    colours = _colours(palette)
    lines = []
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        runs = [(*pixel, len(list(run))) for pixel, run in groupby(zip(upper, lower, strict=True))]
        lines.append(
            Content.assemble(
                *(("▀" * length, Style(colours[bottom], colours[top])) for top, bottom, length in runs)
            )
        )
    return Content("\n").join(lines)


def _colours(palette: Palette) -> dict[str, Color]:
    ground, glow = Color.parse(palette.ground), Color.parse(palette.glow)
    leaf, frame = Color.parse(palette.leaf), Color.parse(palette.frame)
    light = glow if palette.dark else Color.parse("#ffd27a")
    bright = light.blend(Color.parse("#ffffff"), 0.35)
    return {
        ".": ground,
        "f": frame,
        "d": leaf,
        "e": leaf.blend(light, 0.45),
        "p": leaf.blend(ground, 0.35),
        "s": leaf.blend(ground, 0.18),
        "k": light,
        "1": bright,
        "2": bright.blend(ground, 0.25),
        "3": light.blend(ground, 0.5),
        "4": light.blend(ground, 0.7),
        "5": light.blend(ground, 0.86),
    }

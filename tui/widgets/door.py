"""A still picture of a door ajar with light in the gap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from itertools import groupby

from rich.color import Color
from rich.style import Style
from textual.color import Color as Mixed
from textual.strip import Strip

from tui.themes import Palette
from tui.widgets.drawn import Drawn, palette_of, strip

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

TINY = """\
..ffffffff..
..f112dddf..
..f11edddf..
..f11edddf..
..f11ekddf..
..f112eddf..
.122233ed...
3344455.....
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
"""One letter per pixel: f frame, d leaf, e its edge, p and s its panels, k handle, 1 to 5 light to dark."""


LIGHT = "12345."
"""The letters of the light, from the gap to the dark background."""


COLUMNS = LARGE.index("\n")


class Door(Drawn):
    """The large picture, in the colours of the current look; it never moves."""

    DEFAULT_CSS = f"Door {{ width: {COLUMNS}; }}"

    def rows(self, width: int) -> list[Strip]:
        """The picture, with two rows of pixels per row; pixels are doubled if there is room."""
        return door(twice(LARGE) if width >= 2 * COLUMNS else LARGE, palette_of(self.app))


@cache
def twice(picture: str) -> str:
    """A picture with each pixel twice as wide and twice as high."""
    rows = ("".join(2 * pixel for pixel in row) for row in picture.splitlines())
    return "".join(f"{row}\n" * 2 for row in rows)


@cache
def door(picture: str, palette: Palette, dusk: float = 0.0) -> list[Strip]:
    """A picture in half blocks: two rows of pixels become one row of text.

    `dusk` is how far the light has dimmed, from 0 to 2 steps at rest.
    """
    inks = in_dusk(colours(palette), dusk, mixed=not palette.picture)
    rows = picture.splitlines()
    # With sixteen colours, bright ones can only be foregrounds.
    solid = {inks["."]: " "} if palette.picture else dict.fromkeys(inks.values(), " ")
    return [_row(zip(*pair, strict=True), inks, solid) for pair in zip(rows[::2], rows[1::2], strict=True)]


def _row(
    pixels: Iterable[tuple[str, str]], colours: Mapping[str, Color], solid: Mapping[Color, str]
) -> Strip:
    runs = [(pixel, len(list(run))) for pixel, run in groupby(pixels)]
    return strip(_run(colours[upper], colours[lower], length, solid) for (upper, lower), length in runs)


def _run(upper: Color, lower: Color, length: int, solid: Mapping[Color, str]) -> tuple[str, Style]:
    """A run of half blocks. A bright half is the foreground: not every terminal has bright backgrounds."""
    if upper == lower:
        return solid.get(upper, "█") * length, Style(color=upper, bgcolor=upper)
    if _is_bright(lower) and not _is_bright(upper):
        return "▄" * length, Style(color=lower, bgcolor=upper)
    return "▀" * length, Style(color=upper, bgcolor=lower)


def _is_bright(colour: Color) -> bool:
    """Whether a colour is one of the bright eight among sixteen."""
    return set(colour.get_truecolor()) <= {0x55, 0xFF}


def colours(palette: Palette) -> dict[str, Color]:
    """The colour for each letter of a picture."""
    if palette.picture:
        return {
            letter: Color.parse(colour)
            for letter, colour in zip(".fdepsk12345", (palette.ground, *palette.picture), strict=True)
        }
    ground, glow = Mixed.parse(palette.ground), Mixed.parse(palette.glow)
    leaf, frame = Mixed.parse(palette.leaf), Mixed.parse(palette.frame)
    light = glow if palette.dark else Mixed.parse("#ffd27a")
    bright = light.blend(Mixed.parse("#ffffff"), 0.35)
    mixed = {
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
    return {letter: colour.rich_color for letter, colour in mixed.items()}


def in_dusk(colours: Mapping[str, Color], dusk: float, *, mixed: bool) -> dict[str, Color]:
    """The same colours with the light dimmed by so many steps; fractions only if colours can be mixed."""
    ramp = [colours[letter] for letter in LIGHT]
    found = dict(colours)
    for at, letter in enumerate(LIGHT):
        place = min(at + dusk, len(ramp) - 1.0)
        step, rest = divmod(place if mixed else round(place), 1.0)
        one, other = ramp[int(step)], ramp[min(int(step) + 1, len(ramp) - 1)]
        found[letter] = blended(one, other, rest)
    return found


def blended(one: Color, other: Color, share: float) -> Color:
    """A mixture of two colours."""
    return Mixed.from_rich_color(one).blend(Mixed.from_rich_color(other), share).rich_color if share else one

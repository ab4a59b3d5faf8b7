"""How many colours a terminal shows, and which of them come nearest to given ones.

Rich rounds each component of a colour separately, which turns warm greys pink and dark blues teal. Here the
distance of whole colours is compared; the looks themselves have palettes of exact colours (`tui/themes.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import cache, lru_cache

from rich.color import Color, ColorSystem
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground
from textual.filter import LineFilter

from sessions.value import Value


class Depth(Enum):
    """How many colours a terminal shows."""

    FULL = ColorSystem.TRUECOLOR
    MANY = ColorSystem.EIGHT_BIT
    """256 colours: six levels each of red, green and blue, and 24 greys."""
    FEW = ColorSystem.STANDARD
    """16 colours, in whatever tones the terminal has for them."""


_FULL_NAMES = ("alacritty", "contour", "foot", "wezterm", "xterm-ghostty", "xterm-kitty")
"""Values of `TERM` of terminals with full colour; over ssh, only this variable is passed on."""

_NAMED = {
    "truecolor": Depth.FULL,
    "24bit": Depth.FULL,
    "256": Depth.MANY,
    "standard": Depth.FEW,
}


def depth_of(environment: Mapping[str, str]) -> Depth:
    """The colour depth that the environment tells; sixteen colours if it says nothing."""
    asked = environment.get("TEXTUAL_COLOR_SYSTEM", "").strip().lower()
    told = environment.get("COLORTERM", "").strip().lower()
    named = _NAMED.get(asked) or (_NAMED.get(told) if told in ("truecolor", "24bit") else None)
    if named is not None:
        return named
    term = environment.get("TERM", "").strip().lower()
    if term.endswith("-direct") or term in _FULL_NAMES:
        return Depth.FULL
    return Depth.MANY if term.endswith("256color") else Depth.FEW


CONSOLE = (
    *("000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa"),
    *("555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
)
"""The sixteen colours as the Linux console and VGA show them."""

_STEPS = (0, 95, 135, 175, 215, 255)


class _Tone(Value):
    number: int
    red: int
    green: int
    blue: int


@cache
def _tones(depth: Depth) -> tuple[_Tone, ...]:
    """The colours to choose from; the first sixteen of 256 are left out, since terminals differ in them."""
    if depth is Depth.FEW:
        return tuple(_Tone(number, *bytes.fromhex(colour)) for number, colour in enumerate(CONSOLE))
    cube = ((red, green, blue) for red in _STEPS for green in _STEPS for blue in _STEPS)
    greys = ((grey, grey, grey) for grey in range(8, 239, 10))
    return tuple(_Tone(number, *parts) for number, parts in enumerate((*cube, *greys), 16))


@lru_cache(maxsize=512)
def nearest(colour: ColorTriplet, depth: Depth) -> Color:
    """The terminal's colour that looks most like a given one, by a distance weighted for human vision.

    `https://www.compuphase.com/cmetric.htm`, the "redmean" formula.
    """

    def distance(tone: _Tone) -> float:
        mean = (colour.red + tone.red) / 2
        red, green, blue = colour.red - tone.red, colour.green - tone.green, colour.blue - tone.blue
        return (2 + mean / 256) * red * red + 4 * green * green + (2 + (255 - mean) / 256) * blue * blue

    return Color.from_ansi(min(_tones(depth), key=distance).number)


class FewerColours(LineFilter):
    """A filter that maps all colours to those the terminal has."""

    def __init__(self, depth: Depth) -> None:
        super().__init__()
        self._depth = depth

    def apply(self, segments: list[Segment], background: Ground) -> list[Segment]:  # noqa: ARG002  # Textual's signature
        """The same segments, in the nearest colours."""
        return [
            Segment(text, style and _fewer(style, self._depth), control) for text, style, control in segments
        ]


@lru_cache(maxsize=512)
def _fewer(style: Style, depth: Depth) -> Style:
    ink, ground = (
        colour and nearest(colour.get_truecolor(), depth) for colour in (style.color, style.bgcolor)
    )
    fewer = style + Style.from_color(ink, ground)
    # Terminals with sixteen colours draw bold black as dark grey.
    return fewer + Style(bold=False) if depth is Depth.FEW and ink and ink.number == 0 else fewer

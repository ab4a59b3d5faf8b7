"""The three looks of the app: night, day, and high contrast, each for terminals of all, 256 and 16 colours.

Every text colour has a contrast of 7:1 or more with every background it is used on (WCAG 2.2, 1.4.6, level
AAA); a test measures the pairs that the screens really draw.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.theme import Theme

    from tui.terminal.colours import Depth


class Palette(NamedTuple):
    """The colours of one look, as `#rrggbb`."""

    name: str
    label: str
    dark: bool
    ground: str
    """The background of everything."""
    ink: str
    """Prompts and choices."""
    soft: str
    """Hints and other quiet text."""
    glow: str
    """Keys, the bell's visual twin, the light in the gap."""
    raised: str
    """The background of the marked choice."""
    raised_ink: str
    leaf: str
    """The door; never a background of text."""
    frame: str
    key_ground: str = ""
    """The background of a key, if no text colour stands out; the key itself is drawn in `ground` then."""
    picture: tuple[str, ...] = ()
    """The colours of the door where there are few, for the letters `fdepsk12345` of `widgets/door.py`."""


NIGHT = Palette(
    name="ajar-night",
    label="night",
    dark=True,
    ground="#15171e",
    ink="#f3ebdd",
    soft="#beb5a6",
    glow="#f6ca80",
    raised="#2c303c",
    raised_ink="#fff8ea",
    leaf="#343946",
    frame="#4d5361",
)
DAY = Palette(
    name="ajar-day",
    label="day",
    dark=False,
    ground="#fbf6ec",
    ink="#26211b",
    soft="#4d463c",
    glow="#6a3d00",
    raised="#f0e3ca",
    raised_ink="#1b1712",
    leaf="#d9cdb8",
    frame="#a8977b",
)
CONTRAST = Palette(
    name="ajar-contrast",
    label="high contrast",
    dark=True,
    ground="#000000",
    ink="#ffffff",
    soft="#ffffff",
    glow="#ffe14d",
    raised="#ffe14d",
    raised_ink="#000000",
    leaf="#3a3a3a",
    frame="#ffffff",
)
PALETTES = {palette.name: palette for palette in (NIGHT, DAY, CONTRAST)}


def _tone(number: int) -> str:
    """One of the 256 colours by its number, as `#rrggbb`: a cube of six levels, then greys."""
    steps, greys = (0, 95, 135, 175, 215, 255), 232
    if number >= greys:
        return "#" + f"{8 + 10 * (number - greys):02x}" * 3
    cube = number - 16
    return "#{:02x}{:02x}{:02x}".format(*(steps[cube // size % 6] for size in (36, 6, 1)))


def _of_256(of: Palette, text: tuple[int, ...], door: tuple[int, ...]) -> Palette:
    """A look in the 256 colours: those from `ground` to `raised_ink`, and those of the door."""
    leaf, frame = _tone(door[1]), _tone(door[0])
    ground, ink, soft, glow, raised, raised_ink = map(_tone, text)
    return of._replace(
        ground=ground, ink=ink, soft=soft, glow=glow, raised=raised, raised_ink=raised_ink,
        leaf=leaf, frame=frame, picture=tuple(map(_tone, door)),
    )  # fmt: skip


BLACK, BROWN, GREY, DARK, YELLOW, WHITE = "#000000", "#aa5500", "#aaaaaa", "#555555", "#ffff55", "#ffffff"
"""Those of the sixteen colours that are used, in the tones of the Linux console, which differ least.

As backgrounds, the console shows bright colours as dark ones, so they are never used behind text.
"""

_MANY = {
    NIGHT.name: _of_256(
        NIGHT, (233, 230, 250, 222, 236, 231), (240, 237, 137, 235, 236, 222, 230, 222, 137, 239, 235)
    ),
    DAY.name: _of_256(
        DAY, (255, 235, 239, 52, 223, 16), (137, 180, 223, 137, 180, 94, 222, 223, 229, 230, 255)
    ),
    CONTRAST.name: _of_256(
        CONTRAST, (16, 231, 231, 221, 221, 16), (231, 237, 137, 234, 236, 221, 230, 221, 137, 239, 234)
    ),
}
_FEW = {
    NIGHT.name: Palette(
        *(NIGHT.name, NIGHT.label, NIGHT.dark),
        *(BLACK, WHITE, GREY, YELLOW, GREY, BLACK, DARK, GREY),
        picture=(GREY, DARK, BROWN, BLACK, DARK, YELLOW, YELLOW, YELLOW, BROWN, BROWN, BLACK),
    ),
    DAY.name: Palette(
        *(DAY.name, DAY.label, DAY.dark),
        *(GREY, BLACK, BLACK, BLACK, BLACK, WHITE, DARK, BLACK),
        key_ground=BLACK,
        picture=(BLACK, DARK, BROWN, BLACK, DARK, YELLOW, YELLOW, YELLOW, WHITE, WHITE, GREY),
    ),
    CONTRAST.name: Palette(
        *(CONTRAST.name, CONTRAST.label, CONTRAST.dark),
        *(BLACK, WHITE, WHITE, YELLOW, GREY, BLACK, DARK, WHITE),
        picture=(WHITE, DARK, YELLOW, BLACK, DARK, YELLOW, WHITE, YELLOW, BROWN, BLACK, BLACK),
    ),
}


@cache
def palettes(depth: Depth | None = None) -> dict[str, Palette]:
    """The looks for a colour depth; None for full colour."""
    name = depth.name if depth else "FULL"
    return {"FULL": PALETTES, "MANY": _MANY, "FEW": _FEW}[name]


def theme(palette: Palette) -> Theme:
    """The Textual theme of a palette; the style sheets use its own variables."""
    from textual.theme import Theme  # noqa: PLC0415  # plain commands list the looks without Textual

    return Theme(
        name=palette.name,
        primary=palette.glow,
        secondary=palette.soft,
        accent=palette.glow,
        foreground=palette.ink,
        background=palette.ground,
        surface=palette.ground,
        panel=palette.raised,
        dark=palette.dark,
        variables={
            "ink": palette.ink,
            "soft": palette.soft,
            "glow": palette.glow,
            "ground": palette.ground,
            "raised": palette.raised,
            "raised-ink": palette.raised_ink,
            "scrollbar": palette.frame,
            "scrollbar-hover": palette.soft,
            "scrollbar-active": palette.glow,
            "scrollbar-background": palette.ground,
            "scrollbar-background-hover": palette.ground,
            "scrollbar-background-active": palette.ground,
            "scrollbar-corner-color": palette.ground,
            "footer-background": palette.ground,
            "block-cursor-foreground": palette.raised_ink,
            "block-cursor-background": palette.raised,
            "block-cursor-text-style": "bold",
            "input-cursor-background": palette.ink,
            "input-cursor-foreground": palette.ground,
            "input-selection-background": palette.raised,
        },
    )

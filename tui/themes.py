"""The three looks of the app: night, day, and high contrast.

Every text colour stands at 7:1 or more on every ground it is used on (WCAG 2.2, 1.4.6, level AAA); a test
measures the pairs that the screens really draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from textual.theme import Theme


class Palette(NamedTuple):
    """The colours of one look, as `#rrggbb`."""

    name: str
    label: str
    dark: bool
    ground: str
    """Behind everything."""
    ink: str
    """Prompts and choices."""
    soft: str
    """Hints and other quiet text."""
    glow: str
    """Keys, the bell's visual twin, the light in the gap."""
    raised: str
    """Behind the choice one stands on."""
    raised_ink: str
    leaf: str
    """The door; never behind text."""
    frame: str


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


def theme(palette: Palette) -> Theme:
    """The Textual theme of a palette; its own variables are what the style sheet uses."""
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

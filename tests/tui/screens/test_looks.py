"""Every pair of colours that is drawn as text, measured on the drawn screen itself."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest
from rich.color import Color, ColorType
from rich.segment import Segment

from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import Stage, on_stage
from tui.app import Opening
from tui.settings import Settings
from tui.terminal.colours import CONSOLE, Depth
from tui.themes import PALETTES

PICTURE = frozenset("▀▄█")
"""The door; it says nothing that is not said in words as well."""
BARS = frozenset("▁▂▃▅▆▇▔")
"""Ends of a scroll bar."""

AAA = 7.0
"""WCAG 2.2, 1.4.6."""


def shown(colour: Color, *, ground: bool = False) -> Color:
    """A colour as a terminal shows it; the sixteen as on a Linux console, which has no bright grounds."""
    if colour.type is not ColorType.STANDARD:
        return colour
    number = colour.number or 0
    return Color.parse(f"#{CONSOLE[number % 8 if ground else number]}")


def luminance(colour: Color) -> float:
    """Relative luminance of WCAG 2.2."""

    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = colour.get_truecolor()
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)


@cache
def contrast(one: Color, other: Color) -> float:
    """Contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def faint(segments: list[Segment]) -> Iterator[str]:
    """Text that stands out too little, and text in a way of its own: blinking, reversed, dimmed."""
    for text, style, control in segments:
        if control or not text.strip() or set(text.strip()) <= PICTURE | BARS:
            continue
        assert style is not None, f"{text!r} has no colours of its own"
        assert style.color is not None, text
        assert style.bgcolor is not None, text
        ink, ground = (style.bgcolor, style.color) if style.reverse else (style.color, style.bgcolor)
        if style.bold and ink.type is ColorType.STANDARD and ink.number is not None:
            ink = Color.from_ansi(ink.number % 8 + 8)  # what bold makes of it
        colours = shown(ink), shown(ground, ground=True)
        if contrast(*colours) < AAA or style.blink or style.blink2 or style.dim:
            yield f"{text!r} {style}"


SCREENS: dict[str, tuple[str, ...]] = {
    "library": ("escape",),
    "extras": ("e",),
    "small": ("1",),
    "settings": ("escape", "comma"),
    "a setting": ("down", "k"),
    "search": ("escape", "slash"),
    "searched": ("z",),
    "marked": ("escape", "down", "down"),
    "page": ("enter",),
    "track": ("d", "w"),
    "notice": ("enter",),
    "beat": ("enter", "+"),
    "quiet": ("enter",),
    "paused": ("space",),
    "help": ("h",),
    "keys": ("escape", "question_mark"),
    "palette": ("escape", "ctrl+p"),
    "palette, marked": ("down", "down"),
    "palette, found": ("l", "o"),
    "palette, not found": ("z", "z"),
    "check-in": ("escape", "space", "n", "s", "enter", "enter", "enter"),
    "answer": ("n", "down"),
    "coat": ("1",),
    "menu": ("c",),
    "entry": ("down", "down"),
    "rest": ("0",),
    "halted": ("f",),
    "company": ("2",),
    "floor": ("escape", "1"),
}
"""A walk through the app: each screen is the one before it and these keys."""


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("look", PALETTES)
async def test_every_text_stands_out_on_every_screen(look: str, depth: Depth) -> None:
    async with on_stage(Opening(settings=Settings(theme=look)), size=(100, 32), depth=depth) as stage:
        pages = set()
        for screen, keys in SCREENS.items():
            await stage.press(*keys)
            stage.app.say("A line over the page.") if screen in {"page", "menu"} else None
            await stage.settle()
            pages.add((type(stage.app.screen).__name__, stage.app.screen.id))
            assert not list(faint(stage.segments())), f"{screen} in {look}, {depth.name}"
        assert len(pages) == 11


def test_the_measure_finds_what_is_too_faint() -> None:
    grey = Segment.apply_style([Segment("text")], None)
    from rich.style import Style  # noqa: PLC0415  # beside its only use

    assert contrast(Color.parse("#ffffff"), Color.parse("#000000")) == pytest.approx(21)
    assert list(faint([Segment("text", Style.parse("#777777 on #ffffff"))]))
    assert list(faint([Segment("text", Style.parse("blink #000000 on #ffffff"))]))
    assert not list(faint([Segment("text", Style.parse("#000000 on #ffffff"))]))
    assert grey


async def test_without_colours_everything_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with on_stage() as stage:
        await stage.press("home")
        only_greys(stage)
        assert not list(faint(stage.segments()))
        assert any(line.lstrip("▀ ").startswith("›  1") or "› 1" in line for line in stage.lines())  # noqa: RUF001  # the mark
        await stage.begin(TWO_TRACKS)
        for keys in ((), ("n",), ("down",), ("c",)):
            await stage.press(*keys)
            only_greys(stage)
            assert not list(faint(stage.segments()))


def only_greys(stage: Stage) -> None:
    for _, style, _ in stage.segments():
        for colour in (style.color, style.bgcolor) if style else ():
            if colour is not None:
                assert len(set(colour.get_truecolor())) == 1

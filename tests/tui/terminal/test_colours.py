"""Which colours a terminal has, and that the looks are met exactly in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from textual.color import Color as Ground

from tui.terminal.colours import CONSOLE, Depth, FewerColours, nearest
from tui.terminal.colours import depth_of as depth
from tui.themes import Palette, palettes

BYTES = st.integers(0, 255)


@pytest.mark.parametrize(
    ("environment", "found"),
    [
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, Depth.FULL),
        ({"TERM": "xterm-256color", "COLORTERM": "24bit"}, Depth.FULL),
        ({"TERM": "xterm-256color", "COLORTERM": "yes"}, Depth.MANY),
        ({"TERM": "xterm-256color"}, Depth.MANY),
        ({"TERM": "tmux-256color"}, Depth.MANY),
        ({"TERM": "xterm-direct"}, Depth.FULL),
        ({"TERM": "alacritty"}, Depth.FULL),
        ({"TERM": "linux"}, Depth.FEW),
        ({"TERM": "xterm"}, Depth.FEW),
        ({}, Depth.FEW),
        ({"TERM": "linux", "TEXTUAL_COLOR_SYSTEM": "256"}, Depth.MANY),
        ({"TERM": "linux", "TEXTUAL_COLOR_SYSTEM": "auto"}, Depth.FEW),
    ],
)
def test_a_terminal_is_known_by_its_names(environment: dict[str, str], found: Depth) -> None:
    assert depth(environment) is found


def colours(palette: Palette) -> list[str]:
    """Every colour of a look."""
    return [part for part in (*palette, *palette.picture) if isinstance(part, str) and part.startswith("#")]


@pytest.mark.parametrize("few", [Depth.MANY, Depth.FEW])
def test_every_colour_of_a_look_is_one_that_the_terminal_has(few: Depth) -> None:
    for palette in palettes(few).values():
        assert len(palette.picture) == len("fdepsk12345")
        for colour in colours(palette):
            found = nearest(Color.parse(colour).get_truecolor(), few)
            number = found.number
            assert number is not None
            same = f"#{CONSOLE[number]}" if few is Depth.FEW else found.get_truecolor().hex
            assert same == colour


def test_the_looks_have_the_same_names_at_each_depth() -> None:
    names = [tuple((p.name, p.label, p.dark) for p in palettes(each).values()) for each in Depth]
    assert len(set(names)) == 1


@given(BYTES, BYTES, BYTES)
def test_grey_stays_grey_among_256_and_the_terminals_own_sixteen_are_left_alone(
    r: int, g: int, b: int
) -> None:
    assert (nearest(ColorTriplet(r, g, b), Depth.MANY).number or 0) >= 16
    red, green, blue = nearest(ColorTriplet(r, r, r), Depth.MANY).get_truecolor()
    assert red == green == blue


def test_bold_black_is_drawn_plain_where_it_would_be_grey() -> None:
    (drawn,) = FewerColours(Depth.FEW).apply(
        [Segment("q", Style.parse("bold #000000 on #aaaaaa"))], Ground(0, 0, 0)
    )
    assert drawn.style is not None
    assert not drawn.style.bold
    (kept,) = FewerColours(Depth.FEW).apply(
        [Segment("q", Style.parse("bold #ffffff on #000000"))], Ground(0, 0, 0)
    )
    assert kept.style is not None
    assert kept.style.bold

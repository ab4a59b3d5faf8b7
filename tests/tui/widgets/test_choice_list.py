"""The list of answers as a widget: what it draws, and what keys and the mouse do in it."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from textual.app import ComposeResult
from textual.geometry import Size

from tests.fakes.stage import Stage, on_stage
from tui.screens.base import Page
from tui.screens.landing import Landing
from tui.screens.session import SessionPage
from tui.widgets.choices import CUT, MARK, ChoiceList
from tui.widgets.rows import Rows


class Thing(NamedTuple):
    """Something to list."""

    label: str
    hint: str = ""
    key: str = ""
    also: str = ""


class Listing(Page[None]):
    """A page with a list and nothing else."""

    CSS_PATH = None

    def compose(self) -> ComposeResult:
        yield ChoiceList()


async def listing(stage: Stage, *lines: Thing) -> ChoiceList:
    """A list of these on the screen."""
    await stage.app.push_screen(Listing())
    await stage.settle()
    stage.answers.offer(lines)
    await stage.settle()
    return stage.answers


MANY = tuple(Thing(f"Thing {number}", f"{number} min") for number in range(10_000))


def row_of(stage: Stage, words: str) -> str:
    (row,) = (line for line in stage.lines() if words in line)
    return row


async def test_of_ten_thousand_lines_only_those_in_sight_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage(size=(80, 24)) as stage:
        drawn: list[int] = []
        row = Rows.row

        def counted(rows: Rows, at: int, width: int, *, marked: bool) -> object:
            drawn.append(at)
            return row(rows, at, width, marked=marked)

        monkeypatch.setattr(Rows, "row", counted)
        await listing(stage, *MANY)
        assert 0 < len(set(drawn)) <= 24
        drawn.clear()
        await stage.press("end")
        assert set(drawn) <= {0, *range(9_900, 10_000)}
        assert row_of(stage, "Thing 9999").split() == [MARK, "Thing", "9999", "9999", "min"]
        drawn.clear()
        await stage.press("up")
        assert set(drawn) <= {9_998, 9_999}, "more was drawn than had changed"


async def test_arrows_go_round_and_pages_stop_at_the_ends() -> None:
    async with on_stage(size=(80, 24)) as stage:
        answers = await listing(stage, *MANY[:60])
        assert stage.answers.highlighted is None
        for key, at in (("up", 59), ("down", 0), ("up", 59), ("home", 0), ("pageup", 0), ("end", 59)):
            await stage.press(key)
            assert answers.highlighted == at, key
        in_sight = answers.scrollable_content_region.height
        await stage.press("pageup")
        assert answers.highlighted == 59 - in_sight
        await stage.press("pagedown", "pagedown")
        assert answers.highlighted == 59
        answers.offer(MANY[:60])
        await stage.press("pagedown")
        assert answers.highlighted == 59


async def test_an_empty_list_takes_every_key() -> None:
    async with on_stage() as stage:
        answers = await listing(stage)
        await stage.press("up", "down", "home", "end", "pageup", "pagedown", "enter")
        assert answers.highlighted is None
        assert stage.is_on(Listing)


async def test_a_click_takes_the_line_below_it_also_where_the_list_is_scrolled() -> None:
    async with on_stage(size=(40, 12)) as stage:
        await stage.press("end")
        answers = stage.answers
        label = stage.labels[-1]
        assert answers.scroll_offset.y > 0
        y = next(at for at in range(answers.size.height) if label in answers.render_line(at).text)
        await stage.pilot.click(answers, offset=(6, y))
        await stage.settle()
        assert stage.is_on(SessionPage)
        assert stage.shows(label)


async def test_below_the_last_line_a_click_takes_nothing() -> None:
    async with on_stage(size=(80, 24)) as stage:
        answers = await listing(stage, Thing("one"), Thing("other"))
        answers.styles.height = 20
        await stage.settle()
        await stage.pilot.click(answers, offset=(6, 18))
        await stage.settle()
        assert stage.is_on(Listing)
        assert answers.highlighted is None


async def test_the_mouse_shows_what_a_click_would_take_and_leaves_no_trace() -> None:
    async with on_stage(size=(80, 24)) as stage:
        before = [list(strip) for strip in stage.strips()]
        title = stage.labels[2]
        at = next(number for number, line in enumerate(stage.lines()) if title in line)
        await stage.pilot.hover(stage.answers, offset=(6, at - stage.answers.region.y))
        await stage.settle()
        assert [row for row, strip in enumerate(stage.strips()) if list(strip) != before[row]] == [at]
        assert stage.answers.highlighted == 0
        assert MARK not in stage.lines()[at]
        await stage.pilot.hover("Foot")
        await stage.settle()
        assert [list(strip) for strip in stage.strips()] == before


@pytest.mark.parametrize(
    "label",
    ["A title that goes on and on and on, longer than any window", "長い題名" * 20],
    ids=("narrow", "wide"),
)
async def test_what_is_too_wide_is_cut_with_a_sign(label: str) -> None:
    async with on_stage(size=(40, 12)) as stage:
        answers = await listing(stage, Thing(label), Thing("short"))
        row = answers.render_line(0)
        assert row.text.rstrip().endswith(CUT)
        assert row.cell_length == answers.scrollable_content_region.width
        assert CUT not in answers.render_line(1).text


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        (Size(80, 24), ["a  one         a hint", "b  the other   a rather long hint"]),
        (Size(32, 24), ["a  one", "a hint", "b  the other", "a rather long hint"]),
        (Size(32, 12), ["a  one", "b  the other"]),
    ],
)
def test_hints_stand_beside_or_below_or_nowhere(page: Size, shown: list[str]) -> None:
    laid = Rows((Thing("one", "a hint", "a"), Thing("the other", "a rather long hint", "b")), page)
    assert ["".join(laid.row(at, page.width, marked=False)).strip() for at in range(len(laid.of))] == shown


def test_a_long_label_is_cut_before_a_short_hint() -> None:
    laid = Rows(
        (Thing("a label that is longer than there is room for", "10 min"), Thing("b", "1 min")), (40, 12)
    )
    rows = ["".join(laid.row(at, 40, marked=False)) for at in (0, 1)]
    assert rows == ["      a label that is longer…   10 min", "      b                         1 min"]


async def test_a_list_follows_the_window_and_keeps_the_marked_line_in_sight() -> None:
    async with on_stage(size=(120, 40)) as stage:
        await stage.press("end")
        label = stage.labels[-1]
        for size in ((40, 12), (30, 8), (120, 40), (60, 20)):
            await stage.resize(*size)
            assert row_of(stage, label[: size[0] - 12]).split()[0] == MARK


async def test_the_page_says_that_the_window_is_small_only_while_it_is() -> None:
    async with on_stage(size=(30, 8)) as stage:
        assert stage.shows("A larger window shows more.")
        await stage.resize(80, 24)
        assert not stage.shows("A larger window shows more.")
        await stage.resize(39, 24)
        assert stage.shows("A larger window shows more.")
        await stage.app.push_screen(Landing("That was a minute.", (), ()))
        await stage.settle()
        assert stage.shows("A larger window shows more.")

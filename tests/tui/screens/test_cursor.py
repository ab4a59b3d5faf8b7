"""The cursor of the terminal on every page: on the marked row, in the field, or at what is read first."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest
from textual.widgets import Input

from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import READ, Stage, on_stage, squeezed
from tests.tui.screens.test_everywhere import PLACES, back_to_library, from_library
from tui.app import Opening
from tui.screens.help_lines import HelpRow
from tui.settings import Settings
from tui.widgets.choices import MARK, ChoiceList
from tui.widgets.search_field import SearchField


async def _marked(stage: Stage, *keys: str) -> None:
    await stage.begin(TWO_TRACKS)
    await stage.press(*(keys or ("enter", "enter")), "down", "down")


ALL: dict[str, Callable[[Stage], Awaitable[object]]] = {
    **PLACES,
    "settings": from_library("comma", "down"),
    "search": from_library("slash", "k", "i", "n", "d"),
    "search, moved": from_library("slash", "a", "down"),
    "palette, moved": from_library("ctrl+p", "down", "down"),
    "extras": from_library("e"),
    "extras, marked": from_library("e", "down", "down"),
    "one small thing": from_library("e", "1"),
    "words": from_library("e", "5"),
    "own lines": from_library("underscore"),
    "own lines, marked": from_library("underscore", "down"),
    "help, further down": from_library("h", "down", "down"),
    "check-in, marked": _marked,
    "noticing, marked": lambda stage: _marked(stage, "n"),
    "menu, marked": lambda stage: _marked(stage, "c"),
}


def row_at_the_cursor(stage: Stage) -> str:
    at = stage.app.cursor_position
    return stage.lines()[at.y][at.x :]


def where_one_is(stage: Stage) -> str:
    """The words of the row that is marked; else those that are read first."""
    page = stage.app.screen
    marked = [
        answers.offered[answers.highlighted].label
        for answers in page.query(ChoiceList)
        if answers.display and answers.highlighted is not None
    ]
    if marked:
        return marked[0]
    if isinstance(page.focused, HelpRow) and stage.shows(page.focused.line.name):
        return page.focused.line.name
    return first_read(stage)


def first_read(stage: Stage) -> str:
    for name in ("#prompt", "#line", "#title"):
        for widget in stage.app.screen.query(name):
            if widget.display and str(getattr(widget, "text", "") or getattr(widget, "content", "")):
                return str(getattr(widget, "text", "") or getattr(widget, "content", ""))
    raise AssertionError(f"nothing to read: {stage.lines()}")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_it_stands_where_the_person_is_on_every_page(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        for place, go in ALL.items():
            await go(stage)
            page = stage.app.screen
            here = row_at_the_cursor(stage)
            typing = isinstance(page.focused, Input) and not getattr(page, "off_the_field", False)
            if typing:
                assert isinstance(page.focused, Input)
                assert stage.app.cursor_position == page.focused.cursor_screen_offset, place
            elif place == "extras" and not stage.shows("Beside"):
                assert here.strip(), place
            elif place == "quiet beat":
                assert page.query_one("#prompt").region.contains_point(stage.app.cursor_position)
            else:
                words = where_one_is(stage).split()
                shown = squeezed(here).lstrip(f"{MARK} ")
                key, _, rest = shown.partition(" ")
                assert words[0] in (key, rest.split(" ", 1)[0]), f"{place}: {here!r}, not {words[:4]}"
            await back_to_library(stage)
            if stage.app.screen.query(SearchField):
                await stage.press("escape")


async def test_it_stands_on_the_row_that_the_arrows_lead_to_in_the_palette() -> None:
    async with on_stage() as stage:
        await stage.press("ctrl+p", "down")
        first = stage.app.cursor_position
        await stage.press("down")
        assert stage.app.cursor_position.y > first.y
        assert row_at_the_cursor(stage).strip()
        await stage.press("h")
        field = stage.app.screen.query_one(Input)
        assert stage.app.cursor_position == field.cursor_screen_offset


async def test_it_stands_at_the_notice() -> None:
    async with on_stage(Opening(settings=Settings())) as stage:
        await stage.press("1", "enter")
        assert row_at_the_cursor(stage).startswith("Before you begin")


async def test_it_stands_at_the_line_that_says_there_is_nothing_to_read() -> None:
    async with on_stage() as stage:
        await PLACES["quiet beat"](stage)
        await stage.press("g")
        assert row_at_the_cursor(stage).startswith("This is a quiet moment.")


async def test_g_brings_it_back_from_an_answer_to_the_question() -> None:
    async with on_stage() as stage:
        await PLACES["check-in"](stage)
        at = row_at_the_cursor(stage)
        await stage.press("down")
        assert row_at_the_cursor(stage) != at
        await stage.press("g")
        assert row_at_the_cursor(stage) == at


async def test_g_shows_the_prompt_once_more_and_says_how_to_hear_it() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("g")
        assert stage.shows("Here it is again. Press ! to hear it.")
        assert stage.shows("a1")
        await stage.press("enter")
        assert not stage.shows("Here it is again.")


async def test_g_held_down_makes_no_words_flicker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.screens.stage.FADE_SECONDS", 0.01)
    async with on_stage(Opening(settings=READ.changed(motion=True))) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.app.animator.wait_for_idle()
        styles = stage.player.query_one("#prompt").styles
        assert styles.opacity == 1.0
        for _ in range(10):
            await stage.press("g")
            assert styles.opacity == 1.0
            assert stage.shows("a1")


async def test_g_at_rest_or_in_a_pause_says_what_is_so() -> None:
    async with on_stage() as stage:
        await PLACES["quiet beat"](stage)
        await stage.press("g")
        assert stage.shows("This is a quiet moment.")
        await stage.press("space", "g")
        assert stage.shows("Paused, for as long as you like.")

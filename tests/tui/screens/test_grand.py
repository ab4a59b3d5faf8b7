"""A grand window: nothing is a small island in it, and everything is still whole."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import Stage, on_stage
from tests.tui.screens.test_everywhere import PLACES
from tui.app import Opening
from tui.screens.help import KeyTable
from tui.screens.help_lines import HelpRow
from tui.screens.session import SessionPage
from tui.settings import Settings
from tui.terminal.colours import Depth
from tui.themes import PALETTES
from tui.widgets.choices import ChoiceList
from tui.widgets.foot import Foot
from tui.widgets.masthead import Masthead
from tui.widgets.prompt import Prompt
from tui.widgets.word_block import WordBlock
from tui.windows import GRAND

LARGE = (200, 60)
GROWS = Opening(settings=Settings(notice_read=True, motion=False))
BLOCKS = set("█▀▄▘▝▖▗▌▐▚▞▛▜▙▟")
ASKED = ("noticing", "check-in", "menu after closing", "more of it", "too much", "far away")


def inked(stage: Stage) -> range:
    """The rows from the first to the last that have anything on them, above the foot."""
    foot = stage.app.screen.query_one(Foot)
    rows = [at for at, line in enumerate(stage.lines()[: foot.region.y]) if line.strip()]
    return range(rows[0], rows[-1] + 1)


@pytest.mark.parametrize("size", [GRAND, LARGE])
@pytest.mark.parametrize("place", ASKED)
async def test_a_question_is_large_and_every_answer_is_in_sight(place: str, size: tuple[int, int]) -> None:
    async with on_stage(GROWS, size=size) as stage:
        await PLACES[place](stage)
        assert any(BLOCKS & set(line) for line in stage.lines()[: size[1] // 2]) or size == GRAND
        assert all(stage.shows(label) for label in stage.labels)
        stages = stage.app.screen.query("#stage")
        assert all(each.max_scroll_y == 0 for each in stages)


@pytest.mark.parametrize("place", [*PLACES])
async def test_what_a_page_shows_takes_a_good_part_of_the_window(place: str) -> None:
    async with on_stage(GROWS, size=LARGE) as stage:
        await PLACES[place](stage)
        assert len(inked(stage)) >= LARGE[1] // 5 or stage.shows("space pause")


async def test_lists_have_air_there_which_belongs_to_the_line_above() -> None:
    async with on_stage(GROWS, size=LARGE) as stage:
        await stage.press("e", "down")
        answers = stage.app.screen.query_one(ChoiceList)
        tops = answers._rows.tops
        assert {below - above for above, below in pairwise(tops)} == {2}
        marked = [line for line in stage.lines() if "One small thing" in line]
        assert len(marked) == 1
        assert await stage.pilot.click(answers, offset=(8, tops[1] + 1))
        await stage.settle()
        assert stage.shows("Telling one person")


async def test_words_of_a_block_stand_apart_and_the_arrows_find_them() -> None:
    async with on_stage(GROWS, size=LARGE) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("n", "down", "down")
        block = stage.app.screen.query_one(WordBlock)
        at = stage.app.cursor_position
        assert block.mark_at is not None
        assert at == block.content_region.offset + block.mark_at
        assert stage.lines()[at.y][at.x :].startswith("›4 it slipped my mind")  # noqa: RUF001  # the mark
        assert not stage.lines()[at.y + 1].strip()


async def test_help_lines_and_keys_stand_in_columns_and_are_seen_at_once() -> None:
    async with on_stage(GROWS, size=LARGE) as stage:
        await stage.press("h")
        rows = list(stage.app.screen.query(HelpRow))
        assert len({row.region.x for row in rows}) == 2
        assert stage.app.screen.query_one("#page").max_scroll_y == 0
        for row in rows:
            assert stage.shows(row.line.reach)
            assert stage.shows(row.line.source.split()[-1])
        await stage.press("escape", "question_mark")
        assert stage.app.screen.query_one("#page").max_scroll_y == 0
        table = stage.app.screen.query_one(KeyTable)
        assert len([line for line in stage.lines() if line.strip()]) < len(table.rows(68))


async def test_titles_are_large_there_unless_large_letters_are_not_wanted() -> None:
    async with on_stage(GROWS, size=LARGE) as stage:
        await stage.press("comma")
        assert not stage.shows("Settings")
        assert any(BLOCKS & set(line) for line in stage.lines())
        await stage.resize(120, 40)
        assert stage.shows("Settings")
        await stage.resize(*LARGE)
        assert not stage.shows("Settings")
    async with on_stage(size=LARGE) as stage:
        await stage.press("comma")
        assert stage.shows("Settings")


async def test_a_title_follows_when_large_letters_are_switched() -> None:
    async with on_stage(GROWS, size=LARGE) as stage:
        await stage.press("comma")
        for shown in (True, False):
            stage.app.action_large()
            await stage.settle()
            assert stage.shows("Settings") is shown


@pytest.mark.parametrize("depth", Depth)
@pytest.mark.parametrize("look", PALETTES)
async def test_large_letters_stand_on_the_ground_of_the_page(look: str, depth: Depth) -> None:
    async with on_stage(GROWS, size=LARGE, depth=depth) as stage:
        stage.app.change(theme=look)
        await stage.settle()
        shelf = stage.app.screen.query_one(Masthead).region
        rows = [strip.crop(shelf.x, shelf.right) for strip in stage.strips()[shelf.y : shelf.bottom]]
        lettered = [row for row in rows if BLOCKS & set(row.text)]
        assert len(lettered) > 3
        assert len({part.style.bgcolor for row in lettered for part in row if part.style}) == 1


async def test_a_window_that_shrinks_brings_back_the_close_page() -> None:
    async with on_stage(GROWS, size=LARGE) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("n")
        question = stage.player.query_one("#prompt", Prompt).text
        assert not stage.shows(question)
        await stage.resize(80, 24)
        assert stage.shows(question)
        assert all(stage.shows(label) for label in stage.labels)


async def test_the_page_of_a_session_is_seen_whole() -> None:
    async with on_stage(GROWS, size=GRAND) as stage:
        await stage.press("6")
        assert isinstance(stage.app.screen, SessionPage)
        assert stage.app.screen.query_one("#stage").max_scroll_y == 0
        assert stage.shows("all settings")

"""The foot: four keys at most and `?`, on one row, on every page."""

from __future__ import annotations

from rich.cells import cell_len

from tests.fakes.stage import on_stage
from tests.tui.screens.test_looks import SCREENS
from tui.app import Opening
from tui.settings import Settings
from tui.widgets.foot import GAP, MOST, NARROW_GAP, Entry, Foot, few, in_rows
from tui.widgets.search_field import SearchField


async def test_every_page_names_four_keys_at_most_and_how_to_see_the_rest_and_to_stop() -> None:
    async with on_stage(Opening(settings=Settings())) as stage:
        for screen, keys in SCREENS.items():
            await stage.press(*keys)
            for foot in stage.app.screen.query(Foot):
                entries = foot._now()
                named = [entry.shown for entry in entries if entry.shown != "?"]
                assert len(named) <= MOST, (screen, entries)
                assert "q" in named, screen
                # In a field it is a character to look for.
                typed = bool(stage.app.screen.query(SearchField))
                assert typed or len(entries) > len(named), screen
                assert len(foot.rows(76)) == 1, (screen, entries)


def test_what_stops_is_never_left_out() -> None:
    entries = [Entry(key, cell_len(key) * "word", key) for key in ("enter", "k", "esc", "h", "?", "q")]
    assert [entry.shown for entry in few(entries)] == ["enter", "k", "esc", "?", "q"]
    assert few(entries[-2:]) == entries[-2:]


def test_a_row_is_spared_by_less_air_and_else_rows_are_about_equally_long() -> None:
    entries = [
        Entry(key, word, key) for key, word in (("esc", "back"), ("?", "keys"), ("h", "lines"), ("q", "stop"))
    ]
    assert in_rows(entries, 80) == ([entries], GAP)
    assert in_rows(entries, 38) == ([entries], GAP)
    assert in_rows(entries, 37) == ([entries], NARROW_GAP)
    assert in_rows(entries, 32) == ([entries[:2], entries[2:]], GAP)


async def test_pages_to_read_have_a_foot_of_one_row_in_the_smallest_window() -> None:
    async with on_stage(size=(40, 12)) as stage:
        for keys in (
            ("question_mark",),
            ("escape", "h"),
            ("escape", "e"),
            ("1",),
            ("escape", "escape", "underscore"),
        ):
            await stage.press(*keys)
            assert stage.lines()[-1].rstrip().endswith("q stop"), keys
            assert "esc back" in stage.lines()[-1], keys


async def test_the_foot_of_the_help_lines_does_not_name_the_key_that_leads_there() -> None:
    async with on_stage() as stage:
        await stage.press("h")
        assert [entry.shown for entry in stage.app.screen.query_one(Foot)._now()] == ["esc", "y", "?", "q"]

"""The foot: four keys at most and `?`, on one row, on every page."""

from __future__ import annotations

from rich.cells import cell_len

from tests.fakes.stage import on_stage
from tests.tui.screens.test_looks import SCREENS
from tui.app import Opening
from tui.settings import Settings
from tui.widgets.foot import MOST, Entry, Foot, few
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

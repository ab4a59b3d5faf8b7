"""The help list on the screen: each entry can be copied, and so can whatever is selected."""

from __future__ import annotations

import pytest
from textual.widgets import Static

from tests.fakes.stage import on_stage
from tui.screens.help_lines import HelpRow
from tui.terminal.capabilities import selecting_key
from tui.widgets.rows import MARK
from tui.words import page_lines
from tui.words.help_lines import BUNDLED, load
from tui.words.regions import nearest_first

FIRST, SECOND, *_, LAST = nearest_first(load(BUNDLED), "US")


@pytest.fixture(autouse=True)
def _in_the_united_states(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")


@pytest.mark.parametrize(("moves", "line"), [((), FIRST), (("down",), SECOND), (("down", "up", "up"), FIRST)])
async def test_y_copies_the_entry_one_is_on(moves: tuple[str, ...], line: object) -> None:
    async with on_stage(size=(100, 40)) as stage:
        await stage.press("h", *moves, "y")
        row = next(row for row in stage.app.screen.query(HelpRow) if row.line == line)
        assert f"{MARK} {row.line.name}"[:20] in stage.text
        assert stage.app.clipboard == f"{row.line.name} ({row.line.region}): {row.line.reach}"
        assert stage.shows("Copied.")


async def test_every_entry_can_be_come_to_in_a_small_window() -> None:
    async with on_stage(size=(40, 12)) as stage:
        await stage.press("h", *["down"] * 40, "y")
        assert stage.app.clipboard.endswith(LAST.reach)
        assert stage.shows("own way")


async def test_a_selection_stays_and_ctrl_c_copies_it_before_it_leaves() -> None:
    async with on_stage(size=(100, 40)) as stage:
        await stage.press("h")
        row = stage.app.screen.query(HelpRow).first().query(Static).last()
        await stage.pilot.mouse_down(row, offset=(2, 0))
        await stage.pilot.hover(row, offset=(8, 0))
        await stage.pilot.mouse_up(row, offset=(8, 0))
        await stage.settle()
        selected = stage.app.screen.get_selected_text()
        assert selected
        assert selected == FIRST.name[2:9]
        await stage.press("down")
        assert stage.app.screen.get_selected_text() == selected
        await stage.press("ctrl+c")
        assert stage.app.clipboard == selected
        assert stage.app.return_code is None
        assert not stage.app.screen.get_selected_text()
        await stage.press("ctrl+c")
        assert stage.app.return_code == 0


@pytest.mark.parametrize(
    ("environment", "key"),
    [
        ({"TERM": "xterm-256color"}, "Shift"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "iTerm.app"}, "Option"),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, "Fn"),
        ({"TERM": "linux"}, ""),
    ],
)
def test_the_page_names_the_key_that_this_terminal_wants(environment: dict[str, str], key: str) -> None:
    assert selecting_key(environment) == key
    assert key in page_lines.how_to_copy(key)
    assert key in page_lines.copied(key)

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from sessions.engine.state import State
from tests.fakes.stage import DAY, READ, Stage, on_stage
from tui.app import Opening
from tui.screens.library import Library
from tui.screens.pages import NoticePage
from tui.screens.player import PlayerPage
from tui.settings import Settings, load
from tui.words import phrases

NOTICE = "It is not therapy, and it has not been studied."


def files(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


async def answered_to_the_end(stage: Stage) -> None:
    """Let a whole session pass; every question is skipped."""
    for _ in range(20):
        if not isinstance(stage.app.screen, PlayerPage):
            return
        await stage.passes(900)
        await stage.press("s")
    raise AssertionError("this session never ends")


def test_the_notice_is_short() -> None:
    assert len(" ".join(phrases.FIRST_NOTICE).split()) <= 120


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (250, 70)])
async def test_a_fresh_profile_meets_the_notice_before_the_first_session(size: tuple[int, int]) -> None:
    async with on_stage(Opening(), size=size) as stage:
        await stage.press("1", "enter")
        assert stage.is_on(NoticePage)
        assert stage.alarm.due is None
        before = stage.lines()
        await stage.passes(DAY)
        assert stage.lines() == before
        read = stage.text
        for _ in range(30):
            await stage.press("down")
            read += " " + stage.text
        for paragraph in phrases.FIRST_NOTICE:
            assert all(word in read for word in paragraph.split())


async def test_escape_goes_back_and_the_notice_comes_again(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    async with on_stage(Opening(settings_file=file)) as stage:
        await stage.press("1", "enter", "escape")
        assert stage.is_on(Library)
        await stage.press("1", "enter")
        assert stage.is_on(NoticePage)
        await stage.press("enter")
        assert stage.is_on(PlayerPage)
        assert not file.exists()


async def test_enter_goes_on_and_the_notice_is_not_shown_twice_in_a_sitting() -> None:
    async with on_stage(Opening()) as stage:
        await stage.press("1", "enter", "enter", "t", "1", "enter", "1", "enter")
        assert stage.is_on(PlayerPage)


async def test_k_alone_writes_the_settings_file(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    async with on_stage(Opening(settings_file=file)) as stage:
        await stage.press("1", "enter")
        assert not file.parent.exists()
        await stage.press("k")
        assert stage.is_on(PlayerPage)
    assert load(file) == Settings(notice_read=True)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    async with on_stage(Opening(settings=load(file), settings_file=file)) as stage:
        await stage.press("1", "enter")
        assert stage.is_on(PlayerPage)


async def test_a_settings_file_that_cannot_be_written_is_told_of_and_the_session_begins(
    tmp_path: Path,
) -> None:
    (tmp_path / "config").write_text("a file where a folder should be")
    async with on_stage(Opening(settings_file=tmp_path / "config" / "settings.toml")) as stage:
        await stage.press("1", "enter", "k")
        assert stage.is_on(PlayerPage)
        assert stage.shows("could not be written")


async def test_a_whole_session_leaves_no_file(home: Path) -> None:
    before = files(home)
    opening = Opening(settings_file=home / "config" / "ajar" / "settings.toml")
    async with on_stage(opening) as stage:
        await stage.press("1", "+", "-", "enter", "enter", "v", "n", "6", "enter", "h", "escape", "space")
        await answered_to_the_end(stage)
        await stage.press("enter", "q")
    assert files(home) == before


async def test_the_notice_can_be_read_again_from_the_palette() -> None:
    async with on_stage() as stage:
        await stage.begin("one-breath")
        await stage.press("ctrl+p", *"notice", "enter")
        await stage.settle()
        assert stage.shows(NOTICE)
        assert stage.is_in(State.PAUSED)
        await stage.press("k")
        assert stage.shows(NOTICE)
        await stage.press("escape")
        assert stage.is_on(PlayerPage)
        assert stage.shows("Paused")


async def test_keep_these_writes_what_was_changed_by_hand(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    async with on_stage(Opening(settings=READ, settings_file=file)) as stage:
        await stage.press("1", "w", "v", "ctrl+p", *"keep these", "enter")
        await stage.settle()
    assert load(file) == Settings(manual=True, theme="ajar-day")

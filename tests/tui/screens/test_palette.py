"""The palette finds pages, sessions and settings by their names, and says where it finds nothing."""

from __future__ import annotations

from threading import Event

import pytest

from sessions.library.catalogue import Entry
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import READ, on_stage
from tests.patience import PATIENCE
from tui.app import Opening
from tui.run.performance import Performance
from tui.screens.library import Library
from tui.screens.palette import Found, Palette, found_among
from tui.screens.session import SessionPage
from tui.screens.settings import SettingsPage
from tui.settings import Settings
from tui.shelves import Shelves
from tui.words import page_lines
from tui.words.setting_words import ABOUT


def found(label: str, hint: str = "", head: str = "") -> Found:
    return Found(label, hint, lambda: None, head)


async def test_it_lists_everything_by_kind_until_something_is_typed() -> None:
    async with on_stage(size=(80, 60)) as stage:
        sessions = [entry.title for entry in stage.app._library().entries]
        await stage.press("ctrl+p")
        assert {"Settings", "Help lines", *sessions} <= set(stage.labels)
        assert [line.head for line in stage.answers.offered if isinstance(line, Found) and line.head] == [
            "Pages", "Sessions", "Settings",
        ]  # fmt: skip
        assert len(stage.answers.offered) >= len(sessions) + len(Settings.__match_args__)


async def test_a_session_is_found_and_its_page_opens() -> None:
    async with on_stage() as stage:
        await stage.press("ctrl+p", *"green thing")
        assert stage.labels == ["Something Green"]
        await stage.press("enter")
        assert stage.is_on(SessionPage)
        assert stage.shows("Something Green")


async def test_a_setting_is_found_and_stood_on() -> None:
    async with on_stage() as stage:
        await stage.press("ctrl+p", *"soft", "enter")
        assert stage.is_on(SettingsPage)
        assert stage.shows(ABOUT["tick"])


async def test_nothing_found_is_said_and_enter_does_nothing_then() -> None:
    async with on_stage(size=(40, 12)) as stage:
        await stage.press("ctrl+p", *"zzz")
        assert stage.shows(page_lines.NOTHING_BY_THAT_NAME)
        await stage.press("enter", "down")
        assert stage.is_on(Palette)
        await stage.press("escape")
        assert stage.is_on(Library)


async def test_after_too_much_no_session_is_put_forward() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("t", "ctrl+p")
        assert "Help lines" in stage.labels
        assert not set(stage.labels) & {entry.title for entry in stage.app._library().entries}


async def test_over_a_session_it_does_not_wait_for_a_folder_that_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = Event()
    listed = Shelves.entries

    def slow(shelves: Shelves) -> list[Entry]:
        answers.wait(PATIENCE)
        return list(listed(shelves))

    monkeypatch.setattr(Shelves, "entries", slow)
    async with on_stage(Opening(settings=READ, play=Performance(TWO_TRACKS, "two-tracks"))) as stage:
        await stage.press("ctrl+p")
        assert "Help lines" in stage.labels
        assert "Something Green" not in stage.labels
        answers.set()
        library = stage.app._library()
        assert library.entries_within(PATIENCE)
        await stage.press("escape", "ctrl+p")
        assert "Something Green" in stage.labels


async def test_it_is_named_at_the_foot_of_the_library() -> None:
    for size in ((40, 12), (80, 24), (120, 40)):
        async with on_stage(Opening(settings=READ), size=size) as stage:
            assert stage.shows("ctrl-p find")


def test_what_is_called_so_comes_before_what_only_has_the_words() -> None:
    everything = [found("Books", "words to read"), found("Two words"), found("Swordfish"), found("Words")]
    assert [each.label for each in found_among(everything, "word")] == [
        "Words", "Two words", "Swordfish", "Books",
    ]  # fmt: skip
    assert not found_among(everything, "nothing")

from __future__ import annotations

import pytest

from sessions.model import Session
from sessions.written import Track
from tests.fakes.bells import Recorded
from tests.fakes.stage import READ, Stage, bundled, on_stage
from tui.app import Opening
from tui.screens.library import Library
from tui.screens.player import PlayerPage
from tui.screens.session import SessionPage
from tui.settings import Settings
from tui.widgets.choices import MARK

SESSION = bundled("one-breath")


async def open_page(stage: Stage, session: Session = SESSION, *, hide_direct: bool = False) -> SessionPage:
    page = SessionPage(session, stage.app.settings, hide_direct=hide_direct, change=stage.app.change)
    await stage.app.push_screen(page)
    await stage.settle()
    return page


def marked(stage: Stage) -> str:
    (line,) = (line for line in stage.lines() if line.lstrip().startswith(MARK))
    return line


def setting(stage: Stage, name: str) -> str:
    (line,) = (line for line in stage.lines() if f"  {name}  " in line)
    return line.split(f"  {name}  ")[1].strip()


@pytest.mark.parametrize(
    ("keys", "track"),
    [
        ("", None),
        ("d", Track.DIRECT),
        ("i", Track.INDIRECT),
        ("d a", None),
        ("down", Track.DIRECT),
        ("up", Track.INDIRECT),
        ("up up", Track.DIRECT),
        ("down down down", None),
    ],
)
async def test_enter_begins_with_just_what_is_marked(keys: str, track: Track | None) -> None:
    async with on_stage() as stage:
        await stage.press("1", *keys.split())
        words = {None: "ask me on the way", Track.DIRECT: "kind words", Track.INDIRECT: "senses"}
        assert f"  {words[track]} " in marked(stage)
        await stage.press("enter")
        assert stage.is_on(PlayerPage)
        assert stage.player.performance.track is track
        assert stage.player.performance.pace == 1.0
        assert stage.player.performance.name == "one-breath"


@pytest.mark.parametrize("hidden", [True, False])
async def test_without_a_direct_track_none_is_offered(hidden: bool) -> None:  # noqa: FBT001  # a case of the test
    session = SESSION if hidden else SESSION.changed(direct=())
    async with on_stage() as stage:
        await open_page(stage, session, hide_direct=hidden)
        assert stage.labels == ["senses"]
        await stage.press("d", "a", "up", "down")
        assert "senses" in marked(stage)


async def test_the_page_says_what_and_how_long_and_waits() -> None:
    async with on_stage() as stage:
        await stage.press("1")
        assert stage.shows("Room for One Breath 1 min")
        assert stage.shows(SESSION.about)
        before = stage.lines()
        await stage.passes(86_400)
        assert stage.lines() == before


async def test_the_bell_is_off_and_is_heard_once_when_it_is_turned_on(players: list[Recorded]) -> None:
    async with on_stage() as stage:
        await stage.press("1")
        assert setting(stage, "bell") == "off"
        assert players == []
        await stage.press("r")
        assert players[0].asked == [("bowl", 1)]
        assert setting(stage, "bell") == "on"
        await stage.press("r", "r")
        assert players[0].asked == [("bowl", 1)] * 2


async def test_pace_is_slowed_up_to_ten_times_or_made_manual() -> None:
    async with on_stage() as stage:
        await stage.press("1")
        assert setting(stage, "pace") == "usual"
        await stage.press("+")
        assert setting(stage, "pace") == "1.5 times as long"
        await stage.press(*"++++++++")
        assert setting(stage, "pace") == "10 times as long"
        await stage.press("w")
        assert setting(stage, "wait for me") == "on"
        assert setting(stage, "pace") == "by hand: Enter goes on"
        await stage.press("enter")
        assert stage.player.performance.pace is None
        assert stage.alarm.due is None


async def test_ten_times_slower_lasts_ten_times_as_long() -> None:
    async with on_stage() as stage:
        await stage.press("1", *"+++++++", "enter")
        first = stage.lines()
        await stage.passes(79.9)
        assert stage.lines() == first
        await stage.passes(0.2)
        assert stage.lines() != first


async def test_a_faster_pace_has_an_end_too() -> None:
    async with on_stage() as stage:
        await stage.press("1", *"------")
        assert setting(stage, "pace") == "0.5 times as long"
        await stage.press("w", "-")
        assert setting(stage, "wait for me") == "off"


async def test_what_was_set_on_one_page_holds_on_the_next_and_is_not_written() -> None:
    async with on_stage() as stage:
        await stage.press("1", "+", "w", "escape")
        assert stage.is_on(Library)
        await stage.press("2")
        assert setting(stage, "wait for me") == "on"
        assert not stage.app.opening.settings.manual


async def test_the_look_chosen_on_the_page_stays_when_the_session_begins() -> None:
    async with on_stage() as stage:
        await stage.press("1", "v", "enter")
        assert stage.app.theme == "ajar-day"
        await stage.press("v")
        assert stage.app.theme == "ajar-contrast"


async def test_remembered_choices_are_there_at_the_start() -> None:
    settings = Settings(notice_read=True, bell_indirect=True, pace=2.0, theme="ajar-day")
    async with on_stage(Opening(settings=settings.changed(bell=True, sound="silent"))) as stage:
        await stage.press("1")
        assert setting(stage, "bell") == "on"
        assert setting(stage, "pace") == "2 times as long"
        assert stage.app.theme == "ajar-day"
    assert not READ.bell

"""Esc in a session: the list of sessions, and the session waits."""

from __future__ import annotations

import pytest

from sessions.engine.state import State
from tests.fakes.stage import on_stage
from tui.screens.library import Library
from tui.screens.player import PlayerPage


async def test_esc_leads_to_the_sessions_and_one_key_back_to_a_session_that_waited() -> None:
    async with on_stage() as stage:
        player = await stage.begin("hello-guard")
        await stage.passes(5.0)
        await stage.press("escape")
        assert stage.is_on(Library)
        assert stage.shows("esc your session")
        assert stage.is_in(State.PAUSED)
        assert stage.alarm.due is None
        await stage.press("escape")
        assert stage.app.screen is player
        assert stage.is_in(State.PAUSED)
        await stage.press("space")
        assert stage.is_in(State.BEAT)


async def test_a_question_is_still_asked_on_the_way_back() -> None:
    async with on_stage() as stage:
        await stage.begin("hello-guard")
        await stage.until_asked()
        before = stage.labels
        await stage.press("escape", "escape")
        assert stage.labels == before


@pytest.mark.parametrize("keys", [("2", "enter"), ("u",)])
async def test_another_session_takes_the_place_of_the_one_that_waits(keys: tuple[str, ...]) -> None:
    async with on_stage() as stage:
        first = await stage.begin("hello-guard")
        await stage.press("escape", *keys)
        assert stage.player is not first
        assert sum(isinstance(page, PlayerPage) for page in stage.app.screen_stack) == 1
        assert stage.is_in(State.BEAT)


async def test_after_too_much_esc_ends_the_session_and_the_list_opens_on_the_floor() -> None:
    async with on_stage() as stage:
        await stage.begin("hello-guard")
        await stage.press("t", "escape")
        assert stage.is_on(Library)
        assert not any(isinstance(page, PlayerPage) for page in stage.app.screen_stack)
        number = stage.answers.highlighted
        assert number is not None
        assert stage.labels[number] == "Floor Under You"

"""Time on the screen: sleeps, stalls, stops and changed clocks neither jump a session nor hurry it."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest
from textual import events

from sessions.engine.state import State
from tests.fakes.outlet import HeldOutlet
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import DAY, Stage, on_stage
from tui.terminal.outlet import AWAY
from tui.words import lines
from tui.words import seeds as turns


def outlet_of(stage: Stage) -> HeldOutlet:
    """The terminal, in the hands of the test; to be taken before a session begins."""
    outlet = HeldOutlet(stage.clock)
    stage.app.outlet = outlet
    return outlet


def assert_paused_at(stage: Stage, prompt: str) -> None:
    """Paused with the note, at this prompt, and nothing will move it."""
    assert stage.is_in(State.PAUSED)
    assert stage.shows(lines.AWAY)
    assert stage.shows(prompt)
    assert stage.alarm.due is None


async def test_a_stalled_terminal_finds_the_prompt_it_did_not_take_paused_and_whole() -> None:
    async with on_stage() as stage:
        outlet = outlet_of(stage)
        await stage.begin(TWO_TRACKS)
        await stage.passes(10)
        outlet.hold()
        await stage.passes(60)
        assert_paused_at(stage, "a2")
        outlet.let_go()
        await stage.press("space")
        assert stage.alarm.due == stage.clock.now() + 10


async def test_a_stall_that_ends_within_a_beat_is_told_at_its_end() -> None:
    async with on_stage() as stage:
        outlet = outlet_of(stage)
        await stage.begin(TWO_TRACKS)
        outlet.hold()
        await stage.passes(AWAY + 1)
        assert outlet.let_go()
        stage.app.app_resume_signal.publish(stage.app)
        await stage.settle()
        assert_paused_at(stage, "a1")
        await stage.press("space")
        assert stage.alarm.due == stage.clock.now() + 10


async def test_a_stall_in_the_library_is_no_matter_for_the_session() -> None:
    async with on_stage() as stage:
        outlet = outlet_of(stage)
        outlet.hold()
        await stage.passes(60)
        outlet.let_go()
        await stage.begin(TWO_TRACKS)
        await stage.passes(3)
        assert stage.is_in(State.BEAT)


async def slept_within_a_beat(stage: Stage) -> None:
    await stage.begin(TWO_TRACKS)
    await stage.passes(3)
    stage.clock.sleep(3600)
    await stage.settle()
    assert stage.is_in(State.BEAT), "nothing looks at the time while the computer sleeps"


@pytest.mark.parametrize("key", ["x", "f5", "p", "enter", "b", "l", "space", "v"])
async def test_the_first_key_after_a_sleep_finds_the_pause_and_does_not_lift_it(key: str) -> None:
    async with on_stage() as stage:
        await slept_within_a_beat(stage)
        await stage.press(key)
        if key == "v":  # that one is the app's, and the session goes on beneath it
            await stage.press("x")
        assert stage.is_in(State.PAUSED)
        assert stage.shows("a1")
        assert stage.shows(lines.AWAY)
        await stage.press("space")
        assert stage.alarm.due == stage.clock.now() + 7


async def test_a_window_that_is_looked_at_again_after_a_sleep_finds_the_pause() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        stage.app.post_message(events.AppBlur())
        await stage.passes(3)
        stage.clock.sleep(3600)
        stage.app.post_message(events.AppFocus())
        await stage.settle()
        assert_paused_at(stage, "a1")


async def test_a_window_that_is_looked_at_again_changes_nothing_else() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        stage.app.post_message(events.AppBlur())
        await stage.passes(3)
        due = stage.alarm.due
        stage.app.post_message(events.AppFocus())
        await stage.settle()
        assert stage.is_in(State.BEAT)
        assert stage.alarm.due == due


async def test_a_day_of_pause_leaves_the_beat_the_rest_of_its_time() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.passes(4)
        await stage.press("space")
        await stage.passes(DAY)
        stage.clock.sleep(DAY)
        assert stage.shows(lines.PAUSED)
        await stage.press("space")
        assert stage.is_in(State.BEAT)
        assert stage.alarm.due == stage.clock.now() + 6
        await stage.passes(6)
        assert stage.shows("a2")


async def test_a_wall_clock_that_jumps_moves_no_session(monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.passes(3)
        due, before = stage.alarm.due, stage.lines()
        for moment in (0.0, 4e9):
            monkeypatch.setattr(time, "time", lambda moment=moment: moment)
            stage.app.app_resume_signal.publish(stage.app)
            await stage.press("x")
            assert stage.lines() == before
            assert stage.alarm.due == due
        await stage.passes(7)
        assert stage.shows("a2")


def test_a_wall_clock_decides_only_in_which_words_something_is_said() -> None:
    early, late = (turns.seed_at(datetime.fromtimestamp(moment, UTC)) for moment in (0.0, 4e9))
    assert (early, late) == (0, 4_000_000_000 // 60 + 4_000_000_000 // 86_400)

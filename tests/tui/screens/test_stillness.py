"""Nothing moves, nothing counts down (care guide rules 14 and 15)."""

from __future__ import annotations

import asyncio
import re

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from sessions.engine.state import State
from sessions.written import Track
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import Stage, on_stage
from tui.app import Opening
from tui.environment import MOTION
from tui.screens.stage import in_steps
from tui.settings import Settings
from tui.widgets.company import BRIGHT, RESTING, STILL, Company
from tui.widgets.prompt import Prompt


@pytest.fixture
def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Things may move, as they do where nobody says otherwise."""
    monkeypatch.delenv(MOTION)


NUMBERS = re.compile(r"\d+:\d\d|\d+ ?%|\d+ ?(s|min|sec)\b|\d+/\d+")
BARS = set("█▉▊▋▌▍▎▏━─═░▒▓#|⠁⣿◐◓◑◒")


async def test_a_session_shows_no_clock_no_percentage_and_no_bar() -> None:
    async with on_stage() as stage:
        await stage.begin("one-breath", Track.INDIRECT)
        seen = set()
        for _ in range(20):
            seen.add(stage.state)
            assert not NUMBERS.search(stage.text), stage.text
            assert not BARS & set(stage.text)
            if stage.is_in(State.BEAT):
                await stage.passes(60)
            elif stage.player.runner.engine.run.bookmark:
                await stage.press("s")
            else:
                break
        assert seen >= {State.BEAT, State.CHECK_IN}


class Writes:
    """Counts what reaches the terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.count = 0
        self.text = ""
        monkeypatch.setattr(HeadlessDriver, "write", self.write)

    def write(self, data: str) -> None:
        self.count += 1
        self.text += data


async def a_while(stage: Stage, writes: Writes) -> int:
    """What is written in a real moment in which nothing is due."""
    await stage.settle()
    await asyncio.sleep(0.05)
    before = writes.count
    for _ in range(6):
        await asyncio.sleep(0.05)
        await stage.passes(0.5)
    return writes.count - before


async def test_nothing_is_drawn_between_two_cues(monkeypatch: pytest.MonkeyPatch) -> None:
    async with on_stage() as stage:
        writes = Writes(monkeypatch)
        monkeypatch.setattr(type(stage.app), "_display", displayed(type(stage.app)._display, writes))
        await stage.begin(TWO_TRACKS)
        assert writes.count > 0, "drawing is not counted"
        assert await a_while(stage, writes) == 0
        await stage.passes(10)
        assert await a_while(stage, writes) == 0
        await stage.press("n")
        assert await a_while(stage, writes) == 0
        await stage.press("ctrl+p")
        assert await a_while(stage, writes) == 0, "the palette moves by itself"


def displayed(display: object, writes: Writes) -> object:
    """Counts frames on their way to the driver; a headless driver is handed none."""

    def counted(app: object, screen: object, renderable: object) -> None:
        if renderable is not None:
            writes.count += 1
        display(app, screen, renderable)  # type: ignore[operator]  # a method of the library, taken as it is

    return counted


async def test_without_motion_a_prompt_is_there_at_once() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.passes(10)
        assert stage.player.query_one("#prompt", Prompt).styles.opacity == 1.0
        assert not stage.app._animator._animations
        assert stage.app.animation_level == "none"


async def test_with_motion_a_prompt_may_fade_in_and_the_switch_holds_at_once(moving: None) -> None:  # noqa: ARG001  # it lets things move
    async with on_stage(Opening(settings=Settings(notice_read=True, motion=True))) as stage:
        await stage.begin(TWO_TRACKS)
        assert stage.app.animation_level == "full"
        assert stage.player.query_one("#prompt", Prompt).styles.opacity < 1.0
        (fade,) = stage.app._animator._animations.values()
        assert getattr(fade, "easing") is in_steps  # noqa: B009  # not every animation has one
        stage.app.action_motion()
        await stage.settle()
        assert stage.shows("Nothing moves now.")
        await stage.press("enter")
        assert stage.player.query_one("#prompt", Prompt).styles.opacity == 1.0


def test_a_fade_goes_up_in_few_steps_and_arrives() -> None:
    seen = [in_steps(tick / 72) for tick in range(73)]
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (0.0, 1.0)
    assert len(set(seen)) == 13


async def test_nothing_of_the_session_runs_on_a_timer_of_its_own() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        for node in stage.app.screen.query("*"):
            assert not [timer for timer in node._timers if timer._active.is_set()]


@pytest.mark.parametrize("key", ["x", "f5", "tab", "pageup"])
async def test_keys_without_a_meaning_change_nothing(key: str) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        before = stage.lines()
        await stage.press(key)
        assert stage.lines() == before
        assert stage.is_in(State.BEAT)


def light(stage: Stage) -> float:
    """How far the light in the door has gone down."""
    return stage.player.query_one(Company)._dusk


async def test_the_light_in_the_door_swells_with_a_prompt_and_rests_for_however_long(
    moving: None,  # noqa: ARG001  # it lets things move
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("tui.widgets.company.COMING", 0.01)
    monkeypatch.setattr("tui.widgets.company.GOING", 0.01)
    seen: list[float] = []
    rested = asyncio.Event()
    draw = Company._show

    def show(door: Company, dusk: float) -> None:
        seen.append(dusk)
        draw(door, dusk)
        if dusk == RESTING and BRIGHT in seen:
            rested.set()

    monkeypatch.setattr(Company, "_show", show)
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await rested.wait()
        assert seen == [2.0, 1.5, 1.0, 0.5, 0.0, 0.5, 1.0, 1.5, 2.0]
        assert not [timer for timer in stage.player.query_one(Company)._timers if timer._active.is_set()]
        await stage.press("*")
        assert light(stage) == STILL


@pytest.mark.parametrize("size", [(40, 12), (80, 23), (80, 24), (120, 40), (200, 60)])
async def test_the_door_is_there_where_a_prompt_leaves_room_and_still_without_motion(
    size: tuple[int, int],
) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin(TWO_TRACKS)
        door = stage.player.query_one(Company)
        assert door.display == (size[1] >= 24)
        before = light(stage)
        await stage.passes(10)
        assert light(stage) == before == STILL
        await stage.press("c")
        assert door.display == (size[1] >= 36)

"""Rule 3: whatever waits for the person waits without limit, and a slip can be taken back."""

from __future__ import annotations

import pytest

from sessions.engine.events import Tick
from sessions.engine.state import State
from tests.fakes.clock import FakeClock
from tests.fakes.everywhere import NAMES, engine_in, session, situations
from tests.fakes.stage import MANY_PAGES, READ, Stage, on_stage
from tui.app import Opening
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance
from tui.screens.player import PlayerPage
from tui.widgets.prompt import Prompt

DAY = 86_400.0
WAITING = {State.CHECK_IN, State.NOTICE, State.FORK, State.MENU, State.STILL, State.READY, State.PAUSED}

ON_THE_WAY = {
    "a noticing pause": ("n",),
    "the page after a coat": ("n", "7"),
    "the page after closing": ("c",),
    "more of it": ("c", "0"),
    "something to look at or hold": ("c", "2"),
    "nothing for a while": ("c", "4"),
    "too much": ("t",),
    "people to talk to": ("t", "2"),
    "the help list": ("f", "h"),
    "help, over a beat": ("h",),
    "the keys, over a beat": ("question_mark",),
    "a slip": ("c", "z"),
}
"""Keys from the first beat of a session."""


@pytest.mark.parametrize("name", NAMES)
def test_a_day_changes_nothing_where_the_person_is_waited_for(name: str) -> None:
    waiting = [run for run in situations(name) if run.state in WAITING]
    assert {run.state for run in waiting} >= WAITING - {State.FORK, State.NOTICE}
    for run in waiting:
        engine = engine_in(name, run)
        assert engine.due is None
        assert engine.handle(Tick(), DAY) == ()
        assert engine.run.changed(clock=0.0) == run


@pytest.mark.parametrize("place", ON_THE_WAY)
async def test_a_day_later_the_screen_is_the_same(place: str) -> None:
    async with on_stage() as stage:
        await stage.begin("hello-guard")
        await stage.press(*ON_THE_WAY[place])
        await assert_still(stage)


@pytest.mark.parametrize("keys", [(), ("1",), ("1", "enter")], ids=["library", "session page", "notice"])
async def test_a_day_later_the_pages_before_a_session_are_the_same(keys: tuple[str, ...]) -> None:
    async with on_stage(Opening(settings=READ.changed(notice_read=False))) as stage:
        await stage.press(*keys)
        await assert_still(stage)


@pytest.mark.parametrize("name", NAMES)
async def test_every_question_of_every_session_waits_on_the_screen(name: str) -> None:
    async with on_stage() as stage:
        await stage.begin(name)
        asked = 0
        for _ in range(MANY_PAGES):
            if not stage.is_on(PlayerPage):
                break
            await stage.until_asked()
            asked += 1
            await assert_still(stage)
            await stage.press("1" if stage.state is State.FORK else "s")
        assert not stage.is_on(PlayerPage)
        assert asked >= 2


async def assert_still(stage: Stage) -> None:
    """Nothing is set to ring, and a day later every line of the screen is as it was."""
    assert stage.alarm.due is None
    before = stage.lines()
    await stage.passes(DAY)
    assert stage.lines() == before


class Patience:
    """Reads nothing; notes how long it was asked to wait for a line."""

    interactive = True

    def __init__(self, clock: FakeClock) -> None:
        self.clock = clock
        self.waits: list[float | None] = []

    def read(self, seconds: float | None) -> str | None:
        self.waits.append(seconds)
        if seconds is None:
            raise EOFError
        self.clock.advance(seconds)
        return None


@pytest.mark.parametrize("name", NAMES)
def test_the_plain_way_waits_for_a_line_without_a_limit(name: str) -> None:
    clock = FakeClock()
    patience = Patience(clock)
    said: list[str] = []
    PlainRun(Performance(session(name), name), PlainMeans(clock, patience, said.append)).play()
    assert patience.waits[-1] is None
    assert None not in patience.waits[:-1]


@pytest.mark.parametrize("key", ["c", "t", "f"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_a_slip_is_offered_last_and_goes_back_to_the_same_prompt_paused(
    key: str, size: tuple[int, int]
) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin("hello-guard")
        await stage.passes(3.0)
        prompt = stage.player.query_one("#prompt", Prompt).text
        left = stage.player.runner.engine.run.left_at(stage.clock.now())
        await stage.press(key)
        assert stage.shows("that was a slip")
        await stage.press(*(["0"] if key == "c" else []))
        assert stage.labels[-1] == "that was a slip"
        await stage.passes(DAY)
        await stage.press("z")
        assert stage.player.query_one("#prompt", Prompt).text == prompt
        assert stage.is_in(State.PAUSED)
        assert stage.player.runner.engine.run.left == pytest.approx(left)

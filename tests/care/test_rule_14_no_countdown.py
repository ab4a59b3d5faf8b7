"""Rule 14: the length is told before the start; no clock, bar or percentage unless the person asks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sessions.durations import in_short
from sessions.engine.events import Next
from sessions.engine.state import State
from sessions.written import Track
from tests.e2e.pty_app import PtyApp
from tests.fakes.clock import FakeClock
from tests.fakes.everywhere import NAMES, SHAPES, session
from tests.fakes.stage import MANY_PAGES, Stage, on_stage
from tests.fakes.typist import Typist
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance

CLOCK = re.compile(
    r"\d+:\d\d|\d\s*%|\d+\s*(?:s|sec|seconds?|min|minutes?)\b|\d+\s*/\s*\d+|\d+ of \d+"
    r"|\bremaining\b|\bleft to go\b|[█▉▊▋▌▍▎▏░▒▓━╸╺]",
    re.IGNORECASE,
)
"""A time, a share, a count, a bar."""


@pytest.mark.parametrize(
    "text", ["0:59", "40 %", "12 s", "3 min", "2/14", "2 of 14", "20 seconds remaining", "████░░░░", "━━━━╸"]
)
def test_the_net_catches(text: str) -> None:
    assert CLOCK.search(text)


@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("name", SHAPES)
async def test_no_page_of_a_sitting_tells_the_time(name: str, track: Track) -> None:
    async with on_stage(size=(120, 40)) as stage:
        player = await stage.begin(name, track)
        pages = 0
        while not player.landed and pages < MANY_PAGES:
            pages += 1
            assert_timeless(stage, name)
            if stage.state is State.BEAT:
                player.send(Next())
                await stage.settle()
            else:
                await stage.press("1" if stage.state is State.FORK else "s")
        assert player.landed
        assert_timeless(stage, name)
        assert pages > 5


@pytest.mark.parametrize("keys", ["c", "c2", "c4", "c6", "c0", "n", "n1", "t", "t2", "f", " ", "+", "w", "l"])
async def test_neither_does_any_page_beside_the_way(keys: str) -> None:
    async with on_stage(size=(120, 40)) as stage:
        await stage.begin("hello-guard")
        await stage.press(*(key if key != " " else "space" for key in keys))
        assert_timeless(stage, "hello-guard")


def assert_timeless(stage: Stage, name: str) -> None:
    """Nothing on the screen tells a time; how long the session is may be told in its own words."""
    for line in stage.lines():
        found = CLOCK.search(line)
        assert found is None or "times as long" in line, f"{name}: {line}"


@pytest.mark.parametrize("name", NAMES)
async def test_the_length_is_told_before_the_start(name: str) -> None:
    async with on_stage(size=(120, 40)) as stage:
        await stage.press("home", *["down"] * NAMES.index(name), "enter")
        assert stage.shows(session(name).title)
        assert stage.shows(in_short(session(name).length))


async def test_elapsed_time_is_shown_on_request_once_and_leaves_by_itself_with_the_beat() -> None:
    async with on_stage() as stage:
        await stage.begin("hello-guard")
        await stage.passes(4.0)
        await stage.press("p")
        assert stage.shows("4 s of 5 min")
        await stage.press("enter")
        assert_timeless(stage, "hello-guard")


@pytest.mark.parametrize("name", NAMES)
def test_the_plain_way_tells_no_time_either(name: str) -> None:
    fake = FakeClock()
    said: list[str] = []
    typist = Typist(fake, *[(None, "s")] * 20)
    performance = Performance(session(name), name, Track.INDIRECT)
    PlainRun(performance, PlainMeans(fake, typist, said.append)).play()
    for line in "".join(said).splitlines():
        assert not CLOCK.search(line), line


def test_the_plain_way_tells_the_length_first(home: Path) -> None:
    with PtyApp("play", "one-breath", "--plain", home=home) as app:
        app.until("Room for One Breath, 1 minute.")

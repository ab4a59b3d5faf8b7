"""Rehearsals on the screen: nobody is missed, and whatever waits is answered by itself."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sessions.engine.state import State
from sessions.rehearsal.answers import Answers
from tests.fakes.alarm import HandAlarm
from tests.fakes.clock import FakeClock
from tests.fakes.small import TWO_TRACKS, WAITING
from tests.fakes.stage import READ, Stage
from tui.app import Opening
from tui.rehearsal.app import RehearsalApp
from tui.run.performance import Performance
from tui.screens.landing import Landing
from tui.screens.pages import TextPage


@asynccontextmanager
async def rehearsed(performance: Performance, answers: str) -> AsyncIterator[Stage]:
    clock = FakeClock()
    alarm = HandAlarm(clock)
    opening = Opening(settings=READ, play=performance, seed=7)
    app = RehearsalApp(opening, clock=clock, alarm=alarm, answer=Answers(answers).next_for)
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, clock, alarm, pilot)
        await stage.settle()
        yield stage


async def test_lateness_is_no_absence_in_a_rehearsal() -> None:
    async with rehearsed(Performance(TWO_TRACKS, "two"), "") as stage:
        stage.clock.advance(17.0)
        stage.clock.sleep(900.0)
        stage.player._pulse()
        await stage.settle()
        assert stage.state is State.BEAT
        assert stage.shows("a2")


async def test_a_beat_that_waits_is_moved_on_by_itself() -> None:
    async with rehearsed(Performance(WAITING, "waits"), "opening,skip,skip") as stage:
        await stage.passes(20.0)
        assert stage.shows("d1")


async def test_people_and_help_are_passed_by_where_an_answer_is_there() -> None:
    async with rehearsed(Performance(TWO_TRACKS, "two"), "too-much:help:company:floor:stop") as stage:
        await stage.passes(20.0)
        assert stage.state is State.BEAT
        assert not any(isinstance(page, TextPage) for page in stage.app.screen_stack)


async def test_a_whole_rehearsal_lands() -> None:
    async with rehearsed(Performance(TWO_TRACKS, "two"), "closing:green:gentler") as stage:
        await stage.passes(400.0)
        assert isinstance(stage.app.screen, Landing)

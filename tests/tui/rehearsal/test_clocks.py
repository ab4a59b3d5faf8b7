"""Faster than life: clocks, line sources and alarms of a rehearsal."""

from __future__ import annotations

import asyncio

import pytest

from sessions.clock import MachineClock
from tests.fakes.clock import FakeClock
from tests.fakes.typist import Typist
from tui.rehearsal.alarms import JumpingAlarm, ScaledAlarm
from tui.rehearsal.clocks import JumpingClock, NoLines, ScaledClock, ScaledLines


def test_a_scaled_clock_runs_faster_from_its_own_start() -> None:
    base = FakeClock()
    clock = ScaledClock(base, 60.0)
    start = clock.now()
    base.advance(2.0)
    assert clock.now() - start == pytest.approx(120.0)
    base.sleep(3600.0)
    assert clock.asleep() == 0.0


def test_another_speed_makes_no_jump() -> None:
    base = FakeClock()
    clock = ScaledClock(base, 1.0)
    start = clock.now()
    base.advance(4.0)
    clock.speed = 10.0
    assert clock.now() - start == pytest.approx(4.0)
    base.advance(2.0)
    clock.speed = 2.0
    base.advance(3.0)
    assert clock.now() - start == pytest.approx(30.0)


def test_waits_beside_a_scaled_clock_are_shorter() -> None:
    base = FakeClock()
    clock = ScaledClock(base, 10.0)
    lines = ScaledLines(Typist(base, (5.0, "c")), 10.0)
    start = clock.now()
    assert lines.read(30.0) is None
    assert clock.now() - start == pytest.approx(30.0)
    assert lines.read(None) == "c"
    assert clock.now() - start == pytest.approx(50.0)


def test_a_jumping_clock_moves_by_waits_alone() -> None:
    clock = JumpingClock()
    lines = NoLines(clock)
    lines.read(12.5)
    lines.read(0.0)
    assert clock.now() == 12.5
    with pytest.raises(EOFError):
        lines.read(None)


async def test_a_jumping_alarm_rings_at_once_at_its_moment() -> None:
    clock = JumpingClock()
    alarm = JumpingAlarm(clock)
    rung: list[float] = []
    alarm.set(300.0, lambda: rung.append(clock.now()))
    assert rung == []
    await asyncio.sleep(0)
    assert rung == [300.0]


async def test_an_alarm_set_anew_or_taken_back_does_not_ring_the_first_time() -> None:
    clock = JumpingClock()
    alarm = JumpingAlarm(clock)
    rung: list[str] = []
    alarm.set(10.0, lambda: rung.append("first"))
    alarm.set(20.0, lambda: rung.append("second"))
    await asyncio.sleep(0)
    alarm.set(30.0, lambda: rung.append("third"))
    alarm.set(None, lambda: None)
    await asyncio.sleep(0)
    assert (rung, clock.now()) == (["second"], 20.0)


async def test_a_scaled_alarm_waits_its_part_of_the_time() -> None:
    done = asyncio.Event()
    loop = asyncio.get_running_loop()
    start = loop.time()
    ScaledAlarm(ScaledClock(MachineClock(), 1000.0)).set(20.0, done.set)
    await asyncio.wait_for(done.wait(), 5.0)
    assert 0.02 <= loop.time() - start < 5.0

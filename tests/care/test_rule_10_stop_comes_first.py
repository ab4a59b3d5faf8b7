"""Rule 10: after too much or far away the clock halts, stop is first, and only the room is left to show."""

from __future__ import annotations

import re

import pytest

from sessions.engine.effects import AskCheckIn, AskFork, AskNotice, MenuKind, OpenMenu, ShowBeat
from sessions.engine.events import Feeling, Pick, Report, Tick, Way
from sessions.engine.score import Beat
from sessions.engine.state import State
from sessions.library.bundled import FLOOR
from tests.fakes.everywhere import NAMES, Move, engine_in, moves, onward, played, situations
from tests.fakes.stage import on_stage
from tui.screens.library import Library
from tui.words import phrases

BUNDLED = pytest.mark.parametrize("name", NAMES)
HALTING = (Feeling.TOO_MUCH, Feeling.FAR_AWAY)
WAYS = (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP)
DAY = 86_400.0
TURNED_INWARD = re.compile(
    r"\b(inside|inner|part of you|guard|notice in your|scan|from head to|toes? up|feeling in"
    r"|where in (?:you|your)|clos\w+ (?:your )?eyes|eyes (?:can be |be )?closed)\b",
    re.IGNORECASE,
)
"""Parts, body scans, closed eyes."""


@BUNDLED
@pytest.mark.parametrize("feeling", HALTING)
def test_it_can_be_said_in_every_situation_and_halts_there(name: str, feeling: Feeling) -> None:
    runs = [run for run in situations(name) if run.state is not State.READY]
    assert len(runs) > 1000
    for run in runs:
        engine = engine_in(name, run)
        (menu,) = engine.handle(Report(feeling), 0.0)
        assert isinstance(menu, OpenMenu)
        assert (menu.kind, menu.ways, menu.after) == (MenuKind.HALTED, WAYS, feeling)
        assert engine.due is None
        assert engine.handle(Tick(), DAY) == ()


@BUNDLED
def test_from_there_only_the_floor_is_shown_and_nothing_is_asked(name: str) -> None:
    halted = [move.after for move in moves(name) if halts(move)]
    assert halted
    reached = onward(name, halted, lambda _: True)
    later = [move for move in moves(name) if id(move.before) in reached]
    effects = [effect for move in later for effect in move.effects]
    shown = {effect.beat for effect in effects if isinstance(effect, ShowBeat)}
    assert shown == {item for item in played(name).floor if isinstance(item, Beat)}
    assert not any(isinstance(effect, AskCheckIn | AskNotice | AskFork) for effect in effects)
    assert {effect.kind for effect in effects if isinstance(effect, OpenMenu)} == {MenuKind.HALTED}
    assert not any(move.event == Pick(Way.DIRECT) for move in later)


def halts(move: Move) -> bool:
    """Too much or far away, said or picked."""
    said = {Report(feeling) for feeling in HALTING} | {Pick(Way.TOO_MUCH), Pick(Way.FAR_AWAY)}
    return move.event in said


def test_the_floor_looks_outward_with_open_eyes() -> None:
    beats = [item for item in played(FLOOR).floor if isinstance(item, Beat)]
    said = [text for beat in beats for text in (*beat.wordings, beat.less or "")]
    assert len(said) > 10
    assert not any(beat.direct for beat in beats)
    assert not [text for text in said if TURNED_INWARD.search(text)]
    assert not any("memory" in beat.tags or "breath" in beat.tags for beat in beats)


@pytest.mark.parametrize("edge", phrases.HALT_LINES)
def test_the_lines_put_stopping_first_and_people_before_the_room(edge: str) -> None:
    first, stop, people, room = phrases.HALT_LINES[edge]
    assert "stopped" in first
    assert "leave" in stop
    assert re.search(r"person|someone", people, re.IGNORECASE)
    assert "floor" in room
    assert all(len(line.split()) <= 14 for line in phrases.HALT_LINES[edge])


@pytest.mark.parametrize("key", ["t", "f"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_on_the_screen_stop_is_the_first_entry_and_in_sight(key: str, size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin("hello-guard")
        await stage.press(key)
        assert stage.labels == ["stop", "Floor Under You", "people to talk to", "the help list"]
        assert stage.alarm.due is None
        assert any("stop" in line for line in stage.lines()[:-2])
        assert stage.shows("help list")


@pytest.mark.parametrize("key", ["t", "f"])
async def test_afterwards_the_list_stands_on_the_floor_with_its_direct_track_hidden(key: str) -> None:
    async with on_stage(size=(100, 40)) as stage:
        await stage.begin("hello-guard")
        await stage.press(key, "1")
        assert not stage.shows("Also here")
        await stage.press("enter")
        assert isinstance(stage.app.screen, Library)
        await stage.press("enter")
        assert stage.shows("Floor Under You")
        assert "direct" not in stage.labels
        assert "indirect" in stage.labels

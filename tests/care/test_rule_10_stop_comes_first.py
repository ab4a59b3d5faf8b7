"""Rule 10: after too much or far away the clock halts, stop is first, and only what looks outward follows."""

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
from tui.words.help_in_short import help_in_short

BUNDLED = pytest.mark.parametrize("name", NAMES)
HALTING = (Feeling.TOO_MUCH, Feeling.FAR_AWAY)
WAYS = (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP, Way.SLIP)
DAY = 86_400.0
SMALL = 16
"""Rows of a window that has no room for more than one help line."""
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
    reached = onward(name, halted, lambda move: move.event != Pick(Way.SLIP))
    later = [move for move in moves(name) if id(move.before) in reached and move.event != Pick(Way.SLIP)]
    effects = [effect for move in later for effect in move.effects]
    shown = {effect.beat for effect in effects if isinstance(effect, ShowBeat)}
    outward = (*played(name).floor, *played(name).forms[Way.NATURE])
    assert shown == {item for item in outward if isinstance(item, Beat)}
    assert not any(isinstance(effect, AskCheckIn | AskNotice | AskFork) for effect in effects)
    kinds = {effect.kind for effect in effects if isinstance(effect, OpenMenu)}
    assert kinds == {MenuKind.HALTED, MenuKind.CALM}
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
    first, stop, people, here = phrases.HALT_LINES[edge]
    assert "stopped" in first
    assert "leave" in stop
    assert re.search(r"people|somebody", people, re.IGNORECASE)
    assert re.search(r"what can you see", here, re.IGNORECASE)
    assert not re.search(r"wall|door|floor|sun|daylight", " ".join(phrases.HALT_LINES[edge]), re.IGNORECASE)
    assert all(len(line.split()) <= 14 for line in phrases.HALT_LINES[edge])


@pytest.mark.parametrize("key", ["t", "f"])
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40)])
async def test_on_the_screen_stop_is_the_first_entry_and_in_sight(key: str, size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin("hello-guard")
        await stage.press(key)
        assert stage.labels == [
            "stop",
            "Floor Under You",
            "people to talk to",
            "help lines",
            "that was a slip",
        ]
        assert stage.alarm.due is None
        assert any("stop" in line for line in stage.lines()[:-2])
        assert all(stage.shows(label) for label in stage.labels)
        # The smallest window has room for numbers for danger and for a directory of every country.
        danger, anywhere = help_in_short(2, size[0])
        assert {"112", "EU", "911", "US"} <= set(re.findall(r"\w+", danger.reach))
        assert anywhere.reach == "findahelpline.com"
        for line in (danger, anywhere):
            assert all(stage.shows(part) == (key == "f") for part in line)
        assert stage.shows("116 123") == (key == "f" and size[1] > SMALL)


@pytest.mark.parametrize("key", ["t", "f"])
async def test_afterwards_the_list_stands_on_the_floor_with_its_direct_track_hidden(key: str) -> None:
    async with on_stage(size=(100, 40)) as stage:
        await stage.begin("hello-guard")
        await stage.press(key, "up", "up", "up", "up", "up", "enter")
        assert not stage.shows("Also here")
        assert any(stage.shows(line) for line in phrases.HALTED_STOP_LINES)
        await stage.press("enter")
        assert isinstance(stage.app.screen, Library)
        await stage.press("enter")
        assert stage.shows("Floor Under You")
        assert stage.labels == ["senses"]


async def test_after_the_floor_the_page_is_calm_and_offers_something_outward() -> None:
    async with on_stage(size=(80, 24)) as stage:
        await stage.begin("hello-guard")
        await stage.press("f", "1")
        await stage.until_asked()
        assert stage.labels == [
            *("stop", "something green", "Floor Under You"),
            *("people to talk to", "help lines"),
        ]
        assert any(stage.shows(line) for line in phrases.CALM_LINES)
        alarming = {line for edge in phrases.HALT_LINES.values() for line in edge}
        assert not any(stage.shows(line) for line in alarming)


FINAL_WORDS = re.compile(r"\b(?:over|end|ended|ends|last|final|finished|goodbye)\b", re.IGNORECASE)


@pytest.mark.parametrize("line", phrases.HALTED_STOP_LINES)
def test_leaving_then_names_people_and_help_and_nothing_final(line: str) -> None:
    assert len(line.split()) <= 12
    assert "people to call" in line
    assert not FINAL_WORDS.search(line)


@pytest.mark.parametrize("key", ["t", "f"])
async def test_q_says_that_line_from_there(key: str) -> None:
    async with on_stage() as stage:
        await stage.begin("hello-guard")
        await stage.press(key, "q")
        assert stage.app.return_value in phrases.HALTED_STOP_LINES

from __future__ import annotations

from itertools import product

import pytest

from sessions.engine.events import ChooseOption, Feeling, Next, Report, Way
from sessions.engine.state import State
from sessions.written import Track
from tests.fakes.small import INDIRECT_ONLY, TWO_TRACKS
from tests.fakes.stage import DAY, Stage, bundled, on_stage
from tui.choices import WAYS
from tui.screens.landing import Landing
from tui.screens.library import Library
from tui.screens.pages import TextPage
from tui.screens.player import PlayerPage
from tui.screens.session import SessionPage
from tui.widgets.choices import MARK
from tui.widgets.prompt import Prompt
from tui.words import phrases

MENU = [WAYS[way][0] for way in (Way.GENTLER, Way.SENSES, Way.TOUCH, Way.NATURE, Way.BREATH, Way.NOTHING)]
REST = [WAYS[way][0] for way in (Way.TOO_MUCH, Way.FAR_AWAY, Way.STOP)]
HALTED = [WAYS[way][0] for way in (Way.STOP, Way.FLOOR, Way.COMPANY, Way.HELP)]
STAY = "stay on the gentler track"


def is_closed_gently(stage: Stage) -> None:
    """The menu after closing is open, with one plain line, and nothing is marked."""
    assert stage.is_in(State.MENU)
    assert stage.labels[1:] == [*MENU[1:], *REST]
    assert stage.labels[0] in (MENU[0], STAY)
    line = stage.player.query_one("#line", Prompt)
    assert line.display
    assert any(line.text.startswith(said) for said in phrases.CLOSING_LINES)
    assert stage.answers.highlighted is None
    assert stage.alarm.due is None


async def enter_picks_nothing(stage: Stage) -> None:
    before = stage.lines()
    await stage.press("enter")
    assert stage.lines() == before


async def test_closing_in_every_beat_on_the_screen() -> None:
    """Sessions of three shapes; tests/care/test_rule_07 asks the engine in every beat of every session."""
    beats = 0
    async with on_stage() as stage:
        for name, track in product(("one-breath", "rest-or-step", "staying-nearby"), Track):
            player = await stage.begin(name, track)
            engine = player.runner.engine
            stage.app._begin_batch()
            while stage.state is not State.CHECK_IN or engine.run.bookmark:
                if stage.state is not State.BEAT:
                    player.send(ChooseOption(0) if stage.state is State.FORK else Report(Feeling.SKIP))
                    continue
                here, words = engine.run, player.query_one("#prompt", Prompt).text
                beats += 1
                await stage.press_unseen("c")
                is_closed_gently(stage)
                assert words != player.query_one("#prompt", Prompt).text or not words
                engine.run = here
                player.send(Next())
            stage.app._end_batch()
            assert engine.run.track is track
    assert beats > 80


async def test_closing_is_drawn_at_once_and_enter_picks_nothing() -> None:
    async with on_stage() as stage:
        for name in ("one-breath", "hello-guard"):
            player = await stage.begin(name, Track.DIRECT)
            engine = player.runner.engine
            while stage.state is not State.CHECK_IN or engine.run.bookmark:
                if stage.state is not State.BEAT:
                    await stage.press("s")
                    continue
                here, words = engine.run, player.query_one("#prompt", Prompt).text
                await stage.press("c")
                is_closed_gently(stage)
                assert any(stage.shows(line) for line in phrases.CLOSING_LINES)
                assert not words or not stage.shows(words)
                await enter_picks_nothing(stage)
                engine.run = here
                player.send(Next())
                await stage.settle()


@pytest.mark.parametrize(
    ("key", "form"), [("2", Way.SENSES), ("3", Way.TOUCH), ("4", Way.NATURE), ("5", Way.BREATH)]
)
async def test_a_short_form_ends_in_a_menu_with_the_words_last(key: str, form: Way) -> None:
    async with on_stage() as stage:
        player = await stage.begin("hello-guard", Track.DIRECT)
        await stage.press("c", key)
        first = player.runner.engine.repertoire.forms[form][0]
        assert stage.is_in(State.BEAT)
        assert player.runner.engine.run.beat in player.runner.engine.repertoire.forms[form] or first
        await stage.passes(600)
        assert stage.labels == ["another short form", MENU[0], "stop", "the direct track"]
        assert any(stage.shows(line) for line in phrases.FORM_DONE_LINES)
        assert stage.answers.highlighted is None
        await enter_picks_nothing(stage)
        await stage.press("1")
        assert stage.labels == [*MENU, *REST]


async def test_the_direct_track_comes_back_only_when_it_is_chosen() -> None:
    async with on_stage() as stage:
        player = await stage.begin(TWO_TRACKS, Track.DIRECT)
        await stage.press("right", "right", "s")
        assert stage.shows("d1")
        await stage.press("c", "1")
        assert stage.shows("i1")
        await stage.press("b", "right", "right", "right", "s", "right", "right")
        beat = player.runner.engine.run.beat
        assert beat is not None
        assert not beat.direct
        player = await stage.begin(TWO_TRACKS, Track.DIRECT)
        await stage.press(
            "right", "right", "s", "c", "2", "right", "right", "right", "right", "right", "right"
        )
        assert stage.labels[-1] == "the direct track"
        await stage.press("4")
        assert stage.shows("d1")


async def test_nothing_for_a_while_is_an_empty_page_without_end() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("c", "6")
        assert stage.is_in(State.STILL)
        assert any(stage.shows(line) for line in phrases.REST_LINES)
        assert stage.labels == ["back to the choices", "stop"]
        before = stage.lines()
        await stage.passes(DAY)
        await stage.press("enter")
        assert stage.lines() == before
        await stage.press("1")
        assert stage.labels == [*MENU, *REST]


async def test_stop_in_a_menu_lands_at_once() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("c", "9")
        assert stage.is_on(Landing)
        assert any(stage.shows(line) for line in phrases.STOP_LINES)


@pytest.mark.parametrize("answer", ["o", "m"])
async def test_after_closing_the_way_back_is_a_menu_with_the_words_last(answer: str) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS, Track.DIRECT)
        await stage.press("c", "1", "right", "right", answer)
        assert stage.labels == [STAY, "stop", "the direct track"]
        await enter_picks_nothing(stage)


async def test_in_between_opens_a_menu_and_opening_goes_on() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("right", "right", "m")
        assert stage.labels == ["the gentler track", "the direct track", "stop"]
        assert stage.answers.highlighted is None
        await stage.begin(TWO_TRACKS)
        await stage.press("right", "right", "o")
        assert stage.shows("d1")


async def test_a_second_closing_says_where_help_is() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("c")
        assert not stage.shows(phrases.SECOND_CLOSING_HELP_LINE)
        await stage.press("1", "c")
        assert stage.shows(phrases.SECOND_CLOSING_HELP_LINE)
        await stage.press("h")
        assert stage.app.screen.id == "help"
        await stage.press("escape", "1", "c")
        assert not stage.shows(phrases.SECOND_CLOSING_HELP_LINE)


STATES = {
    "beat": [],
    "check-in": ["right", "right"],
    "noticing": ["n"],
    "after a coat": ["n", "6"],
    "menu": ["c"],
    "nothing for a while": ["c", "6"],
    "form": ["c", "2"],
    "paused": ["space"],
    "manual": ["w"],
    "direct beat": ["right", "right", "o"],
}


@pytest.mark.parametrize(("key", "edge"), [("t", "too_much"), ("f", "far_away")])
@pytest.mark.parametrize("state", STATES)
async def test_too_much_and_far_away_halt_everything(state: str, key: str, edge: str) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press(*STATES[state], key)
        assert stage.labels == HALTED
        assert stage.answers.highlighted is None
        assert stage.alarm.due is None
        assert all(stage.shows(line) for line in phrases.HALT_LINES[edge])
        before = stage.lines()
        await stage.passes(DAY)
        await stage.press("enter", "c", "b", "n", "l", "space", "right")
        assert stage.lines() == before


async def test_from_there_only_outward_beats_and_the_library_stands_on_the_floor() -> None:
    async with on_stage(size=(100, 32)) as stage:
        player = await stage.begin("hello-guard", Track.DIRECT)
        await stage.press("t", "3")
        assert stage.is_on(TextPage)
        assert stage.app.screen.id == "company"
        await stage.press("escape", "4")
        assert stage.app.screen.id == "help"
        await stage.press("escape", "2")
        engine = player.runner.engine
        shown = 0
        while stage.state is State.BEAT:
            beat = engine.run.beat
            assert beat is not None
            assert beat in engine.repertoire.floor
            assert not beat.direct
            shown += 1
            await stage.press("right")
        assert shown > 5
        assert stage.labels == HALTED
        await stage.press("1")
        assert stage.is_on(Landing)
        await stage.press("enter")
        (row,) = (line for line in stage.lines() if MARK in line)
        assert bundled("floor-under-you").title in row
        await stage.press("enter")
        assert stage.is_on(SessionPage)
        assert stage.labels == ["indirect"]
        await stage.press("escape", "1")
        assert "direct" in stage.labels


async def test_help_and_stop_are_a_key_away_in_every_beat_of_the_floor() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("f", "2")
        for _ in range(3):
            assert stage.shows("h help")
            assert stage.shows("q stop")
            await stage.press("h")
            assert stage.app.screen.id == "help"
            await stage.press("escape", "space", "right")


async def test_leaving_through_the_palette_after_too_much_stands_on_the_floor_too() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("t", "ctrl+p", *"sessions", "enter")
        assert stage.is_on(Library)
        assert stage.labels[stage.answers.highlighted or 0] == bundled("floor-under-you").title
        await stage.press("enter")
        assert stage.labels == ["indirect"]


async def test_a_new_session_brings_the_direct_track_of_the_floor_back() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("t", "1", "enter")
        await stage.press("1", "enter", "c", "9", "enter", "2")
        assert stage.labels == ["ask me on the way", "direct", "indirect"]


async def test_closing_leads_on_without_a_direct_track() -> None:
    async with on_stage() as stage:
        await stage.begin(INDIRECT_ONLY)
        await stage.press("right", "right", "o")
        assert stage.shows("i1")
        await stage.press("c", "2", *["right"] * 8)
        assert stage.labels == ["another short form", STAY, "stop"] or stage.labels[-1] == "stop"
        assert stage.is_on(PlayerPage)


@pytest.mark.parametrize("state", ["beat", "menu", "form", "direct beat"])
async def test_answers_of_a_question_that_is_over_are_no_keys(state: str) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("right", "right", "s", *STATES[state][:2])
        keep = stage.state
        before = stage.lines()
        await stage.press("o", "m", "s", "u", "0")
        assert stage.lines() == before
        assert stage.state is keep
        if keep is State.BEAT:
            assert stage.shows("c closing")
            await stage.press(*"123456789")
            assert stage.lines() == before

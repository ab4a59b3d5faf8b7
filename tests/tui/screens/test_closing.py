from __future__ import annotations

from functools import partial
from itertools import product

import pytest

from sessions.engine.events import ChooseOption, Feeling, Next, Report, Way
from sessions.engine.state import Leg, State
from sessions.written import Track
from tests.fakes.everywhere import SHAPES
from tests.fakes.small import INDIRECT_ONLY, TWO_TRACKS
from tests.fakes.stage import DAY, Stage, as_long_as, bundled, on_stage
from tui.screens.landing import Landing
from tui.screens.library import Library
from tui.screens.pages import TextPage
from tui.screens.player import PlayerPage
from tui.screens.session import SessionPage
from tui.widgets.choices import MARK
from tui.widgets.prompt import Prompt
from tui.words import phrases

MENU = [
    "carry on gently (Enter)",
    "something to look at or hold",
    "something ordinary",
    "nothing for a while",
    "stop",
    "more",
]
HALTED = ["stop", "Floor Under You", "people to talk to", "help lines", "that was a slip"]
CALM = ["stop", "something green", "Floor Under You", "people to talk to", "help lines"]


def is_closed_gently(stage: Stage) -> None:
    """The page after closing is open, with one plain line, and nothing is marked."""
    assert stage.is_in(State.MENU)
    assert stage.labels == MENU
    line = stage.player.query_one("#line", Prompt)
    assert line.display
    assert any(line.text.startswith(said) for said in (*phrases.CLOSING_LINES, phrases.BACKDRAFT))
    assert stage.answers.highlighted is None
    assert stage.alarm.due is None


def goes_on(stage: Stage) -> bool:
    """Whether the last question has not come yet."""
    return not stage.player.runner.engine.run.at_the_end


async def test_closing_in_every_beat_on_the_screen() -> None:
    """Sessions of three shapes; tests/care/test_rule_07 asks the engine in every beat of every session."""
    beats = 0
    async with on_stage() as stage:
        for name, track in product(SHAPES, Track):
            player = await stage.begin(name, track)
            engine = player.runner.engine
            stage.app._begin_batch()
            for _ in as_long_as(partial(goes_on, stage)):
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


async def test_closing_is_drawn_at_once_and_the_words_have_left() -> None:
    async with on_stage() as stage:
        for name in ("one-breath", "hello-guard"):
            player = await stage.begin(name, Track.DIRECT)
            engine = player.runner.engine
            for _ in as_long_as(partial(goes_on, stage)):
                if stage.state is not State.BEAT:
                    await stage.press("s")
                    continue
                here, words = engine.run, player.query_one("#prompt", Prompt).text
                await stage.press("c")
                is_closed_gently(stage)
                assert not words or not stage.shows(words)
                engine.run = here
                player.send(Next())
                await stage.settle()


async def test_stop_in_a_menu_lands_at_once() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("c", "up", "up", "enter")
        assert stage.is_on(Landing)
        assert any(stage.shows(line) for line in phrases.STOP_LINES)


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
    "check-in": ["enter", "enter"],
    "noticing": ["n"],
    "after a coat": ["n", "7"],
    "menu": ["c"],
    "nothing for a while": ["c", "4"],
    "form": ["c", "5"],
    "paused": ["space"],
    "manual": ["w"],
    "direct beat": ["enter", "enter", "o"],
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
        await stage.press("enter", "c", "b", "n", "l", "space", "enter")
        assert stage.lines() == before


async def test_from_there_only_outward_beats_and_the_library_stands_on_the_floor() -> None:
    async with on_stage(size=(100, 32)) as stage:
        player = await stage.begin("hello-guard", Track.DIRECT)
        await stage.press("t", "2")
        assert stage.is_on(TextPage)
        assert stage.app.screen.id == "beside-company"
        await stage.press("escape", "h")
        assert stage.app.screen.id == "help"
        await stage.press("escape", "1")
        engine = player.runner.engine
        shown = 0
        for _ in as_long_as(lambda: stage.is_in(State.BEAT)):
            beat = engine.run.beat
            assert beat is not None
            assert beat in engine.repertoire.floor
            assert not beat.direct
            shown += 1
            await stage.press("enter")
        assert shown > 5
        assert stage.labels == CALM
        await stage.press("down", "enter")
        assert stage.is_on(Landing)
        await stage.press("enter")
        (row,) = (line for line in stage.lines() if MARK in line)
        assert bundled("floor-under-you").title in row
        await stage.press("enter")
        assert stage.is_on(SessionPage)
        assert stage.labels == ["senses"]
        await stage.press("escape", "1")
        assert "kind words" in stage.labels


async def test_help_and_stop_are_a_key_away_in_every_beat_of_the_floor() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("f", "1")
        for _ in range(3):
            assert stage.shows("h help lines")
            assert stage.shows("q stop")
            await stage.press("h")
            assert stage.app.screen.id == "help"
            await stage.press("escape", "space", "enter")


async def test_leaving_through_the_palette_after_too_much_stands_on_the_floor_too() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("t", "ctrl+p", *"sessions", "enter")
        assert stage.is_on(Library)
        assert stage.labels[stage.answers.highlighted or 0] == bundled("floor-under-you").title
        await stage.press("enter")
        assert stage.labels == ["senses"]


async def test_a_new_session_brings_the_direct_track_of_the_floor_back() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("t", "down", "enter", "enter")
        await stage.press("1", "enter", "c", "up", "up", "enter", "enter", "2")
        assert stage.labels == ["ask me on the way", "kind words", "senses"]


async def test_closing_leads_on_without_a_direct_track() -> None:
    async with on_stage() as stage:
        await stage.begin(INDIRECT_ONLY)
        await stage.press("enter", "enter", "o")
        assert stage.shows("i1")
        await stage.press("c", "5", *["enter"] * 8, "0")
        assert "kind words" not in stage.labels
        assert stage.is_on(PlayerPage)


@pytest.mark.parametrize("state", ["beat", "menu", "form", "direct beat"])
async def test_answers_of_a_question_that_is_over_are_no_keys(state: str) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("enter", "enter", "s", *STATES[state][:2])
        keep = stage.state
        before = stage.lines()
        await stage.press("o", "m", "s", "u")
        assert stage.lines() == before
        assert stage.state is keep
        if keep is State.BEAT:
            assert stage.shows("c ease off")
            await stage.press(*"123456789")
            assert stage.lines() == before


@pytest.mark.parametrize(
    ("key", "form"), [("5", Way.SENSES), ("6", Way.TOUCH), ("7", Way.NATURE), ("8", Way.BREATH)]
)
async def test_a_short_form_ends_in_a_page_from_which_enter_carries_on(key: str, form: Way) -> None:
    async with on_stage() as stage:
        player = await stage.begin("hello-guard", Track.DIRECT)
        await stage.press("c", key)
        assert player.runner.engine.run.beat in player.runner.engine.repertoire.forms[form]
        await stage.passes(600)
        assert stage.labels == MENU
        assert any(stage.shows(line) for line in phrases.FORM_DONE_LINES)
        await stage.press("enter")
        assert stage.is_in(State.BEAT)
        assert player.runner.engine.run.leg is Leg.ARRIVING


async def test_the_direct_track_comes_back_only_when_it_is_chosen() -> None:
    async with on_stage() as stage:
        player = await stage.begin(TWO_TRACKS, Track.DIRECT)
        await stage.press("enter", "enter", "s")
        assert stage.shows("d1")
        await stage.press("c", "enter")
        assert stage.shows("i1")
        await stage.press("b", "enter", "enter", "enter", "enter")
        beat = player.runner.engine.run.beat
        assert beat is not None
        assert not beat.direct
        assert not stage.shows("kind words")
        await stage.press("d")
        assert stage.shows("d4")


async def test_opening_and_in_between_go_on_without_a_page() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("enter", "enter", "m")
        assert stage.shows("i1")
        await stage.begin(TWO_TRACKS)
        await stage.press("enter", "enter", "o")
        assert stage.shows("d1")
        assert any(stage.shows(line) for line in phrases.ANSWER_LINES["opening"])
        await stage.press("enter")
        assert not any(stage.shows(line) for line in phrases.ANSWER_LINES["opening"])


async def test_backdraft_is_named_after_the_first_closing_and_once() -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("c")
        assert stage.shows(phrases.BACKDRAFT)
        await stage.press("enter", "c")
        assert not stage.shows("backdraft")

"""Rule 8: four short forms, none preselected, breath never first or alone; Enter picks none."""

from __future__ import annotations

import pytest

from sessions.engine.effects import AskFork, MenuKind, OpenMenu
from sessions.engine.events import FORMS, Way
from sessions.engine.score import Beat
from tests.fakes.clock import FakeClock
from tests.fakes.everywhere import NAMES, moves, played, session
from tests.fakes.stage import on_stage
from tests.fakes.typist import Typist
from tui import choices
from tui.plain.performer import PlainMeans, PlainRun
from tui.run.performance import Performance
from tui.widgets.choices import ChoiceList

BUNDLED = pytest.mark.parametrize("name", NAMES)


@BUNDLED
def test_the_menu_of_forms_holds_all_four_and_more_everywhere(name: str) -> None:
    menus = [effect for move in moves(name) for effect in move.effects if isinstance(effect, OpenMenu)]
    gentle = [menu for menu in menus if menu.kind is MenuKind.INDIRECT]
    assert len(gentle) > 50
    for menu in gentle:
        assert set(FORMS) | {Way.NOTHING, Way.STOP} <= set(menu.ways)
        assert Way.DIRECT not in menu.ways
        assert [way for way in menu.ways if way in FORMS] == list(FORMS)
    assert FORMS[-1] is Way.BREATH
    assert len(FORMS) == 4


@BUNDLED
def test_breath_is_never_first_or_alone_in_any_menu(name: str) -> None:
    for move in moves(name):
        for effect in move.effects:
            if isinstance(effect, OpenMenu) and Way.BREATH in effect.ways:
                assert effect.ways[0] is not Way.BREATH
                assert len(set(effect.ways) & set(FORMS)) > 1


@BUNDLED
def test_every_form_can_be_played_and_ends_in_a_choice(name: str) -> None:
    for form in FORMS:
        beats = [item for item in played(name).forms[form] if isinstance(item, Beat)]
        assert 20 <= sum(beat.length for beat in beats) <= 120
        assert not any(beat.direct for beat in beats)


@pytest.mark.parametrize("keys", [("c",), ("c", "2", *["right"] * 4), ("n",), ("n", "1"), ("t",)])
async def test_enter_by_itself_picks_nothing(keys: tuple[str, ...]) -> None:
    async with on_stage(size=(100, 40)) as stage:
        await stage.begin("hello-guard")
        await stage.press(*keys)
        answers = stage.app.screen.query_one(ChoiceList)
        run = stage.player.runner.engine.run
        assert answers.highlighted is None
        before = stage.lines()
        await stage.press("enter", "enter")
        assert stage.player.runner.engine.run == run
        assert stage.lines() == before


@pytest.mark.parametrize("name", NAMES)
async def test_enter_picks_nothing_at_any_question_of_any_session(name: str) -> None:
    async with on_stage(size=(100, 40)) as stage:
        player = await stage.begin(name)
        asked = 0
        while stage.app.screen is player:
            await stage.until_asked()
            run = player.runner.engine.run
            await stage.press("enter")
            assert player.runner.engine.run == run
            asked += 1
            await stage.press("1" if player.runner.engine.run.fork else "s")
        assert asked >= 2


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_in_the_plain_way_an_empty_line_picks_nothing(typed: str) -> None:
    clock = FakeClock()
    said: list[str] = []
    typist = Typist(clock, (3.0, "c"), (4.0, typed), (5.0, typed), (60.0, "q"))
    PlainRun(Performance(session("one-breath"), "one-breath"), PlainMeans(clock, typist, said.append)).play()
    text = "".join(said)
    assert text.count("something green") == 1
    assert clock.now() >= 4096.25 + 60.0


def test_every_way_has_words_and_breath_comes_after_the_others() -> None:
    ways = list(choices.WAYS)
    assert set(ways) == set(Way)
    assert max(ways.index(form) for form in FORMS) == ways.index(Way.BREATH)


@BUNDLED
def test_an_authors_question_offers_no_breath_first(name: str) -> None:
    for move in moves(name):
        for effect in move.effects:
            if isinstance(effect, AskFork):
                assert "breath" not in effect.options[0].lower()

"""Rule 8: one line and five entries after closing, Enter carries on gently, and one key shows the rest."""

from __future__ import annotations

import pytest

from sessions.engine.effects import AskFork, MenuKind, OpenMenu
from sessions.engine.events import FORMS, Coat, Way
from sessions.engine.score import Beat
from sessions.engine.state import State
from sessions.written import Track
from tests.fakes.clock import FakeClock
from tests.fakes.everywhere import NAMES, effects, moves, played, session
from tests.fakes.stage import on_stage
from tests.fakes.typist import Typist
from tui import choices
from tui.plain.means import PlainMeans
from tui.plain.performer import PlainRun
from tui.run.performance import Performance
from tui.words import phrases

BUNDLED = pytest.mark.parametrize("name", NAMES)


@BUNDLED
def test_the_closing_page_has_five_entries_and_the_rest_behind_one_key(name: str) -> None:
    menus = [effect for move in moves(name) for effect in move.effects if isinstance(effect, OpenMenu)]
    closing = [menu for menu in menus if menu.kind is MenuKind.CLOSING]
    assert len(closing) > 50
    for menu in closing:
        planned = (Way.AS_PLANNED,) if isinstance(menu.after, Coat) else ()
        assert menu.ways == (Way.GENTLER, Way.HOLD, Way.ORDINARY, Way.NOTHING, *planned, Way.STOP)
        assert menu.more[:6] == (*FORMS, Way.TOO_MUCH, Way.FAR_AWAY)
        assert set(menu.more[6:]) <= {Way.DIRECT, Way.SLIP}
    assert {menu.more[-1] for menu in closing if menu.after is not None} == {Way.SLIP}
    assert FORMS[-1] is Way.BREATH
    assert len(FORMS) == 4


@BUNDLED
def test_breath_is_never_first_or_alone_in_any_menu(name: str) -> None:
    for menu in effects(name):
        if isinstance(menu, OpenMenu) and Way.BREATH in menu.more:
            assert [way for way in menu.more if way in FORMS] == list(FORMS)
        assert not (isinstance(menu, OpenMenu) and Way.BREATH in menu.ways)


@BUNDLED
def test_every_form_can_be_played_and_ends_in_a_choice(name: str) -> None:
    for form in FORMS:
        beats = [item for item in played(name).forms[form] if isinstance(item, Beat)]
        assert 20 <= sum(beat.length for beat in beats) <= 120
        assert not any(beat.direct for beat in beats)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)])
async def test_the_page_shows_all_of_it_and_enter_carries_on_gently(size: tuple[int, int]) -> None:
    async with on_stage(size=size) as stage:
        await stage.begin("hello-guard", Track.DIRECT)
        await stage.press("c")
        assert stage.answers.highlighted is None
        for label in (
            "carry on gently",
            "look at or hold",
            "ordinary",
            "nothing for a while",
            "stop",
            "more",
        ):
            assert stage.shows(label)
        assert not stage.shows("something green")
        await stage.press("0")
        assert "something green" in stage.labels
        await stage.press("enter")
        assert stage.is_in(State.BEAT)
        assert stage.player.runner.engine.run.track is Track.INDIRECT


@pytest.mark.parametrize(("key", "way"), [("2", Way.HOLD), ("3", Way.ORDINARY), ("4", Way.NOTHING)])
async def test_an_untimed_page_comes_back_to_one_line_and_enter(key: str, way: Way) -> None:
    async with on_stage(size=(60, 20)) as stage:
        await stage.begin("hello-guard")
        await stage.press("c", key)
        assert any(stage.shows(line) for line in phrases.REST_LINES[way.value])
        assert stage.labels == ["carry on gently (Enter)", "stop", "more"]
        await stage.press("enter")
        assert stage.is_in(State.BEAT)


@pytest.mark.parametrize("keys", [("t",), ("f",)])
async def test_enter_by_itself_picks_nothing_where_stop_is_first(keys: tuple[str, ...]) -> None:
    async with on_stage(size=(100, 40)) as stage:
        await stage.begin("hello-guard")
        await stage.press(*keys)
        run, before = stage.player.runner.engine.run, stage.lines()
        await stage.press("enter", "enter")
        assert stage.player.runner.engine.run == run
        assert stage.lines() == before


def test_in_the_plain_way_enter_carries_on_gently() -> None:
    clock = FakeClock()
    said: list[str] = []
    typist = Typist(clock, (3.0, "c"), (4.0, "more"), (5.0, ""), (60.0, "q"))
    PlainRun(Performance(session("one-breath"), "one-breath"), PlainMeans(clock, typist, said.append)).play()
    text = "".join(said)
    assert text.count("something green") == 1
    assert text.count("how is it") == 0


def test_ordinary_acts_are_among_the_entries() -> None:
    label, hint = choices.WAYS[Way.ORDINARY]
    assert label == "something ordinary"
    named = " ".join((hint, *phrases.REST_LINES["ordinary"])).lower()
    assert all(act in named for act in ("tea", "blanket", "message to a friend", "pet", "music", "bath"))


def test_every_way_has_words_and_breath_comes_after_the_others() -> None:
    ways = list(choices.WAYS)
    assert set(ways) == set(Way)
    assert max(ways.index(form) for form in FORMS) == ways.index(Way.BREATH)


@BUNDLED
def test_an_authors_question_offers_no_breath_first(name: str) -> None:
    for effect in effects(name):
        if isinstance(effect, AskFork):
            assert "breath" not in effect.options[0].lower()

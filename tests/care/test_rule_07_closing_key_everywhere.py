"""Rule 7: `c` works in every beat; the words leave at once and the gentle menu opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from sessions.engine.effects import AskCheckIn, MenuKind, OpenMenu
from sessions.engine.events import Feeling, Next, Report, Way
from sessions.engine.score import Beat, Fork
from sessions.engine.state import Leg, State
from sessions.written import Track
from tests.e2e.begun import begun
from tests.e2e.pty_app import PtyApp
from tests.fakes.everywhere import NAMES, SHAPES, engine_in, played, situations
from tests.fakes.stage import MANY_PAGES, on_stage
from tests.patience import AT_ONCE
from tui.screens.player import PlayerPage
from tui.widgets.prompt import Prompt

BUNDLED = pytest.mark.parametrize("name", NAMES)


@BUNDLED
def test_closing_works_in_every_beat_and_pause_of_every_leg(name: str) -> None:
    beats = [run for run in situations(name) if run.state in (State.BEAT, State.PAUSED)]
    assert {run.leg for run in beats} == set(Leg)
    for run in beats:
        engine = engine_in(name, run)
        (menu,) = engine.handle(Report(Feeling.CLOSING), 0.0)
        assert isinstance(menu, OpenMenu)
        assert engine.run.beat is None
        assert engine.due is None
        if run.leg is Leg.FLOOR:
            assert menu.kind is MenuKind.CALM
        else:
            assert menu.kind is MenuKind.CLOSING
            assert {Way.TOO_MUCH, Way.FAR_AWAY, Way.STOP} <= {*menu.ways, *menu.more}


@BUNDLED
def test_closing_can_be_said_wherever_anything_is_asked(name: str) -> None:
    for run in situations(name):
        if run.state in (State.CHECK_IN, State.NOTICE, State.FORK, State.STILL):
            (menu,) = engine_in(name, run).handle(Report(Feeling.CLOSING), 0.0)
            assert isinstance(menu, AskCheckIn if run.at_the_end else OpenMenu)


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("track", Track)
async def test_on_the_screen_c_takes_each_prompt_away_without_time_passing(name: str, track: Track) -> None:
    async with on_stage(size=(120, 40)) as stage:
        player = await stage.begin(name, track)
        taken: list[Beat] = []
        for _ in range(MANY_PAGES):
            if not stage.is_on(PlayerPage):
                break
            run = player.runner.engine.run
            if run.beat is None:
                await stage.press("1" if stage.state is State.FORK else "s")
                continue
            text = player.query_one("#prompt", Prompt).text
            pressed = stage.clock.now()
            await stage.press("c")
            assert stage.clock.now() == pressed
            assert "something ordinary" in stage.labels
            assert not text or not stage.shows(text)
            taken.append(run.beat)
            player.runner.engine.run = run
            player.send(Next())
            await stage.settle()
        assert not stage.is_on(PlayerPage)
        assert taken == beats(name, track)


def beats(name: str, track: Track) -> list[Beat]:
    """The beats of one way through a session; of a fork, the first branch."""
    score = played(name).score
    found: list[Beat] = []
    for segment in (*score.arriving, *score.tracks[track], score.landing):
        for item in segment.items:
            inner = item.branches[0].items if isinstance(item, Fork) else (item,)
            found += [beat for beat in inner if isinstance(beat, Beat)]
    return found


def test_on_a_real_terminal_the_words_leave_and_no_beat_is_waited_for(home: Path) -> None:
    with PtyApp("play", "one-breath", "--pace", "10", home=home) as app:
        app.until("Before you begin")
        app.press("\r")
        app.until("space pause")
        wordings = played("one-breath").score.arriving[0].items
        texts = [text for item in wordings if isinstance(item, Beat) for text in item.wordings]
        assert any(text in app.text for text in texts)
        pressed = app.press("c")
        left = app.until(lambda seen: "something ordinary" in seen.text)
        assert left - pressed < AT_ONCE
        assert not any(text in app.text for text in texts)


def test_the_plain_way_knows_closing_too(home: Path) -> None:
    with PtyApp("play", "one-breath", "--plain", "--pace", "10", home=home, size=(100, 90)) as app:
        app.until("Enter begins")
        app.press("\n")
        app.until(begun)
        pressed = app.press("c\n")
        listed = app.until("something ordinary")
        assert listed - pressed < AT_ONCE
        app.press("0\n")
        app.until("that was a slip")
        assert all(entry in app.text for entry in ("too much", "far away", "stop"))

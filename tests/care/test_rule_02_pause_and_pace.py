"""Rule 2: a pause without limit, a pace down to a tenth or by hand, a key to move on, a key to look back."""

from __future__ import annotations

import pytest

from sessions.engine.effects import AskCheckIn, Ended, ShowBeat, ShowPaused, ShowResumed
from sessions.engine.events import Back, Begin, Next, Pause, Resume, SetPace, Tick
from sessions.engine.state import State
from sessions.written import Track
from tests.fakes.everywhere import NAMES, engine_in, played, situations
from tests.fakes.stage import on_stage
from tests.fakes.watch import Watch
from tui.beginning import Wishes, wished
from tui.settings import Settings

DAY = 86_400.0
BUNDLED = pytest.mark.parametrize("name", NAMES)


@BUNDLED
def test_after_a_day_of_pause_every_beat_has_what_was_left_of_it(name: str) -> None:
    beats = [run for run in situations(name) if run.state is State.BEAT]
    assert beats
    for run in beats:
        engine = engine_in(name, run)
        half = 0.0 if run.due is None else run.due / 2
        assert engine.handle(Pause(), half) == (ShowPaused(),)
        assert engine.due is None
        assert engine.handle(Tick(), half + DAY) == ()
        assert engine.handle(Resume(), half + DAY) == (ShowResumed(),)
        assert engine.run.beat is run.beat
        assert engine.due == (None if run.due is None else half + DAY + run.due - half)


@BUNDLED
@pytest.mark.parametrize("track", Track)
@pytest.mark.parametrize("pace", [0.5, 2.0, 10.0])
def test_a_pace_stretches_a_whole_session(name: str, track: Track, pace: float) -> None:
    watch = Watch(played(name))
    watch.press(SetPace(pace))
    watch.press(Begin(track))
    watch.finish()
    assert isinstance(watch.effects[-1], Ended)
    assert any(isinstance(effect, AskCheckIn) and effect.final for effect in watch.effects)
    assert watch.seconds == pace * played(name).score.length


@BUNDLED
def test_in_every_beat_the_pace_can_be_slowed_ten_times_or_taken_in_hand(name: str) -> None:
    for run in situations(name):
        if run.state is not State.BEAT or run.due is None:
            continue
        engine = engine_in(name, run)
        dues = []
        for pace in (10.0, None):
            engine.handle(SetPace(pace), 0.0)
            dues.append(engine.due)
        assert dues == [10 * run.due, None]
        assert engine.handle(Tick(), DAY) == ()
        assert engine.run.beat is run.beat


@BUNDLED
def test_by_hand_nothing_moves_by_itself_anywhere(name: str) -> None:
    for run in situations(name):
        engine = engine_in(name, run.changed(pace=None))
        assert engine.due is None
        assert engine.handle(Tick(), DAY) == ()
        assert engine.run.changed(clock=0.0) == run.changed(pace=None)


@BUNDLED
def test_every_beat_can_be_left_early_and_looked_back_at(name: str) -> None:
    for run in situations(name):
        if run.state is not State.BEAT:
            continue
        engine = engine_in(name, run)
        engine.handle(Next(), 0.0)
        assert engine.run.beat is not run.beat
        shown = engine_in(name, run).handle(Back(), 0.0)
        again = [effect for effect in shown if isinstance(effect, ShowBeat)]
        prompts = [beat for beat in run.played if any(beat.wordings)]
        last = prompts[0] if prompts else (run.beat, *run.played)[-1]  # the latest comes first
        assert [(effect.beat, effect.again) for effect in again] == [(last, True)]


def test_the_pace_can_be_chosen_before_the_start_as_well() -> None:
    assert wished(Settings(), Wishes(pace=10.0)).pace == 10.0
    assert wished(Settings(pace=3.0), Wishes(pace="manual")).manual
    assert wished(Settings(manual=True), Wishes(pace=1.0)) == Settings()


async def test_on_the_screen_a_day_of_pause_shows_the_same_page() -> None:
    async with on_stage() as stage:
        await stage.begin("one-breath")
        await stage.passes(3.0)
        prompt = stage.player.query_one("#prompt").render()
        await stage.press("space")
        before = stage.lines()
        await stage.passes(DAY)
        assert stage.lines() == before
        await stage.press("space")
        assert stage.player.query_one("#prompt").render() == prompt
        assert stage.alarm.due == stage.clock.now() + 5.0

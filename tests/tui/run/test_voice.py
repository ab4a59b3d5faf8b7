"""What a run says aloud: which words, when, and which are ready before they are due."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sessions.engine import effects as fx
from sessions.engine import events as ev
from sessions.engine.effects import MenuKind, ShowBeat
from sessions.engine.events import Feeling
from sessions.engine.state import State
from sessions.written import Tone, Track
from tests.fakes.bells import Recorded
from tests.fakes.everywhere import NAMES, played
from tests.fakes.small import TWO_TRACKS, repertoire
from tests.fakes.voice import SpokenRun
from tui.run.sound import Sound, factor
from tui.run.voice import Voice, coming
from tui.setting_kinds import LOUDEST, SOFTEST
from tui.settings import Settings
from tui.words import aloud


@pytest.fixture
def player() -> Recorded:
    return Recorded("auto", lambda _: None)


def voice_with(player: Recorded, settings: Settings) -> Voice:
    sound = Sound(on_fault=lambda _: None)
    sound.use(settings)
    sound._player = player  # type: ignore[assignment]
    return Voice(sound)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("track", list(Track))
def test_every_prompt_is_ready_when_it_is_due(name: str, track: Track) -> None:
    """So no cue waits: but for the very first, which nothing comes before."""
    run = SpokenRun(played(name), track if track in played(name).score.tracks else None)
    waited: list[str] = []
    while run.runner.engine.run.state is not State.ENDED:
        before = run.helper.speaking._making.texts
        seen = len(run.effects)
        run.to_the_next()
        for effect in run.effects[seen:]:
            waited += [text for text in aloud.spoken(effect) if text not in before]
            if aloud.waits(effect):
                break
    assert waited == []


@pytest.mark.parametrize("name", NAMES)
def test_words_begin_with_their_cue_and_never_overlap(name: str) -> None:
    run = SpokenRun(played(name), Track.INDIRECT)
    while run.runner.engine.run.state is not State.ENDED:
        run.to_the_next()
    shown = [effect.text for effect in run.effects if isinstance(effect, ShowBeat)]
    said = " ".join(text for _, text in run.helper.heard)
    assert len(run.helper.heard) >= len([text for text in shown if text]) // 2
    assert said


def test_a_pause_holds_the_sentence_and_going_on_says_it_again() -> None:
    run = SpokenRun(repertoire(TWO_TRACKS))
    run.passes(0.1)
    (first,) = [text for _, text in run.helper.heard]
    run.press(ev.Pause())
    run.passes(86_400)
    assert len(run.helper.heard) == 1
    run.press(ev.Resume())
    run.passes(1)
    assert [text for _, text in run.helper.heard] == [first, first]


@pytest.mark.parametrize(
    "event", [ev.Next(), ev.Back(), ev.Less(), ev.Noticing(), *map(ev.Report, list(Feeling)[2:5]), ev.Leave()]
)
def test_every_key_that_moves_the_run_ends_its_words(event: ev.Event, player: Recorded) -> None:
    voice = voice_with(player, Settings(aloud=True))
    voice.pressed(event)
    assert player.told == [("hush",)]


@pytest.mark.parametrize("event", [ev.Pause(), ev.Resume(), ev.SetPace(2.0), ev.Tick()])
def test_a_pause_and_the_pace_end_no_words(event: ev.Event, player: Recorded) -> None:
    voice_with(player, Settings(aloud=True)).pressed(event)
    assert player.told == []


def test_a_question_is_said_in_a_few_words_with_the_two_keys_that_matter(player: Recorded) -> None:
    voice = voice_with(player, Settings(aloud=True))
    voice.show(fx.AskCheckIn("How is that?", 1))
    assert player.said == [("How is that?", "Enter to carry on, c to ease off.")]
    assert sum(len(text.split()) for text in player.said[0]) <= 12


def test_the_question_mark_reads_the_rest_once(player: Recorded) -> None:
    voice = voice_with(player, Settings(aloud=True))
    assert not voice.read_out()
    voice.show(fx.AskCheckIn("How is that?", 1))
    assert voice.read_out()
    assert player.told[-2] == ("hush",)
    assert ("c.", "closing.") in pairwise(player.said[-1])
    assert not voice.read_out()
    voice.show(fx.AskCheckIn("And now?", 2))
    assert voice.read_out()


def test_stillness_is_still_and_its_reminder_is_not_said() -> None:
    run = SpokenRun(repertoire(TWO_TRACKS), Track.INDIRECT)
    for effect in run.effects:
        if isinstance(effect, ShowBeat):
            assert aloud.spoken(effect) == ((effect.text,) if effect.beat.kind.value != "quiet" else ())


def test_a_menu_says_its_line_and_ends_what_was_being_said(player: Recorded) -> None:
    voice = voice_with(player, Settings(aloud=True))
    voice.show(fx.OpenMenu(MenuKind.HALTED, (), 1, after=Feeling.TOO_MUCH))
    assert player.told[0] == ("hush",)
    assert len(player.said[0]) > 1
    assert player.said[0][-1].startswith("q to stop")


def test_a_tick_says_that_words_have_changed_unless_a_bell_does(player: Recorded) -> None:
    voice = voice_with(player, Settings(tick=True, bell=True))
    voice.show(fx.AskCheckIn("How is that?", 1))
    assert player.told == [("tick",)]
    voice.show(fx.RingBell(Tone.BOWL, 1))
    voice.show(fx.AskCheckIn("How is that?", 1))
    assert player.told == [("tick",)]
    voice.show(fx.RingBell(Tone.BOWL, 1, indirect=True))  # which is not heard
    voice.show(fx.AskCheckIn("How is that?", 1))
    assert player.told == [("tick",), ("tick",)]


def test_with_the_voice_on_nothing_ticks(player: Recorded) -> None:
    voice_with(player, Settings(tick=True, aloud=True)).show(fx.AskCheckIn("How is that?", 1))
    assert [name for name, *_ in player.told] == ["speak"]


def test_with_both_off_nothing_is_told(player: Recorded) -> None:
    voice = voice_with(player, Settings())
    run = SpokenRun(repertoire(TWO_TRACKS))
    for effect in run.effects:
        voice.show(effect)
    voice.look_ahead(run.runner.engine)
    assert player.told == []


def test_a_voice_that_is_switched_on_says_what_is_there_and_one_that_is_switched_off_is_silent(
    player: Recorded,
) -> None:
    voice = voice_with(player, Settings())
    voice.show(fx.AskCheckIn("How is that?", 1))
    voice._sound.use(Settings(aloud=True))
    voice.switched()
    assert player.said[-1][0] == "How is that?"
    voice._sound.use(Settings())
    voice.switched()
    assert player.told[-1] == ("hush",)


def test_loudness_goes_in_steps_from_soft_to_as_it_was_made() -> None:
    steps = [factor(step) for step in range(SOFTEST, LOUDEST + 1)]
    assert steps == sorted(steps)
    assert steps[-1] == 1.0
    assert 0.02 < steps[0] < 0.1


def test_looking_ahead_moves_nothing() -> None:
    run = SpokenRun(repertoire(TWO_TRACKS), Track.DIRECT)
    engine = run.runner.engine
    before = engine.run
    assert list(coming(engine))
    assert engine.run is before

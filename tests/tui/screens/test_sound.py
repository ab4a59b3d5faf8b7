from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from sessions.engine.effects import RingBell
from sessions.engine.state import State
from sessions.written import Bell, Tone, Track
from tests.fakes.alarm import HandAlarm
from tests.fakes.bells import Recorded
from tests.fakes.clock import FakeClock
from tests.fakes.small import TWO_TRACKS
from tests.fakes.stage import Stage, on_stage
from tui.app import Opening
from tui.rehearsal.app import RehearsalApp
from tui.run.performance import Performance
from tui.run.sound import Sound, factor
from tui.screens.player import PlayerPage
from tui.setting_kinds import LOUDEST, SOFTEST
from tui.settings import Settings

ON = Settings(notice_read=True, bell=True)
BOTH = Settings(notice_read=True, bell=True, bell_indirect=True)


QUIET = """
import asyncio, sys
from tests.fakes.stage import on_stage
from sessions.written import Track
async def main():
    async with on_stage() as stage:
        await stage.press("1", "enter")
        await stage.passes(900)
        await stage.press("o")
        await stage.passes(900)
        await stage.press("s", "enter")
asyncio.run(main())
sound = {"audio", "miniaudio", "simpleaudio", "pydub"}
print(*sorted(name for name in sys.modules if name.split(".")[0] in sound))
"""


def test_a_session_without_a_bell_loads_no_sound() -> None:
    run = subprocess.run([sys.executable, "-c", QUIET], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


async def test_bells_are_off_until_they_are_switched_on(players: list[Recorded]) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        assert not stage.shows("♪")
        assert players == []


async def test_a_bell_that_is_on_is_got_ready_while_one_chooses(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ON)):
        (player,) = players
        assert player.started == 1
        assert player.asked == []


async def test_a_bell_reaches_the_player_and_is_shown(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ON)) as stage:
        await stage.begin(TWO_TRACKS, Track.DIRECT)
        (player,) = players
        assert player.backend == "auto"
        assert player.asked == [("bowl", 1)]
        assert stage.shows("♪")
        await to_the_end(stage)
        assert player.asked == [("bowl", 1), ("bowl", 2)]
        assert stage.shows("♪ × 2")


async def to_the_end(stage: Stage) -> None:
    for _ in range(4):
        await stage.passes(300)
        if stage.player.runner.engine.run.bookmark is None:
            return
        await stage.press("s")


async def test_the_bell_can_be_switched_in_the_middle_of_a_session(players: list[Recorded]) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("r")
        (player,) = players
        assert player.asked == [("bowl", 1)]
        assert stage.shows("Bells can be heard now")
        await stage.press("r")
        assert player.faded == 1
        assert stage.app.sound.on is False


async def test_what_sounds_fades_as_soon_as_the_person_stops(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ON)) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("q")
        assert players[0].faded == 1


async def test_the_indirect_track_has_a_switch_of_its_own(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ON)) as stage:
        await stage.begin(TWO_TRACKS)
        stage.app.sound.ring(RingBell(Tone.CHIME, 1, indirect=True))
        assert players[0].asked == [("bowl", 1)]
        stage.app.change(bell_indirect=True)
        stage.app.sound.ring(RingBell(Tone.CHIME, 1, indirect=True))
        assert players[0].asked == [("bowl", 1), ("chime", 1)]


@pytest.mark.parametrize(("settings", "heard"), [(ON, 1), (BOTH, 2)])
async def test_a_bell_on_the_indirect_track_is_shown_and_heard_only_where_that_is_wanted(
    settings: Settings, heard: int, players: list[Recorded]
) -> None:
    belled = TWO_TRACKS.changed(indirect=(Bell(Tone.CHIME), *TWO_TRACKS.indirect))
    async with on_stage(Opening(settings=settings)) as stage:
        await stage.begin(belled, Track.INDIRECT)
        await stage.press("enter", "enter", "s")
        assert stage.shows("♪") == (settings is BOTH)
        assert len(players[0].asked) == heard


async def test_a_fault_is_told_once_and_the_session_goes_on(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ON)) as stage:
        await stage.begin(TWO_TRACKS)
        line = "No sound could be opened [ALSA: /dev/null]; bells are shown only."
        teller = threading.Thread(target=players[0].on_fault, args=(line,))
        teller.start()
        teller.join()
        await stage.settle()
        assert stage.shows(line)
        assert stage.text.count("No sound could be opened") == 1
        await stage.passes(10)
        assert stage.shows("a2")
        assert stage.is_in(State.BEAT)
        assert stage.shows("q stop")


def test_letting_go_of_a_sound_that_never_was_harms_nothing() -> None:
    sound = Sound(on_fault=lambda _: None)
    sound.close()
    sound.ring(RingBell(Tone.BOWL, 1))
    sound.prepare()
    assert sound._player is None


def test_the_player_is_closed_at_the_end(players: list[Recorded]) -> None:
    sound = Sound(on_fault=lambda _: None)
    sound.on = True
    sound.ring(RingBell(Tone.WOOD, 3))
    sound.close()
    assert players[0].closed
    assert players[0].asked == [("wood", 3)]


ALOUD = Settings(notice_read=True, aloud=True)


async def test_nothing_is_spoken_until_it_is_switched_on(players: list[Recorded]) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("enter", "space", "space", "c", "enter")
        assert players == []


async def test_the_voice_is_switched_by_a_key_and_says_what_is_there(players: list[Recorded]) -> None:
    async with on_stage() as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("!")
        (player,) = players
        assert player.said == [("a1",)]
        assert stage.shows("The words are spoken now.")
        await stage.press("!")
        assert player.told[-1] == ("hush",)
        await stage.passes(10)
        assert player.said == [("a1",)]
        assert stage.shows("a2")


async def test_prompts_are_spoken_as_they_are_shown(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ALOUD)) as stage:
        await stage.begin(TWO_TRACKS)
        (player,) = players
        assert player.said == [("a1",)]
        assert ("ahead", "a2") in player.told
        await stage.passes(10)
        assert player.said == [("a1",), ("a2",)]


@pytest.mark.parametrize("key", ["c", "t", "f", "b", "enter", "q"])
async def test_each_key_that_ends_the_words_ends_the_voice(key: str, players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ALOUD)) as stage:
        await stage.begin(TWO_TRACKS)
        before = len(players[0].told), players[0].faded
        await stage.press(key)
        assert ("hush",) in players[0].told[before[0] :] or players[0].faded > before[1]


async def test_space_holds_the_sentence_and_says_it_again(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ALOUD)) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("space")
        assert players[0].told[-1] == ("hold",)
        await stage.press("space")
        assert ("go on",) in players[0].told


async def test_another_page_holds_the_sentence_too(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ALOUD)) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("h")
        assert players[0].told[-1] == ("hold",)


async def test_back_among_the_sessions_nothing_goes_on_speaking(players: list[Recorded]) -> None:
    async with on_stage(Opening(settings=ALOUD)) as stage:
        await stage.begin(TWO_TRACKS)
        before = len(players[0].told)
        stage.app._to_library()
        await stage.settle()
        assert ("hush",) in players[0].told[before:]


async def test_the_question_mark_reads_answers_out_once_and_then_shows_all_keys(
    players: list[Recorded],
) -> None:
    async with on_stage(Opening(settings=ALOUD)) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.until_asked()
        await stage.press("question_mark")
        assert "c." in players[0].said[-1]
        assert stage.is_on(PlayerPage)
        await stage.press("question_mark")
        assert not stage.is_on(PlayerPage)


async def test_loudness_is_heard_at_once(players: list[Recorded]) -> None:
    both = ALOUD.changed(bell=True)
    async with on_stage(Opening(settings=both)) as stage:
        await stage.begin(TWO_TRACKS)
        await stage.press("(")
        (player,) = players
        assert ("levels", 1.0, factor(LOUDEST - 1)) in player.told
        assert ("sample", "This loud.") in player.told
        await stage.press(";")
        assert ("levels", factor(LOUDEST - 1), factor(LOUDEST - 1)) in player.told
        assert player.asked[-1] == ("wood", 1)
        assert stage.shows("Loudness of bells: 9 of 10.")
        for _ in range(12):
            await stage.press("(")
        assert stage.app.settings.voice_volume == SOFTEST
        await stage.press(")")
        assert stage.app.settings.voice_volume == SOFTEST + 1


async def test_the_page_of_a_session_has_a_switch_for_the_voice(players: list[Recorded]) -> None:
    async with on_stage(size=(100, 40)) as stage:
        await stage.press("1")
        assert stage.shows("! spoken words off")
        await stage.press("!")
        assert stage.shows("! spoken words on")
        assert players[0].said == [("This is how the words will sound.",)]


async def test_a_rehearsal_at_another_speed_says_nothing(players: list[Recorded]) -> None:
    clock = FakeClock()
    opening = Opening(settings=ALOUD, play=Performance(TWO_TRACKS, "two"))
    app = RehearsalApp(opening, clock=clock, alarm=HandAlarm(clock), answer=lambda _: None)
    async with app.run_test():
        await app._animator.wait_for_idle()
        assert [player.said for player in players if player.said] == []

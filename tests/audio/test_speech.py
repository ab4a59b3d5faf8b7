"""Words on a real sound server: which are heard, when they end, and what happens when something fails."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audio.player import Player
from audio.status import PlayerState
from audio.voices.base import Wish
from tests.audio.conftest import sound_processes
from tests.audio.listening import decibels, peak, tone_at
from tests.audio.pulse import RATE, PulseServer, Recorder
from tests.audio.voices.fakes import hums, program
from tests.audio.words import SAME, likeness, steepest
from tests.patience import AT_ONCE, eventually, took

pytestmark = [
    pytest.mark.sound,
    pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed"),
]

Start = Callable[..., Player]
QUIET = -55.0
ONE = "Everything here can be changed, skipped or stopped."
TWO = "Find an edge in the room. A table, a window frame."


@pytest.fixture
def recorder(well_server: PulseServer) -> Iterator[Recorder]:
    with Recorder(well_server) as recorder:
        yield recorder


def speaking(player: Player, wish: Wish | None = None) -> Player:
    """A player whose voice is ready."""
    player.use_voice(wish or Wish("espeak-ng"))
    player.start()
    assert eventually(lambda: player.status.voice_known), player.status
    assert player.status.voice, player.status
    return player


def heard(recorder: Recorder, since: int = 0) -> bool:
    return peak(recorder.samples[since:]) > QUIET


def silent_again(recorder: Recorder) -> bool:
    return peak(recorder.samples[-RATE // 5 :]) < QUIET


@pytest.mark.parametrize("backend", ["miniaudio", "command"])
def test_the_right_words_are_heard(backend: str, player: Start, recorder: Recorder) -> None:
    voice = speaking(player(backend))
    voice.ahead([TWO])
    voice.speak([ONE])
    assert voice.wait_quiet(60)
    assert eventually(lambda: silent_again(recorder))
    samples = recorder.samples
    assert likeness(samples, RATE, ONE) > SAME
    assert likeness(samples, RATE, TWO) < SAME - 0.2
    voice.speak([TWO])
    assert voice.wait_quiet(60)
    assert likeness(recorder.samples[len(samples) :], RATE, TWO) > SAME
    assert peak(recorder.samples) < -2


@pytest.mark.parametrize("backend", ["miniaudio", "command"])
@pytest.mark.parametrize("way", ["hush", "hold", "fade_out"])
def test_words_end_softly_and_stay_ended(backend: str, way: str, player: Start, recorder: Recorder) -> None:
    voice = speaking(player(backend))
    voice.speak([ONE])
    assert eventually(lambda: heard(recorder))
    time.sleep(0.7)
    getattr(voice, way)()
    assert eventually(lambda: silent_again(recorder))
    end = len(recorder.samples)
    time.sleep(1.0)
    samples = recorder.samples
    assert peak(samples[end:]) < QUIET
    last = max(i for i, sample in enumerate(samples) if abs(sample) > 60)
    loudest = steepest(samples[: last - RATE // 5])
    assert steepest(samples[last - RATE // 50 :]) < loudest / 2


def test_a_sentence_that_was_held_is_said_again(player: Start, recorder: Recorder) -> None:
    voice = speaking(player("miniaudio"))
    voice.speak([ONE])
    assert eventually(lambda: heard(recorder))
    time.sleep(0.7)
    voice.hold()
    assert eventually(lambda: silent_again(recorder))
    before = len(recorder.samples)
    voice.go_on()
    assert voice.wait_quiet(60)
    assert likeness(recorder.samples[before:], RATE, ONE) > SAME


def test_a_bell_is_alone_at_first_and_drawn_back_then(player: Start, recorder: Recorder) -> None:
    voice = speaking(player("miniaudio"))
    voice.ahead([ONE])
    voice.play("bowl")
    voice.speak([ONE])
    assert eventually(lambda: heard(recorder))
    first = next(i for i, sample in enumerate(recorder.samples) if abs(sample) > 300)
    assert eventually(lambda: len(recorder.samples) > first + 7 * RATE)
    samples = recorder.samples[first:]
    alone, behind = (
        decibels(tone_at(samples[at * RATE : at * RATE + RATE // 3], 220, RATE)) for at in (1, 3)
    )
    assert alone > -35
    assert behind < min(-32, alone - 3)
    assert likeness(samples[RATE:], RATE, ONE) > SAME
    assert peak(samples) < -1


def test_loudness_changes_while_words_are_heard(player: Start, recorder: Recorder) -> None:
    voice = speaking(player("miniaudio"))
    voice.speak([ONE, TWO])
    assert eventually(lambda: heard(recorder))
    time.sleep(0.5)
    before = peak(recorder.samples)
    voice.set_levels(voice=0.1)
    time.sleep(0.6)
    start = len(recorder.samples)
    assert eventually(lambda: len(recorder.samples) > start + RATE)
    assert peak(recorder.samples[start:]) < before - 12


def test_a_tick_is_soft(player: Start, recorder: Recorder) -> None:
    voice = player("miniaudio")
    voice.start()
    voice.wait_ready(60)
    voice.tick()
    assert eventually(lambda: heard(recorder))
    time.sleep(0.3)
    assert -30 < peak(recorder.samples) < -18


def test_a_server_killed_in_mid_word_is_one_line(
    player: Start, server: PulseServer, capfd: pytest.CaptureFixture[str]
) -> None:
    told: list[str] = []
    voice = speaking(player("miniaudio", told.append))
    with Recorder(server) as recorder:
        voice.speak([ONE, TWO])
        assert eventually(lambda: heard(recorder))
    server.kill()
    assert eventually(lambda: voice.status.state is PlayerState.FAULT)
    assert took(lambda: voice.speak([TWO])) < AT_ONCE
    assert took(voice.close) < AT_ONCE
    assert len(told) == 1
    assert "\n" not in told[0]
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGSTOP])
def test_a_helper_that_is_killed_or_frozen_in_mid_word_holds_nobody_up(
    end: signal.Signals, player: Start, well_server: PulseServer
) -> None:
    told: list[str] = []
    voice = speaking(player("miniaudio", told.append))
    with Recorder(well_server) as recorder:
        voice.speak([ONE])
        assert eventually(lambda: heard(recorder))
    assert voice._link._process is not None
    os.kill(voice._link._process.pid, end)
    for _ in range(200):
        assert took(lambda: voice.speak([TWO * 20])) < AT_ONCE  # more than a pipe holds
        voice.hush()
    assert took(voice.close) < AT_ONCE


@pytest.mark.parametrize(
    "end",
    [
        signal.SIGKILL,
        # Fifteen seconds pass until it is taken for frozen; with a fake clock: tests/audio/test_speaking.py.
        pytest.param(signal.SIGSTOP, marks=pytest.mark.life_speed),
    ],
)
def test_a_renderer_that_is_killed_or_frozen_costs_words_and_no_bell(
    end: signal.Signals, player: Start, recorder: Recorder, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = os.environ["AJAR_TEST_MARK"]
    told: list[str] = []
    voice = speaking(player("miniaudio", told.append))
    (renderer,) = sound_processes(mark, ("audio.voices.renderer",))
    os.kill(renderer, end)
    voice.speak([ONE])
    voice.play("wood")
    assert eventually(lambda: heard(recorder))
    assert eventually(lambda: told)
    assert len(told) == 1
    del monkeypatch
    voice.speak([TWO])
    assert eventually(lambda: voice.status.voice)
    assert voice.wait_quiet(60)
    assert likeness(recorder.samples, RATE, TWO) > SAME


def test_a_renderer_without_memory_costs_words_and_no_bell(player: Start, recorder: Recorder) -> None:
    told: list[str] = []
    voice = speaking(player("miniaudio", told.append))
    (renderer,) = sound_processes(os.environ["AJAR_TEST_MARK"], ("audio.voices.renderer",))
    out_of_memory(renderer)
    voice.speak([ONE])
    voice.play("wood")
    assert eventually(lambda: heard(recorder))
    assert eventually(lambda: told)
    assert len(told) == 1
    voice.speak([TWO])
    assert voice.wait_quiet(60)
    assert took(voice.close) < AT_ONCE


def test_a_helper_without_memory_is_one_line_and_left_at_once(player: Start, recorder: Recorder) -> None:
    del recorder  # a sound server that works
    told: list[str] = []
    voice = speaking(player("miniaudio", told.append))
    for helper in sound_processes(os.environ["AJAR_TEST_MARK"], ("audio.helper", "audio.voices.renderer")):
        out_of_memory(helper)
    voice.speak([ONE * 40])
    for _ in range(40):
        voice.play("wood")
    assert eventually(lambda: told)
    assert took(voice.close) < AT_ONCE
    assert len(told) == 1


def out_of_memory(pid: int) -> None:
    """Let a process have none beyond what it holds, as on a machine where none is left."""
    resource.prlimit(pid, resource.RLIMIT_AS, (1 << 20, 1 << 20))


def test_a_voice_that_fails_gives_way_with_one_line(
    player: Start, recorder: Recorder, tmp_path: Path
) -> None:
    told: list[str] = []
    command = program(tmp_path, "mine", "sys.exit(3)")
    voice = speaking(player("miniaudio", told.append), Wish(command=command))
    assert voice.status.voice == "command"
    voice.speak([ONE])
    assert voice.wait_quiet(60)
    assert heard(recorder)
    assert len(told) == 1
    assert "command failed: mine ended with exit code 3" in told[0]


SITTER = """
import sys, time
from audio.player import Player
from audio.voices.base import Wish
player = Player("miniaudio")
player.use_voice(Wish(command=sys.argv[1]))
player.start()
player.wait_voice(60)
player.speak(["a very private sentence"])
print("asked", flush=True)
time.sleep(60)
"""


def made(mark: str) -> list[str]:
    """The command lines of voices under way; that of the sitter names one as well."""
    return [line for line in sound_processes(mark, ("hums",)).values() if "import" not in line]


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
@pytest.mark.parametrize("when", ["being made", "being said"])
def test_nothing_is_left_of_words_however_the_app_ends(
    end: signal.Signals, when: str, well_server: PulseServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No process and no file, in the middle of making them and in the middle of saying them."""
    mark, places = f"left-{end}-{when}", tmp_path / "tmp"
    places.mkdir()
    monkeypatch.setenv("AJAR_TEST_MARK", mark)
    monkeypatch.setenv("TMPDIR", str(places))
    command = hums(tmp_path, 20.0, "time.sleep(30)" if when == "being made" else "")
    sitter = subprocess.Popen([sys.executable, "-c", SITTER, command], stdout=subprocess.PIPE)
    with sitter, Recorder(well_server) as recorder:
        assert sitter.stdout is not None
        assert sitter.stdout.readline() == b"asked\n"
        if when == "being said":
            assert eventually(lambda: heard(recorder))
        else:
            assert eventually(lambda: any("hums" in line for line in made(mark)))
        sitter.send_signal(end)
    left = ("audio.", "hums")
    assert eventually(lambda: not sound_processes(mark, left)), sound_processes(mark, left)
    assert [path for path in places.rglob("*") if path.is_file()] == []

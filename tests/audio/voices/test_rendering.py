"""The renderer process: what it makes, and what is left of it however it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from audio.voices.base import VoiceError, Wish
from audio.voices.choose import KINDS
from audio.voices.clip import seconds
from audio.voices.program import heard_from
from audio.voices.rendering import FROZEN, RUBBISH, STOPPED, Open, Renderer, opened, spoken
from tests.audio.conftest import sound_processes
from tests.audio.voices.fakes import hums, program
from tests.patience import AT_ONCE, eventually, took

needs_espeak = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
TEXT = "Have a look round. Is there a colour you like?"
Start = Callable[..., Renderer]


@pytest.fixture
def mark(monkeypatch: pytest.MonkeyPatch) -> str:
    """Stands in the environment of every process of this test."""
    mark = uuid.uuid4().hex
    monkeypatch.setenv("AJAR_TEST_MARK", mark)
    return mark


@pytest.fixture
def start(mark: str) -> Iterator[Start]:
    """Starts renderers, ends them, and insists that none of them leaves a process."""
    made: list[Renderer] = []

    def renderer(wish: Wish) -> Renderer:
        made.append(Renderer(wish))
        return made[-1]

    yield renderer
    for one in made:
        one.close()
    assert eventually(lambda: not living(mark)), living(mark)


def living(mark: str) -> dict[int, str]:
    return sound_processes(mark, ("audio.", "espeak", "flite", "mine", "hums", "sleep"))


@needs_espeak
def test_sentences_come_one_by_one(start: Start) -> None:
    renderer = start(Wish(voice="espeak-ng"))
    assert opened(renderer) == Open("espeak-ng", "en", opened_others("espeak-ng"))
    first, second = spoken(renderer, TEXT)
    assert 0.5 < seconds(first) < 4
    assert 0.5 < seconds(second) < 4
    assert spoken(renderer, TEXT) == [first, second]


def opened_others(kind: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, f"{kind} was asked for") for name in KINDS if name != kind)


def test_no_text_is_to_be_seen_among_the_processes(start: Start, tmp_path: Path, mark: str) -> None:
    slow = hums(tmp_path, before="time.sleep(0.6)")
    renderer = start(Wish(voice="command", command=slow))
    opened(renderer)
    renderer.ask(1, "a very private sentence")
    assert eventually(lambda: any("hums" in line for line in living(mark).values()))
    assert not any("private" in line for line in living(mark).values())


def test_a_text_that_cannot_be_spoken_is_told_and_the_next_is_tried(start: Start, tmp_path: Path) -> None:
    fails = program(tmp_path, "mine", "sys.exit('stop' in sys.stdin.read())")
    renderer = start(Wish(voice="command", command=fails))
    opened(renderer)
    with pytest.raises(VoiceError, match="command was asked for, but what came back is no sound"):
        spoken(renderer, "go")


def test_no_voice_at_all_is_told_in_its_last_words(start: Start) -> None:
    with pytest.raises(VoiceError, match="command was asked for, but the settings name no command"):
        opened(start(Wish(voice="command")))


def test_a_renderer_that_is_killed_is_noticed(start: Start, tmp_path: Path) -> None:
    renderer = start(Wish(voice="command", command=hums(tmp_path)))
    opened(renderer)
    renderer._process.kill()
    with pytest.raises(VoiceError, match=STOPPED):
        spoken(renderer, TEXT)


def test_a_renderer_that_is_frozen_is_not_waited_for(start: Start, tmp_path: Path) -> None:
    renderer = start(Wish(voice="command", command=hums(tmp_path)))
    opened(renderer)
    os.kill(renderer._process.pid, signal.SIGSTOP)
    with pytest.raises(VoiceError, match=FROZEN):
        spoken(renderer, TEXT, 0.3)
    assert took(renderer.close) < AT_ONCE


@pytest.mark.parametrize(
    "said",
    [
        "print('hello')",
        'print(\'{"say": "part", "id": 1, "voice": "x", "bytes": 99999999999}\')',
        'print(\'{"say": "made"}\')',
        'print(\'{"say": "open", "voice": "x", "detail": "", "passed_over": [1, 2]}\')',
        "sys.stdout.buffer.write(bytes(1 << 20))",
    ],
)
def test_rubbish_from_a_renderer_is_told_as_such(
    said: str, start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = program(tmp_path, "mine", f"{said}\nsys.stdout.flush()\nsys.stdin.read()")
    popen = subprocess.Popen
    monkeypatch.setattr("audio.voices.rendering.subprocess.Popen", lambda _argv, **more: popen([bad], **more))
    renderer = start(Wish())
    with pytest.raises(VoiceError, match=RUBBISH):
        spoken(renderer, TEXT, 5)


HOLDER = """
import sys, time
from audio.voices.base import Wish
from audio.voices.rendering import Renderer, opened
renderer = Renderer(Wish(voice="command", command=sys.argv[1]))
opened(renderer)
renderer.ask(1, "x")
print("asked", flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_nothing_is_left_when_whoever_holds_it_is_ended_in_mid_text(
    end: signal.Signals, mark: str, tmp_path: Path
) -> None:
    command = f"sh -c 'sleep 300 | cat; {program(tmp_path, 'mine', 'time.sleep(60)')}'"
    with subprocess.Popen([sys.executable, "-c", HOLDER, command], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"asked\n"
        assert eventually(lambda: any("sleep 300" in line for line in living(mark).values()))
        holder.send_signal(end)
    assert eventually(lambda: not living(mark)), living(mark)


def test_a_command_that_hangs_takes_its_children_with_it(
    mark: str,
) -> None:
    with pytest.raises(VoiceError, match="took too long"):
        heard_from(["sh", "-c", "sleep 300 | cat"], "x", 0.3)
    assert eventually(lambda: not living(mark)), living(mark)

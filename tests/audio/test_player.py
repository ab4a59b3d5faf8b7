import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from audio.backends.choose import KINDS
from audio.helper_link import MAX_HELPERS
from audio.player import Player
from audio.status import PlayerState, fault_line
from tests.patience import AT_ONCE, PATIENCE, eventually, took

Start = Callable[..., Player]


def helper_of(player: Player) -> int:
    assert player._link._process is not None
    return player._link._process.pid


def test_nothing_is_started_until_it_is_asked_for(player: Start) -> None:
    quiet = player("silent")
    states = [quiet.status.state]
    quiet.fade_out()
    assert quiet.wait_quiet(0)
    states.append(quiet.status.state)
    quiet.close()
    states.append(quiet.status.state)
    assert states == [PlayerState.OFF, PlayerState.OFF, PlayerState.CLOSED]


def test_a_forced_silence_is_no_fault(player: Start) -> None:
    told: list[str] = []
    silent = player("silent", told.append)
    silent.play("bowl", strikes=1)
    assert silent.wait_quiet(PATIENCE)
    assert silent.status.state is PlayerState.READY
    assert silent.status.backend == "silent"
    assert dict(silent.status.passed_over)["miniaudio"] == "silent was asked for"
    silent.close()
    assert told == []


def test_starting_and_playing_do_not_wait_for_the_helper(
    player: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """The helper here says nothing until it is let go."""
    held, program = tmp_path / "held", tmp_path / "python"
    os.mkfifo(held)
    program.write_text(f'#!/bin/sh\nread _ < {held}\nexec {sys.executable} "$@"\n')
    program.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(program))
    silent = player("silent")
    silent.start()
    silent.play("wood")
    assert silent.status.state is PlayerState.STARTING
    held.write_text("go\n")
    assert silent.wait_ready(PATIENCE).state is PlayerState.READY


def test_several_strikes_take_their_time(player: Start) -> None:
    silent = player("silent")
    silent.start()
    silent.wait_ready(PATIENCE)

    def rings() -> None:
        silent.play("wood", strikes=2)
        assert silent.wait_quiet(PATIENCE)

    assert took(rings) > 0.5


def test_a_fade_forgets_the_strikes_to_come(player: Start) -> None:
    silent = player("silent")
    silent.start()
    silent.wait_ready(PATIENCE)
    silent.play("bowl", strikes=12)
    silent.fade_out()
    assert silent.wait_quiet(AT_ONCE)


def test_a_machine_without_sound_is_told_of_once(player: Start, no_sound: None) -> None:
    del no_sound
    told: list[str] = []
    deaf = player("auto", told.append)
    deaf.play("bowl")
    assert deaf.wait_ready(PATIENCE).state is PlayerState.FAULT
    assert set(dict(deaf.status.passed_over)) == {"simpleaudio", "miniaudio", "command"}
    deaf.play("bowl")
    assert deaf.wait_ready(PATIENCE).state is PlayerState.FAULT
    deaf.close()
    assert told == [fault_line("no way of making sound works here")]


def test_a_backend_that_is_unknown_is_told_of_once(player: Start) -> None:
    told: list[str] = []
    odd = player("trumpet", told.append)
    odd.start()
    odd.wait_ready(PATIENCE)
    odd.close()
    assert told == [
        fault_line(
            f"trumpet was asked for, but there is no backend called trumpet; there are {', '.join(KINDS)}"
        )
    ]


def test_a_run_does_not_ask_for_ever(player: Start) -> None:
    odd = player("trumpet")
    for _ in range(MAX_HELPERS):
        odd.play("wood")
        assert odd.wait_ready(PATIENCE).state is PlayerState.FAULT
    odd.play("wood")
    assert odd.status.state is PlayerState.FAULT


def test_a_helper_that_dies_is_told_of_and_replaced(player: Start) -> None:
    told: list[str] = []
    mended = player("silent", told.append)
    mended.start()
    mended.wait_ready(PATIENCE)
    os.kill(helper_of(mended), signal.SIGKILL)
    assert eventually(lambda: mended.status.state is PlayerState.FAULT)
    mended.play("wood")
    assert mended.wait_ready(PATIENCE).state is PlayerState.READY
    assert told == [fault_line("the sound helper stopped")]


def test_a_backend_that_crashes_is_avoided_afterwards(player: Start, no_sound: None) -> None:
    del no_sound
    careful = player("auto")
    careful.start()
    careful.wait_ready(PATIENCE)
    careful._link._avoid.append("miniaudio")
    careful.play("wood")
    assert dict(careful.wait_ready(PATIENCE).passed_over)["miniaudio"] == "it failed a moment ago"


def test_a_helper_that_cannot_start_is_a_fault(player: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    lost = player("silent")
    lost.play("wood")
    reason = "no such file or directory"
    assert lost.wait_ready(PATIENCE).fault == f"the sound helper could not be started: {reason}"


def test_a_frozen_helper_stalls_nobody(player: Start) -> None:
    frozen = player("silent")
    frozen.start()
    frozen.wait_ready(PATIENCE)
    os.kill(helper_of(frozen), signal.SIGSTOP)
    assert max(took(lambda: frozen.play("wood")) for _ in range(3000)) < AT_ONCE
    assert took(frozen.fade_out) < AT_ONCE
    assert took(frozen.close) < AT_ONCE


def test_closing_at_once_leaves_nothing(player: Start) -> None:
    hasty = player("silent")
    hasty.play("wood")
    assert took(hasty.close) < AT_ONCE
    hasty.close()
    hasty.play("wood")
    hasty.start()
    assert hasty.status.state is PlayerState.CLOSED


def test_a_quiet_helper_leaves_by_itself(player: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audio.helper_link.LEAVE_SECONDS", PATIENCE)
    silent = player("silent")
    silent.play("wood")
    silent.wait_quiet(PATIENCE)
    helper = silent._link._process
    assert helper is not None
    assert took(silent.close) < AT_ONCE
    assert helper.returncode == 0


def test_a_callback_into_a_loop_that_is_gone_harms_nothing(player: Start) -> None:
    def gone(_line: str) -> None:
        raise RuntimeError("Event loop is closed")

    odd = player("trumpet", gone)
    odd.start()
    assert odd.wait_ready(PATIENCE).state is PlayerState.FAULT


def test_threads_end_with_the_player(player: Start) -> None:
    before = set(threading.enumerate())
    silent = player("silent")
    silent.start()
    silent.wait_ready(PATIENCE)
    silent.close()
    assert "ajar-sound" not in {thread.name for thread in set(threading.enumerate()) - before}


PARENT = """
import os, signal, sys
from audio.player import Player
player = Player("silent")
player.start()
player.wait_ready(60)
print(player._link._process.pid, flush=True)
signal.pause()
"""


def start_parent(source: str, folder: Path) -> "tuple[subprocess.Popen[bytes], int]":
    """A Python of its own with a player in it, and the process number of its helper."""
    root = str(Path(__file__).resolve().parents[2])
    parent = subprocess.Popen(
        [sys.executable, "-c", source],
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": root},
        cwd=folder,
    )
    assert parent.stdout is not None
    return parent, int(parent.stdout.readline())


def is_alive(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] not in "ZX"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_the_helper_leaves_when_its_parent_is_killed(tmp_path: Path) -> None:
    parent, helper = start_parent(PARENT, tmp_path)
    with parent:
        assert is_alive(helper)
        parent.kill()
    assert eventually(lambda: not is_alive(helper))


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_a_player_that_nobody_closes_is_closed_at_exit(tmp_path: Path) -> None:
    parent, helper = start_parent(PARENT.replace("signal.pause()", "print('bye')"), tmp_path)
    with parent:
        assert parent.stdout is not None
        assert parent.stdout.read() == b"bye\n"
    assert parent.returncode == 0
    assert eventually(lambda: not is_alive(helper))


def test_a_file_in_the_current_folder_cannot_stand_in(
    player: Start, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "argparse.py").write_text("raise SystemExit(3)\n")
    monkeypatch.chdir(tmp_path)
    silent = player("silent")
    silent.start()
    assert silent.wait_ready(PATIENCE).state is PlayerState.READY


def test_nothing_is_printed(player: Start, no_sound: None, capfd: pytest.CaptureFixture[str]) -> None:
    del no_sound
    deaf = player("auto")
    deaf.play("wood")
    deaf.wait_ready(PATIENCE)
    deaf.close()
    assert capfd.readouterr() == ("", "")

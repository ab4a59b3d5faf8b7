"""The command backend with each program it knows, on a real sound server."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from audio.player import Player
from audio.status import PlayerState
from tests.audio.listening import peak
from tests.audio.pulse import PulseServer, Recorder
from tests.patience import PATIENCE, eventually

Start = Callable[..., Player]

pytestmark = pytest.mark.sound

PAPLAY = shutil.which("paplay")  # found now, since these tests empty the PATH
APLAY = shutil.which("aplay")


@pytest.fixture
def path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The one folder on the PATH, empty so far."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


@pytest.fixture
def recorder(well_server: PulseServer) -> Recorder:
    return Recorder(well_server)


def ring_and_fade(bell: Player, recorder: Recorder) -> None:
    with recorder:
        bell.play("bowl")
        assert eventually(lambda: peak(recorder.samples) > -20)
        bell.fade_out()
        assert bell.wait_quiet(PATIENCE)


@pytest.mark.parametrize(("program", "real"), [("paplay", PAPLAY), ("aplay", APLAY)])
def test_a_program_that_takes_a_stream(
    program: str, real: str | None, player: Start, recorder: Recorder, path: Path
) -> None:
    if real is None:
        pytest.skip(f"{program} is not installed")
    (path / program).symlink_to(real)
    bell = player("command")
    bell.start()
    assert bell.wait_ready(PATIENCE).detail == program
    ring_and_fade(bell, recorder)


@pytest.mark.parametrize("program", ["pw-play", "afplay"])
def test_a_program_that_takes_a_file(program: str, player: Start, recorder: Recorder, path: Path) -> None:
    stand_in = path / program  # paplay takes files as well, by the same arguments
    stand_in.write_text(f'#!/bin/sh\nexec {PAPLAY} "$@"\n')
    stand_in.chmod(0o755)
    bell = player("command")
    bell.start()
    assert bell.wait_ready(PATIENCE).detail == program
    ring_and_fade(bell, recorder)


def test_a_program_that_fails_in_mid_bell(player: Start, path: Path) -> None:
    program = path / "afplay"
    program.write_text(f"#!/bin/sh\n[ -e {path}/probed ] && exit 3\n: > {path}/probed\n")
    program.chmod(0o755)
    bell = player("command")
    bell.play("wood")
    assert eventually(lambda: bell.status.state is PlayerState.FAULT)
    assert bell.status.fault == "afplay ended with exit code 3"


def test_files_are_removed(
    player: Start, path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    program = path / "afplay"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    bell = player("command")
    bell.play("wood")
    assert bell.wait_quiet(PATIENCE)
    assert list(tmp_path.glob("ajar-*/*.wav"))
    bell.close()
    assert not list(tmp_path.glob("ajar-*"))

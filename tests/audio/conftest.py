import contextlib
import os
import signal
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from audio.player import Player
from tests.audio import pulse
from tests.audio.pulse import PulseServer

Start = Callable[..., Player]


@pytest.fixture
def no_sound(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Simulate a machine without any way to make sound."""
    config = tmp_path / "no-alsa.conf"
    config.touch()
    for name, value in {
        "PULSE_SERVER": f"unix:{tmp_path}/nobody",
        "PIPEWIRE_REMOTE": "nobody",
        "ALSA_CONFIG_PATH": str(config),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PATH": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[PulseServer]:
    """A sound server, the only one for this process and its children, that tests may freeze or kill."""
    with started(tmp_path) as server:
        see_only(server, monkeypatch)
        yield server


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PulseServer]:
    with started(tmp_path_factory.mktemp("pulse")) as server:
        yield server


@pytest.fixture
def well_server(monkeypatch: pytest.MonkeyPatch, shared_server: PulseServer) -> PulseServer:
    """A shared sound server, for tests that leave it as it is."""
    see_only(shared_server, monkeypatch)
    return shared_server


@contextlib.contextmanager
def started(folder: Path) -> Iterator[PulseServer]:
    if pulse.MISSING:
        pytest.skip(f"not installed: {', '.join(pulse.MISSING)}")
    server = PulseServer(folder)
    try:
        yield server.start()
    finally:
        server.kill()


def see_only(server: PulseServer, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in server.env.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def player(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Makes players, closes them at the end, and checks that none leaves a process behind."""
    mark = uuid.uuid4().hex
    monkeypatch.setenv("AJAR_TEST_MARK", mark)
    made: list[Player] = []

    def make(backend: str = "auto", on_fault: Callable[[str], None] | None = None) -> Player:
        made.append(Player(backend, on_fault))
        return made[-1]

    yield make
    for one in made:
        one.close()
    left = sound_processes(mark)
    for process in left:
        os.kill(process, signal.SIGKILL)
    assert not left, f"left behind: {left}"


PROGRAMS = ("audio.helper", "audio.voices.renderer", "paplay", "aplay", "pw-play", "espeak-ng", "flite")


def sound_processes(mark: str, names: Sequence[str] = PROGRAMS) -> dict[int, str]:
    """Living helpers, voices and sound programs that descend from the test with this mark."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            command = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            ours = f"AJAR_TEST_MARK={mark}".encode() in (folder / "environ").read_bytes()
            if ours and any(name in command for name in names):
                found[int(folder.name)] = command
    return found

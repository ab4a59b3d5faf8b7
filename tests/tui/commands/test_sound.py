"""`ajar bell`, `ajar doctor` and the bell of a sitting, with a real sound server and without any."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

import pytest

from audio.status import fault_line
from audio.voices.choose import KINDS
from tests.audio.conftest import sound_processes
from tests.audio.listening import peak
from tests.audio.pulse import MISSING, PulseServer, Recorder
from tests.fakes.files import SHORT_BEATS
from tests.patience import PATIENCE, eventually

ROOT = Path(__file__).parents[3]
AJAR = (sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())")

needs_espeak = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")

AUDIBLE = -40.0
"""dBFS; a bell peaks at -12, and a null sink adds nothing of its own."""


def ajar(*args: str, env: Mapping[str, str], typed: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*AJAR, *args],
        cwd=ROOT,
        env=os.environ | env,
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


@pytest.fixture
def session(tmp_path: Path) -> str:
    """A file whose first beat has a bell and lasts a second."""
    path = tmp_path / "short.session.yaml"
    path.write_text(SHORT_BEATS)
    return str(path)


@pytest.fixture
def silence(tmp_path: Path) -> dict[str, str]:
    """The environment of a machine on which nothing can play."""
    config = tmp_path / "no-alsa.conf"
    config.touch()
    return {
        "PULSE_SERVER": f"unix:{tmp_path}/nobody",
        "PIPEWIRE_REMOTE": "nobody",
        "ALSA_CONFIG_PATH": str(config),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "PATH": str(tmp_path),
    }


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PulseServer]:
    if MISSING:
        pytest.skip(f"not installed: {', '.join(MISSING)}")
    server = PulseServer(tmp_path_factory.mktemp("pulse"))
    try:
        yield server.start()
    finally:
        server.kill()


def test_a_bell_that_cannot_be_heard_is_told_plainly(silence: dict[str, str]) -> None:
    done = ajar("bell", "chime", env=silence)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "No bell can be heard: no way of making sound works here. `ajar doctor` says more.\n"
    )


def test_silence_that_was_asked_for_is_told_as_such(silence: dict[str, str], home: Path) -> None:
    path = home / "config" / "ajar" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('sound = "silent"\n')
    done = ajar("bell", env=silence)
    assert done.returncode == 1
    assert done.stderr == "No bell can be heard: the settings ask for silence.\n"


def test_the_doctor_says_why_and_where_files_go(silence: dict[str, str], home: Path) -> None:
    done = ajar("doctor", env=silence)
    assert done.returncode == 0
    assert done.stdout.startswith("no sound: ")
    assert f"your settings: {home}/config/ajar/settings.toml, not there, and not needed\n" in done.stdout
    assert list(home.rglob("*")) == []


def test_a_sitting_without_sound_says_so_once_and_goes_on(silence: dict[str, str], session: str) -> None:
    done = ajar("play", session, "--bell", "--pace", "3", env=silence)
    assert done.returncode == 0
    assert done.stdout.count(fault_line("no way of making sound works here")) == 1
    assert "How is it?" in done.stdout


TRIES = 4
"""A busy machine leaves out a bell that would come two seconds late; of so many one is heard."""


def rings(server: PulseServer, *args: str) -> tuple[bool, subprocess.CompletedProcess[str]]:
    """Whether a bell is heard while a command runs, and what the command says."""
    with Recorder(server) as recorder:
        done = ajar(*args, env=server.env)
        end = recorder.seconds + 0.5
        assert eventually(lambda: recorder.seconds > end)
    return peak(recorder.samples) > AUDIBLE, done


@pytest.mark.sound
def test_a_bell_is_heard_and_named(server: PulseServer) -> None:
    for _ in range(TRIES):
        heard, done = rings(server, "bell", "wood")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("wood, through ")
        if heard:
            break
    assert heard


@pytest.mark.sound
def test_a_sitting_is_silent_until_the_bell_is_switched_on(server: PulseServer, session: str) -> None:
    heard, done = rings(server, "play", session)
    assert (heard, done.returncode) == (False, 0)
    assert any(rings(server, "play", session, "--bell")[0] for _ in range(TRIES))


@pytest.mark.sound
@needs_espeak
def test_a_voice_is_heard_and_all_voices_are_listed(server: PulseServer) -> None:
    with Recorder(server) as recorder:
        done = ajar("voice", "--voice", "espeak-ng", "--rate", "150", env=server.env)
        assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("espeak-ng (en), through ")
    listed = done.stdout.partition("voices:\n")[2].splitlines()
    assert [line.split()[0] for line in listed if ":" not in line.split()[0]] == list(KINDS)
    assert any(line.strip().startswith("espeak-ng:en") for line in listed)
    assert peak(recorder.samples) > AUDIBLE


@pytest.mark.sound
@needs_espeak
def test_a_softer_voice_is_softer(server: PulseServer) -> None:
    peaks = []
    for volume in ("10", "5"):
        with Recorder(server) as recorder:
            assert ajar("voice", "--voice", "espeak-ng", "--volume", volume, env=server.env).returncode == 0
        peaks.append(peak(recorder.samples))
    assert peaks[0] - peaks[1] == pytest.approx(15, abs=1.5)


def test_a_voice_that_cannot_be_heard_is_told_plainly(silence: dict[str, str]) -> None:
    done = ajar("voice", env=silence)
    assert done.returncode == 1
    assert done.stderr == (
        "Nothing can be spoken: no way of making sound works here. `ajar doctor` says more.\n"
    )
    assert "  espeak-ng  no: it is not installed\n" in done.stdout


def test_a_voice_that_does_not_exist_is_told_with_those_that_do(silence: dict[str, str]) -> None:
    done = ajar("doctor", env=silence | {"XDG_CONFIG_HOME": "/nowhere"})
    found = "voice: piper, en_US-joe-medium" if find_spec("piper") else "no voice: no voice works here"
    assert f"\n{found}\n  not recordings: " in done.stdout
    assert "words spoken: off" in done.stdout


@pytest.mark.sound
@needs_espeak
def test_plain_lines_are_silent_unless_they_are_asked_to_be_spoken(
    server: PulseServer, session: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the settings say aloud as well: a screen reader speaks already."""
    mark = "spoken when asked"
    monkeypatch.setenv("AJAR_TEST_MARK", mark)
    path = home / "config" / "ajar" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('aloud = true\nvoice = "espeak-ng"\n')
    with Recorder(server) as recorder:
        assert ajar("play", session, "--plain", "--pace", "3", env=server.env).returncode == 0
    assert peak(recorder.samples) < AUDIBLE
    spoken = [*AJAR, "play", session, "--plain", "--pace", "10", "--aloud"]
    with (
        Recorder(server) as recorder,
        subprocess.Popen(
            spoken, cwd=ROOT, env=os.environ | server.env, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
        ) as sitting,
    ):
        assert eventually(lambda: peak(recorder.samples) > AUDIBLE)
        sitting.terminate()
    assert eventually(lambda: not sound_processes(mark)), "the next test would hear the rest of it"


def test_a_sitting_aloud_without_sound_says_so_once_and_goes_on(
    silence: dict[str, str], session: str
) -> None:
    done = ajar("play", session, "--plain", "--aloud", "--pace", "3", env=silence)
    assert done.returncode == 0
    assert done.stdout.count(fault_line("no way of making sound works here")) == 1
    assert "How is it?" in done.stdout


@pytest.mark.sound
def test_a_sitting_without_a_voice_says_so_once_and_rings_on(
    server: PulseServer, session: str, home: Path
) -> None:
    del home
    with Recorder(server) as recorder:
        done = ajar(
            "play",
            session,
            "--plain",
            "--aloud",
            "--voice",
            "nobody",
            "--bell",
            "--pace",
            "3",
            env=server.env,
        )
    assert done.returncode == 0
    assert done.stdout.count("The words can't be spoken for now: there is no voice called nobody;") == 1
    assert peak(recorder.samples) > AUDIBLE


@pytest.mark.sound
@needs_espeak
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_no_process_is_left_when_a_sitting_is_ended_in_mid_word(
    server: PulseServer, session: str, end: signal.Signals, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    del home
    mark = f"sitting-{end}"
    monkeypatch.setenv("AJAR_TEST_MARK", mark)
    argv = [*AJAR, "play", session, "--plain", "--aloud", "--voice", "espeak-ng", "--pace", "10"]
    with Recorder(server) as recorder:
        sitting = subprocess.Popen(
            argv, cwd=ROOT, env=os.environ | server.env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert eventually(lambda: peak(recorder.samples) > AUDIBLE)
        sitting.send_signal(end)
        sitting.communicate()
    assert eventually(lambda: not sound_processes(mark)), sound_processes(mark)


@pytest.mark.sound
@needs_espeak
def test_words_can_be_switched_on_in_the_middle_of_plain_lines(
    server: PulseServer, session: str, home: Path
) -> None:
    path = home / "config" / "ajar" / "settings.toml"
    path.parent.mkdir(parents=True)
    path.write_text('voice = "espeak-ng"\nnotice_read = true\n')
    with Recorder(server) as recorder:
        done = ajar("play", session, "--plain", "--pace", "5", env=server.env, typed="v\n")
    assert done.returncode == 0
    assert "The words are spoken now." in done.stdout
    assert peak(recorder.samples) > AUDIBLE

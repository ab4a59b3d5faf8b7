import pytest

from audio.doctor import diagnose, diagnosis_of
from audio.status import PlayerState, Status
from tests.audio.pulse import PulseServer


def test_a_machine_without_sound(no_sound: None) -> None:
    del no_sound
    diagnosis = diagnose()
    assert not diagnosis.works
    assert diagnosis.lines[0] == "no sound: no way of making sound works here"
    assert [name for name, _ in diagnosis.passed_over] == ["simpleaudio", "miniaudio", "command"]
    assert "pw-play is not installed, paplay is not installed" in dict(diagnosis.passed_over)["command"]
    assert diagnosis.advice


def test_a_forced_backend_that_does_not_work(no_sound: None) -> None:
    del no_sound
    lines = diagnose("miniaudio").lines
    assert lines[0] == "no sound: miniaudio was asked for, but no sound server and no sound card answered"
    assert any("Only miniaudio was tried" in line for line in lines)


def test_silence_on_request() -> None:
    diagnosis = diagnose("silent")
    assert not diagnosis.works
    assert diagnosis.fault == "silent was asked for"


@pytest.mark.sound
def test_a_server_that_works(well_server: PulseServer) -> None:
    del well_server
    diagnosis = diagnose("miniaudio")
    assert diagnosis.works
    assert diagnosis.lines[0] == "sound: miniaudio, through PulseAudio"
    assert diagnosis.advice == ()


def test_a_frozen_server_has_its_own_advice() -> None:
    status = Status(PlayerState.FAULT, backend="miniaudio", fault="the sound server does not answer")
    diagnosis = diagnosis_of(status, None)
    assert diagnosis.lines[0] == "no sound: the sound server does not answer"
    assert any("stuck" in line for line in diagnosis.advice)

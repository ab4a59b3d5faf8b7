"""Which voice speaks: the order, the reasons, and who takes over."""

import shutil
from pathlib import Path

import pytest

from audio.voices.base import VoiceError, Wish, wish_of
from audio.voices.choose import KINDS, Voices
from audio.voices.clip import seconds
from audio.voices.texts import text_id
from audio.wav import wav
from tests.audio.voices.fakes import hum, hums, program

needs_espeak = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="espeak-ng is not installed")
TEXT = "Is there a colour you like?"


@pytest.fixture
def recorded(tmp_path: Path) -> str:
    """A folder in which one text is recorded."""
    folder = tmp_path / "calm.voice"
    folder.mkdir()
    (folder / f"{text_id(TEXT)}-a-colour.wav").write_bytes(wav(hum(0.7).tobytes()))
    return str(folder)


def test_the_order_is_the_authors_voice_the_persons_own_the_extra_the_system() -> None:
    assert tuple(KINDS) == ("recordings", "command", "piper", "espeak-ng", "say", "flite")


def test_a_recording_comes_first_and_what_is_not_recorded_is_spoken_by_the_next(
    recorded: str, tmp_path: Path
) -> None:
    voices = Voices(Wish(recordings=recorded, command=hums(tmp_path)))
    assert voices.open() == ("recordings and command", voices._open[-1].detail)
    assert [said.voice for said in voices.parts(TEXT)] == ["recordings"]
    assert [said.voice for said in voices.parts("Another one.")] == ["command"]
    assert voices.passed_over == []
    assert ("espeak-ng", "not needed") in voices.not_needed


def test_a_recording_that_cannot_be_used_is_spoken_by_the_next(recorded: str, tmp_path: Path) -> None:
    (path,) = Path(recorded).iterdir()
    path.write_text("not a sound")
    voices = Voices(Wish(recordings=recorded, command=hums(tmp_path)))
    voices.open()
    assert [said.voice for said in voices.parts(TEXT)] == ["command"]
    assert voices.passed_over == [("recordings", f"the recording {path.name} cannot be used")]


@needs_espeak
@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("sys.exit(3)", "ended with exit code 3"),
        ("os.kill(os.getpid(), 9)", "ended with exit code -9"),
        ("sys.stdin.read(); print('rubbish' * 1000)", "what came back is no sound"),
        ("sys.stdin.read()", "what came back is no sound"),
        ("time.sleep(60)", "took too long"),
        ("while True: sys.stdout.buffer.write(bytes(1 << 20))", "wrote without end"),
        ("os.close(1); time.sleep(60)", "took too long"),
    ],
)
def test_a_command_that_fails_gives_way_for_good(
    body: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if "sleep" in body:
        monkeypatch.setattr("audio.voices.with_command.LIMIT_SECONDS", 1.0)
    voices = Voices(Wish(command=program(tmp_path, "mine", body)))
    assert voices.open()[0] == "command"
    assert {said.voice for said in voices.parts(TEXT)} <= {"espeak-ng", "piper"}
    ((name, reason),) = [reason for reason in voices.passed_over if reason[0] == "command"]
    assert why in reason
    assert {said.voice for said in voices.parts("And again.")} <= {"espeak-ng", "piper"}
    assert name == "command"


@pytest.mark.parametrize(
    ("wish", "why"),
    [
        (Wish(voice="nobody"), "there is no voice called nobody; there are recordings, command, piper"),
        (Wish(voice="command"), "command was asked for, but the settings name no command"),
        (Wish(voice="command", command="'open"), "has a quote without its twin"),
        (Wish(voice="command", command="no-such-program -x"), "no-such-program was not found"),
        (Wish(voice="recordings"), "no recordings lie beside this session"),
        (Wish(voice="recordings", recordings="/nowhere.voice"), "nowhere.voice cannot be read"),
        (Wish(voice="espeak-ng", language="xx"), "it has no voice called xx"),
        (Wish(voice="flite", language="de"), "it speaks English alone"),
        (Wish(voice="flite:nobody"), "it has no voice called nobody"),
        (Wish(voice="say"), "it belongs to macOS"),
    ],
)
def test_a_voice_that_was_asked_for_and_cannot_speak_says_why(wish: Wish, why: str) -> None:
    if wish.kind in ("espeak-ng", "flite") and not shutil.which(wish.kind):
        pytest.skip(f"{wish.kind} is not installed")
    with pytest.raises(VoiceError, match=why):
        Voices(wish).open()


def test_where_nothing_can_speak_every_reason_is_known(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("audio.voices.with_piper.importlib.util.find_spec", lambda _name: None)
    voices = Voices(Wish())
    with pytest.raises(VoiceError, match="no voice works here"):
        voices.open()
    assert [name for name, _ in voices.passed_over] == list(KINDS)
    assert all(reason for _, reason in voices.passed_over)


@pytest.mark.parametrize("name", ["espeak-ng", "flite"])
def test_the_systems_voices_speak_at_the_rate_that_is_asked_for(name: str) -> None:
    if not shutil.which(name):
        pytest.skip(f"{name} is not installed")
    lengths = []
    for rate in (100, 200):
        voices = Voices(Wish(voice=name, rate=rate))
        assert voices.open()[0] == name
        parts = [said.pcm for said in voices.parts("Have a look round. Is there a colour you like?")]
        assert len(parts) == 2
        lengths.append(sum(map(seconds, parts)))
    assert lengths[0] > 1.4 * lengths[1]
    assert lengths[1] > 1.0


def test_a_command_is_told_rate_and_language(tmp_path: Path) -> None:
    noted = tmp_path / "noted"
    note = f"open({str(noted)!r}, 'w').write(os.environ['AJAR_RATE'] + os.environ['AJAR_LANGUAGE'])"
    voices = Voices(Wish(voice="command", command=hums(tmp_path, before=note), rate=90, language="de"))
    voices.open()
    assert len(list(voices.parts(TEXT))) == 1
    assert noted.read_text() == "90de"


def test_a_wish_goes_over_the_wire_and_comes_back() -> None:
    wish = Wish("flite:slt", 99, "en-GB", "/a.voice", "mine --x")
    assert wish_of(wish.fields) == wish
    assert wish_of({"rate": "fast", "voice": 3, "more": 1}) == Wish()
    assert wish_of("rubbish") == Wish()
    assert (Wish("~/v.onnx").kind, Wish("~/v.onnx").variant) == ("piper", "~/v.onnx")
    assert (Wish("piper:/v.onnx").kind, Wish("piper:/v.onnx").variant) == ("piper", "/v.onnx")

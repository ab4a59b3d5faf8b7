"""`ajar export`: files that the programs they are for can read, and nothing left behind."""

from __future__ import annotations

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from audio.tones import RATE
from audio.voices.texts import text_id
from audio.wav import wav
from sessions.check import check_file
from sessions.library.bundled import SCRIPTS
from sessions.repertoire import repertoire
from tests.audio.listening import loudest_near, samples_of
from tests.audio.voices.fakes import hum
from tests.fakes.command import Ran
from tests.fakes.stage import bundled
from tests.patience import PATIENCE, eventually
from tui.commands.export import KINDS, command
from tui.exits import Exit
from tui.exports.texts import FORMATS
from tui.handout.sheet import handout

pytestmark = pytest.mark.usefixtures("here")

ROOT = Path(__file__).parents[3]
KIND = "This is the track with kind words"
SENSES = "This is the track of the senses"
FFMPEG = shutil.which("ffmpeg")
needs_ffmpeg = pytest.mark.skipif(
    FFMPEG is None or shutil.which("ffprobe") is None, reason="ffmpeg is not installed"
)
needs_voice = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


def session_file(folder: Path, *beats: str) -> Path:
    """A session of 20 s with an arriving of these lines, 5 s each."""
    path = folder / "small.session.yaml"
    arriving = "".join(f"  - say: '{beat}'\n    for: 5s\n" for beat in beats)
    length = 15 + 5 * len(beats)
    path.write_text(
        f"format: 1\ntitle: Small\nlength: {length}s\neyes: open\n"
        f"arriving:\n{arriving}  - check_in: And now?\n"
        "indirect:\n  - bell: wood\n  - quiet: 5s\n  - quiet: 5s\n    reminder: a sound\n"
        "landing:\n  - say: The end.\n    for: 5s\n",
        encoding="utf-8",
    )
    return path


def probed(path: Path, *show: str) -> Any:
    done = subprocess.run(
        ["ffprobe", "-v", "error", "-of", "json", *show, str(path)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    return json.loads(done.stdout)


def shown(path: Path) -> list[tuple[float, float]]:
    """From when to when each caption is there, as ffmpeg reads it."""
    packets = probed(path, "-show_packets")["packets"]
    return [
        (float(each["pts_time"]), float(each["pts_time"]) + float(each["duration_time"])) for each in packets
    ]


def read_by_ffmpeg(path: Path) -> str:
    """The file as ffmpeg understands it, as SubRip."""
    command = [FFMPEG or "", "-v", "error", "-i", str(path), "-f", "srt", "-"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    return done.stdout


@needs_ffmpeg
@pytest.mark.parametrize("ending", ["srt", "vtt"])
def test_subtitles_have_the_times_of_the_beats(ajar: Ran, here: Path, ending: str) -> None:
    path = here / f"one.{ending}"
    assert ajar("export", "hello-guard", "-o", str(path), "--track", "direct") == (0, f"{path}\n", "")
    beats = [15, 15, 30, 30, 35, 35, 35, 25, 30, 20, 15, 15]
    ends = [sum(beats[: number + 1]) for number in range(len(beats))]
    assert shown(path) == [(end - beat, end) for beat, end in zip(beats, ends, strict=True)]


@needs_ffmpeg
@pytest.mark.parametrize("ending", ["srt", "vtt"])
def test_stillness_is_a_gap_and_a_bell_is_seen(ajar: Ran, here: Path, ending: str) -> None:
    path = here / f"small.{ending}"
    ajar("export", str(session_file(here, "one", "two")), "-o", str(path))
    assert shown(path) == [(0, 5), (5, 10), (10, 14), (15, 20), (20, 25)]
    text = read_by_ffmpeg(path)
    assert "[bell · wood]" in text
    assert "(a sound)" in text


@needs_ffmpeg
def test_nothing_in_a_prompt_is_taken_for_markup(ajar: Ran, here: Path) -> None:
    beats = ["<b>a</b> --> {\\an8}x\\Ny", "one & two &lt; 3 <3", "{y:i}z"]
    source = str(session_file(here, *beats))
    ajar("export", source, "-o", "a.srt")
    written = Path("a.srt").read_text(encoding="utf-8")
    assert read_by_ffmpeg(Path("a.srt")).strip() == written.strip()
    assert "(y:i)z" in written
    ajar("export", source, "-o", "a.vtt")
    assert "one & two &lt; 3 <3" in read_by_ffmpeg(Path("a.vtt"))
    assert "<b>a</b> -->" in read_by_ffmpeg(Path("a.vtt"))


def test_check_points_are_notes_with_a_time(ajar: Ran, here: Path) -> None:
    source = str(session_file(here, "one"))
    _, out, _ = ajar("export", source, "--to", "vtt")
    assert "\nNOTE 00:00:05.000 check-point: And now?\n\n" in out
    _, out, _ = ajar("export", source, "--to", "srt")
    assert "\n[check-point: And now?]\n[bell · wood]\n" in out


def test_answers_choose_the_path_as_in_a_rehearsal(ajar: Ran) -> None:
    _, out, err = ajar("export", "hello-guard", "--to", "srt", "--answers", "closing:green:gentler")
    assert err == ""
    assert "greet" not in out
    code, _, err = ajar("export", "hello-guard", "--to", "srt", "--answers", "skip,skip,skip,skip")
    assert (code, err) == (0, "ajar: no question came for: skip\n")
    code, out, err = ajar("export", "hello-guard", "--to", "cast", "--answers", "green")
    assert (code, out) == (Exit.USAGE, "")
    assert err.startswith("ajar: answer 1, `green`, does not fit the question")


def test_a_recording_has_the_lines_of_a_plain_rehearsal(ajar: Ran) -> None:
    _, plain, _ = ajar("rehearse", "one-breath", "--plain", "--answers", "opening")
    _, out, err = ajar("export", "one-breath", "--to", "cast", "--answers", "opening")
    assert err == ""
    head, *events = [json.loads(line) for line in out.splitlines()]
    assert (head["version"], head["title"], head["duration"]) == (2, "Room for One Breath", 60)
    times = [event[0] for event in events]
    assert times == sorted(times)
    assert {event[1] for event in events} == {"o"}
    assert sorted(set(times)) == [0, 8, 15, 27, 45, 55, 60]
    spoken = " ".join("".join(event[2] for event in events).split())
    without_clock = re.sub(r"^\d+:\d\d  ", "", plain, flags=re.MULTILINE)
    assert spoken == " ".join(without_clock.split())


def test_data_can_be_of_one_track(ajar: Ran) -> None:
    data = json.loads(ajar("export", "one-breath", "--to", "json")[1])
    assert (data["shape"], data["version"], data["tracks"]) == ("ajar-score", 1, ["direct", "indirect"])
    data = json.loads(ajar("export", "one-breath", "--to", "json", "--track", "indirect")[1])
    assert data["tracks"] == ["indirect"]


def test_every_key_of_the_data_is_described(ajar: Ran) -> None:
    page = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    for name in ("one-breath", "rest-or-step", "in-no-hurry"):
        for key in keys_in(json.loads(ajar("export", name, "--to", "json")[1])):
            assert f"`{key}`" in page, key


def keys_in(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from keys_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from keys_in(value)


def test_the_handout_is_that_of_print(ajar: Ran) -> None:
    session = check_file(SCRIPTS / "one-breath.session.yaml").session
    assert session is not None
    assert ajar("export", "one-breath", "--to", "md") == (0, handout(session, repertoire(session)), "")


@needs_ffmpeg
@pytest.mark.parametrize("ending", ["wav", "mp3", "ogg", "flac"])
def test_sound_lasts_exactly_as_long_as_promised(ajar: Ran, here: Path, ending: str) -> None:
    code, out, err = ajar("export", "one-breath", "--to", ending, "--no-speech", "--no-ring")
    assert (code, out) == (0, f"one-breath.{ending}\n")
    assert err.splitlines() == [
        "ajar: The last bell falls on the very end and is not heard; without --no-ring it would add 17 s.",
        f"ajar: {SENSES}. With --track direct it has kind words.",
    ]
    assert [path.name for path in here.iterdir()] == [f"one-breath.{ending}"]
    assert seconds_of(here / f"one-breath.{ending}") == pytest.approx(60, abs=0.1)


def seconds_of(path: Path) -> float:
    return float(probed(path, "-show_entries", "format=duration")["format"]["duration"])


def test_the_last_bell_rings_out(ajar: Ran, here: Path) -> None:
    code, out, _ = ajar("export", "one-breath", "-o", "a.wav", "--no-speech")
    assert (code, out) == (0, "a.wav\n")
    with wave.open(str(here / "a.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(60 + 3 + 14.2, abs=0.1)
        sound.setpos(61 * sound.getframerate())
        assert set(sound.readframes(100)) != {0}


@needs_ffmpeg
@needs_voice
def test_five_spoken_minutes_are_made_in_ten_seconds(ajar: Ran, here: Path) -> None:
    before = os.times()
    assert ajar("export", "hello-guard", "--to", "mp3", "--no-ring", "--voice", "espeak-ng")[0] == 0
    after = os.times()
    assert sum(after[:4]) - sum(before[:4]) < 10  # of processor time, so that a busy machine does not matter
    assert seconds_of(here / "hello-guard.mp3") == pytest.approx(300, abs=0.1)


@needs_voice
def test_prompts_are_spoken_where_they_begin_and_reminders_are_not(ajar: Ran, here: Path) -> None:
    source = str(session_file(here, "Here is a prompt."))
    _, _, err = ajar("export", source, "-o", "a.wav", "--voice", "espeak-ng")
    assert err == "ajar: This is the session, spoken by espeak-ng.\n"
    with wave.open(str(here / "a.wav")) as sound:
        rate = sound.getframerate()
        loud = [max(sound.readframes(rate)[1::2]) > 0 for _ in range(20)]
    assert loud[0]
    assert not any(loud[6:15])  # after the tap on wood: stillness, and a reminder
    assert loud[15]


def test_without_programs_it_is_a_wav_of_bells_and_a_line_says_so(
    ajar: Ran, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(here))
    source = str(session_file(here, "one"))
    code, out, err = ajar("export", source, "-o", "a.mp3", "--voice", "espeak-ng")
    assert (code, out) == (0, "a.wav\n")
    assert err.splitlines() == [
        "ajar: ffmpeg was not found, so the sound was written as a.wav instead.",
        "ajar: The prompts are not spoken: espeak-ng was asked for, but it is not installed.",
    ]


@needs_ffmpeg
@needs_voice
@pytest.mark.parametrize("track", ["direct", "indirect"])
def test_a_line_says_which_track_it_is_and_chapters_are_its_sections(
    ajar: Ran, here: Path, track: str
) -> None:
    code, _, err = ajar("export", "one-breath", "-o", "a.mp3", "--track", track, "--voice", "espeak-ng")
    assert code == 0
    spoken = ", spoken by espeak-ng."
    said = {
        "direct": f"{KIND}{spoken}",
        "indirect": f"{SENSES}{spoken} With --track direct it has kind words.",
    }
    assert err == f"ajar: {said[track]}\n"
    told = probed(here / "a.mp3", "-show_chapters", "-show_format")
    assert told["format"]["tags"]["title"] == bundled("one-breath").title
    titles = [chapter["tags"]["title"] for chapter in told["chapters"]]
    assert titles == ["Arriving", {"direct": "Kind words", "indirect": "Senses"}[track], "Landing"]


@needs_voice
def test_a_recording_is_taken_for_its_text(ajar: Ran, here: Path) -> None:
    source = session_file(here, "Here is a prompt.")
    folder = source.with_name("small.voice")
    folder.mkdir()
    (folder / f"{text_id('Here is a prompt.')}.wav").write_bytes(wav(hum(1.0).tobytes()))
    _, _, err = ajar("export", str(source), "-o", "a.wav")
    assert "spoken by recordings and " in err
    with wave.open(str(here / "a.wav")) as sound:
        samples = samples_of(sound.readframes(2 * sound.getframerate()))
    assert loudest_near(samples[5000:15000], 440, RATE) == pytest.approx(440, rel=0.01)


@pytest.mark.parametrize("kind", FORMATS)
def test_every_text_format_can_be_written_and_is_explained(ajar: Ran, kind: str) -> None:
    code, text, err = ajar("export", "one-breath", "--to", kind)
    assert (code, err) == (0, "")
    assert text
    refused = ajar("export", "one-breath", "--to", kind, "--answers", "skip")[0]
    assert (refused == Exit.USAGE) is FORMATS[kind].whole


@pytest.mark.parametrize("kind", KINDS)
def test_the_help_says_what_each_format_is(kind: str) -> None:
    assert re.search(rf"\b{kind}\b", command.help or "")


@pytest.mark.parametrize("ending", ["srt", "json", "wav"])
def test_a_file_is_replaced_only_when_asked(ajar: Ran, here: Path, ending: str) -> None:
    path = here / f"mine.{ending}"
    path.write_text("dear words")
    command = ("export", "one-breath", "--no-speech", "-o", path.name)
    message = f"ajar: {path.name} is there already, and stays as it is; --force replaces it\n"
    assert ajar(*command) == (Exit.FAULT, "", message)
    assert path.read_text() == "dear words"
    assert ajar(*command, "--force")[0] == 0
    assert not path.read_bytes().startswith(b"dear words")
    assert list(here.iterdir()) == [path]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("one-breath",), 2, "say what to write: --to, or -o with one of "),
        (("one-breath", "-o", "a.doc"), 2, "say what to write"),
        (("one-breath", "--to", "doc"), 2, "'doc' is not one of"),
        (
            ("one-breath", "--to", "mp3", "-o", "a.ogg"),
            2,
            "-o a.ogg and --to mp3 do not agree; end it in .mp3",
        ),
        (("one-breath", "--to", "mp3", "-o", "-"), 2, "sound goes into a file; name one with -o"),
        (("one-breath", "--to", "json", "--answers", "skip"), 2, "--answers choose one path; json holds"),
        (("one-breath", "--to", "md", "--track", "direct"), 2, "--track chooses one track; md holds both"),
        (
            ("one-breath", "--to", "srt", "--answers", "openin"),
            2,
            "answer 1: `openin` is no answer; did you mean",
        ),
        (("one-breth", "--to", "srt"), 2, "Did you mean `one-breath`?"),
        (("gone.session.yaml", "--to", "srt"), 1, "there is no such file"),
        (
            ("one-breath", "-o", "no/where.srt"),
            1,
            "no/where.srt could not be written: no such file or directory",
        ),
        (
            ("one-breath", "-o", "no/where.wav"),
            1,
            "no/where.wav could not be written: no such file or directory",
        ),
        (("one-breath", "--to", "srt", "-o", "."), 1, ". is a folder; name a file in it"),
        (("one-breath", "-o", "a\x1bb.doc"), 2, "say what to write"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(
    ajar: Ran, here: Path, args: tuple[str, ...], code: int, message: str
) -> None:
    ended, out, err = ajar("export", *args, "--no-speech")
    assert (ended, out) == (code, "")
    assert message in err
    assert list(here.iterdir()) == []


def test_a_path_that_is_over_at_once_is_told(ajar: Ran, here: Path) -> None:
    path = here / "short.session.yaml"
    path.write_text(
        "format: 1\ntitle: Short\nlength: 10s\narriving:\n  - check_in:\nindirect:\n  - quiet: 5s\n"
        "landing:\n  - quiet: 5s\n"
    )
    code, out, err = ajar("export", str(path), "--to", "srt", "--answers", "stop")
    assert (code, out) == (Exit.USAGE, "")
    assert err == "ajar: with these answers the session is over at once; there is nothing to write\n"


COMMAND = [sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())"]
SLOW = "#!/bin/sh\necho $$ > {mark}\nexec sleep 60\n"


@needs_ffmpeg
@needs_voice
@pytest.mark.parametrize("program", ["espeak-ng", "ffmpeg"])
def test_an_interrupted_export_leaves_nothing_behind(tmp_path: Path, here: Path, program: str) -> None:
    mark, bin_, scratch = (tmp_path / name for name in ("mark", "bin", "scratch"))
    bin_.mkdir()
    scratch.mkdir()
    os.mkfifo(mark)
    (bin_ / program).write_text(SLOW.format(mark=mark))
    (bin_ / program).chmod(0o755)
    path = f"{bin_}:{os.environ['PATH']}"
    child = subprocess.Popen(
        [*COMMAND, "export", "one-breath", "--to", "mp3", "--voice", "espeak-ng"],
        env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "TMPDIR": str(scratch)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    slow = int(mark.read_text())
    child.send_signal(signal.SIGINT)
    out, err = child.communicate(timeout=PATIENCE)
    assert (child.returncode, out, err.strip()) == (Exit.INTERRUPTED, "", "")
    assert list(here.iterdir()) == []
    assert list(scratch.glob("ajar-*")) == []  # a real voice leaves an empty folder of PulseAudio's here
    assert eventually(lambda: not is_alive(slow)), "whoever it was left to never heard of its end"


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False


def test_progress_is_shown_where_a_person_looks_and_is_gone_at_the_end(here: Path) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [*COMMAND, "export", "one-breath", "-o", "a.wav", "--no-speech"],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm"},
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
        timeout=PATIENCE,
    )
    os.close(theirs)
    seen = os.read(ours, 65536).decode()
    os.close(ours)
    assert done.stdout == b"a.wav\n"
    assert re.search(r"\r [ \d]\d%\r", seen)
    assert "100%" in seen
    assert re.search(r"%\r\r {4}\rajar: This is", seen)
    assert (here / "a.wav").exists()

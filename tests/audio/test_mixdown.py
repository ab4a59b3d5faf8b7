import json
import shutil
import subprocess
import wave
from array import array
from pathlib import Path

import pytest

from audio.encoding import Chapter, Tags
from audio.mixdown import BLOCK_SECONDS, Cue, How, MixdownError, mix_down
from audio.tones import RATE, strike
from audio.voices.base import Wish
from audio.voices.clip import CEILING
from tests.audio.listening import peak, samples_of, tone_at

VOICE = shutil.which("espeak-ng")
FFMPEG = shutil.which("ffmpeg")
needs_voice = pytest.mark.skipif(VOICE is None, reason="espeak-ng is not installed")
needs_ffmpeg = pytest.mark.skipif(FFMPEG is None, reason="ffmpeg is not installed")


def read(path: Path) -> "array[int]":
    with wave.open(str(path)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, RATE)
        return samples_of(sound.readframes(sound.getnframes()))


@pytest.fixture
def bare_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A PATH without any program."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    return folder


def test_bells_are_where_they_belong(tmp_path: Path) -> None:
    done = mix_down([Cue(1.0, tone="wood", strikes=2), Cue(3.0, tone="chime")], 4.5, tmp_path / "a.wav")
    samples = read(done.path)
    assert len(samples) == round(4.5 * RATE)
    wood = samples_of(strike("wood"))
    for onset in (1.0, 1.6):
        first = round(onset * RATE)
        assert samples[first : first + len(wood)] == wood
    assert set(samples[: RATE - 1]) == {0}
    assert peak(samples[2 * RATE : 3 * RATE]) < -80
    assert tone_at(samples[3 * RATE : 4 * RATE], 880, RATE) > 500
    assert done.notes == ()


def test_a_bell_across_blocks_has_no_seam(tmp_path: Path) -> None:
    onset = BLOCK_SECONDS - 7.02
    done = mix_down([Cue(onset, tone="bowl")], BLOCK_SECONDS + 10, tmp_path / "a.wav")
    bowl = samples_of(strike("bowl"))
    first = round(onset * RATE)
    assert read(done.path)[first : first + len(bowl)] == bowl


def test_bells_in_overlap_add_up(tmp_path: Path) -> None:
    done = mix_down([Cue(0, tone="bowl"), Cue(0.5, tone="chime")], 2, tmp_path / "a.wav")
    bowl, chime = samples_of(strike("bowl")), samples_of(strike("chime"))
    half = RATE // 2
    expected = [bowl[half + i] + chime[i] for i in range(1000)]
    assert list(read(done.path)[half : half + 1000]) == expected


def test_a_bell_that_outlasts_the_run_fades_at_its_end(tmp_path: Path) -> None:
    cues = [Cue(0, tone="bowl"), Cue(2.0, tone="bowl"), Cue(5, tone="wood")]
    samples = read(mix_down(cues, 2, tmp_path / "a.wav").path)
    assert len(samples) == 2 * RATE
    assert peak(samples[-RATE // 50 :]) < peak(samples[RATE : RATE + RATE // 2]) - 20


def test_silence_has_its_length_too(tmp_path: Path) -> None:
    done = mix_down([], 61.25, tmp_path / "a.wav")
    assert len(read(done.path)) == round(61.25 * RATE)


def test_progress_goes_from_start_to_end(tmp_path: Path) -> None:
    shares: list[float] = []
    mix_down([Cue(0, tone="wood"), Cue(1, tone="wood")], 95, tmp_path / "a.wav", progress=shares.append)
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)
    assert len(shares) >= 6


@needs_voice
def test_a_prompt_is_spoken_at_its_moment(tmp_path: Path) -> None:
    cue = Cue(2.0, text="-- You might look around, if you like.")
    samples = read(mix_down([cue], 6, tmp_path / "a.wav", how=How(Wish("espeak-ng"))).path)
    assert peak(samples[: 2 * RATE - 1]) < -80
    assert CEILING - 9 < peak(samples[2 * RATE : 5 * RATE]) < CEILING + 0.1


def test_without_a_voice_the_bells_still_sound(tmp_path: Path, bare_path: Path) -> None:
    del bare_path
    cues = [Cue(0, tone="wood", text="Hello"), Cue(1, text="again")]
    done = mix_down(cues, 2, tmp_path / "a.wav", how=How(Wish(voice="espeak-ng")))
    why = "espeak-ng was asked for, but it is not installed"
    assert done.notes == (f"The prompts are not spoken: {why}.",)
    assert peak(read(done.path)) == pytest.approx(-12, abs=0.2)


@needs_voice
def test_a_prompt_that_is_longer_than_its_beat_is_over_before_the_next(tmp_path: Path) -> None:
    long = "This takes much longer to say than the second that it was given here."
    cues = [Cue(0, text=long), Cue(1.0, text="Next."), Cue(12.0, text="Last.")]
    done = mix_down(cues, 16, tmp_path / "a.wav", how=How(Wish("espeak-ng")))
    samples = read(done.path)
    alone = read(mix_down(cues[:1], 16, tmp_path / "b.wav", how=How(Wish("espeak-ng"))).path)
    end = max(i for i, sample in enumerate(alone) if sample)
    assert samples[:end] == alone[:end]
    assert set(samples[end + 1 : end + RATE // 4]) == {0}
    assert peak(samples[end : end + 2 * RATE]) > -20
    assert set(samples[11 * RATE : 12 * RATE - 1]) == {0}


@needs_voice
def test_a_bell_has_a_moment_to_itself_and_steps_back_for_words(tmp_path: Path) -> None:
    cues = [Cue(0, tone="bowl"), Cue(0, text="Have a look round.")]
    both = read(mix_down(cues, 8, tmp_path / "a.wav", how=How(Wish("espeak-ng"))).path)
    bowl = samples_of(strike("bowl"))
    first = round(1.5 * RATE)
    assert both[:first] == bowl[:first]
    assert tone_at(both[2 * RATE : 3 * RATE], 220, RATE) < 0.4 * tone_at(bowl[2 * RATE : 3 * RATE], 220, RATE)
    assert both[7 * RATE :][:1000] == bowl[7 * RATE :][:1000]
    assert peak(both) < -1


@needs_ffmpeg
@pytest.mark.parametrize("ending", ["mp3", "ogg", "flac"])
def test_title_artist_language_and_chapters_are_tags(ending: str, tmp_path: Path) -> None:
    chapters = (Chapter(0, "arriving"), Chapter(2.5, "kind = words; #1"), Chapter(4, "landing"))
    tags = Tags("A hand\non the door", "somebody", "en", chapters)
    path = tmp_path / f"run.{ending}"
    mix_down([Cue(0, tone="wood")], 6, path, how=How(tags=tags))
    asked = ["-show_chapters", "-show_format", "-show_streams", "-of", "json", str(path)]
    told = json.loads(
        subprocess.run(["ffprobe", "-v", "error", *asked], capture_output=True, check=True).stdout
    )
    held = told["format"].get("tags", {}) | told["streams"][0].get("tags", {})
    held = {key.lower(): value for key, value in held.items()}
    assert (held["title"].split(), held["artist"]) == (["A", "hand", "on", "the", "door"], "somebody")
    assert held["language"] == "en"
    assert [chapter["tags"]["title"] for chapter in told["chapters"]] == [one.title for one in chapters]
    assert [float(chapter["start_time"]) for chapter in told["chapters"]] == [0, 2.5, 4]


@needs_voice
def test_a_language_without_a_voice_is_one_note(tmp_path: Path) -> None:
    done = mix_down(
        [Cue(0, text="a"), Cue(1, text="b")], 2, tmp_path / "a.wav", how=How(Wish("espeak-ng", language="xx"))
    )
    why = "espeak-ng was asked for, but it has no voice called xx"
    assert done.notes == (f"The prompts are not spoken: {why}.",)


@needs_ffmpeg
@pytest.mark.parametrize("ending", ["mp3", "ogg", "flac"])
def test_each_format_lasts_as_long(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"run.{ending}"
    done = mix_down([Cue(0, tone="bowl"), Cue(31, tone="wood")], 33.3, path)
    assert done.path == path
    back = tmp_path / "back.wav"
    subprocess.run([FFMPEG or "", "-v", "error", "-i", path, back], check=True)
    with wave.open(str(back)) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(33.3, abs=0.1)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(["back.wav", path.name])


def test_without_ffmpeg_it_is_a_wav_file(tmp_path: Path, bare_path: Path) -> None:
    done = mix_down([Cue(0, tone="wood")], 1, tmp_path / "run.mp3")
    assert done.path == tmp_path / "run.wav"
    assert done.notes == ("ffmpeg was not found, so the sound was written as run.wav instead.",)
    assert len(read(done.path)) == RATE
    assert set(tmp_path.iterdir()) == {done.path, bare_path}


def test_without_ffmpeg_no_other_file_is_replaced(tmp_path: Path, bare_path: Path) -> None:
    del bare_path
    (tmp_path / "run.wav").write_text("mine")
    with pytest.raises(MixdownError, match=r"^ffmpeg was not found, and run\.wav, .* is there already\.$"):
        mix_down([], 1, tmp_path / "run.mp3")
    assert (tmp_path / "run.wav").read_text() == "mine"


def test_an_ffmpeg_that_fails_leaves_nothing(tmp_path: Path, bare_path: Path) -> None:
    ffmpeg = bare_path / "ffmpeg"
    ffmpeg.write_text("#!/bin/sh\nexit 1\n")
    ffmpeg.chmod(0o755)
    with pytest.raises(
        MixdownError, match=r"^ffmpeg could not write run\.mp3; a \.wav file needs no ffmpeg\.$"
    ):
        mix_down([], 1, tmp_path / "run.mp3")
    assert set(tmp_path.iterdir()) == {bare_path}


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "run.wav"
    path.write_text("old")

    def stop(_share: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        mix_down([], 1, path, progress=stop)
    monkeypatch.setattr(shutil, "copyfileobj", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(MixdownError, match=r"run\.wav could not be written: file exists\.$"):
        mix_down([], 1, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MixdownError, match=r"could not be written: no such file or directory\.$"):
        mix_down([], 1, tmp_path / "nowhere" / "run.wav")


def test_an_ending_that_is_no_format(tmp_path: Path) -> None:
    with pytest.raises(MixdownError, match=r"^run\.aiff should end in one of \.wav, \.mp3, \.ogg, \.flac\.$"):
        mix_down([], 1, tmp_path / "run.aiff")

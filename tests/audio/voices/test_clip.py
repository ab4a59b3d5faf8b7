"""From what voices hand over to clips: format, loudness, ends."""

import math
import struct
import subprocess
from array import array
from pathlib import Path

import pytest

from audio.tones import RATE, from_little_endian, silence
from audio.voices.base import VoiceError
from audio.voices.clip import CEILING, LOUDNESS, clip, decoded, finished, pieces, seconds
from audio.wav import wav
from tests.audio.listening import decibels, loudest_near, peak
from tests.audio.voices.fakes import hum


def rms(samples: "array[int]") -> float:
    return decibels(math.sqrt(sum(s * s for s in samples) / len(samples)))


def wav_of(samples: "array[int]", rate: int, channels: int = 1) -> bytes:
    data = samples.tobytes()
    head = struct.pack("<4sI4s4sIHHIIHH", b"RIFF", 36 + len(data), b"WAVE", b"fmt ", 16, 1, channels, rate,
                       rate * 2 * channels, 2 * channels, 16)  # fmt: skip
    return head + struct.pack("<4sI", b"data", len(data)) + data


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000])
def test_any_rate_becomes_ours_at_the_same_pitch(rate: int) -> None:
    samples = decoded(wav_of(hum(1.0, rate=rate), rate))
    assert len(samples) / RATE == pytest.approx(1.0, abs=0.01)
    assert loudest_near(samples[RATE // 4 : RATE // 2], 440, RATE) == pytest.approx(440, rel=0.003)


def test_the_first_channel_of_two_is_taken() -> None:
    one, both = hum(0.2), array("h")
    for sample in one:
        both.extend((sample, 0))
    assert decoded(wav_of(both, RATE, 2)) == one


def test_the_made_up_lengths_of_a_pipe_do_no_harm() -> None:
    whole = bytearray(wav_of(hum(0.3), RATE))
    struct.pack_into("<I", whole, 4, 0x7FFFF024)
    struct.pack_into("<I", whole, 40, 0x7FFFF000)
    assert decoded(bytes(whole)) == hum(0.3)


@pytest.mark.parametrize("level", [0.02, 0.3, 1.0])
def test_clips_have_one_loudness_and_do_not_clip(level: float) -> None:
    done = from_little_endian(finished(hum(1.0, level=level)))
    assert rms(done[2000:-4000]) == pytest.approx(LOUDNESS, abs=0.5)
    assert peak(done) <= CEILING + 0.1


def test_silence_around_the_words_is_taken_off_and_the_ends_are_soft() -> None:
    loud = hum(0.5)
    samples = array("h", silence(1.0)) + loud + array("h", silence(2.0))
    done = finished(samples)
    assert 0.5 < seconds(done) < 0.75
    heard = from_little_endian(done)
    assert heard[0] == 0
    assert abs(heard[-1]) < 10


@pytest.mark.parametrize(
    ("sound", "why"),
    [
        (b"", "no sound"),
        (b"rubbish" * 100, "no sound"),
        (b"RIFF\0\0\0\0WAVE", "no sound"),
        (wav(b""), "silent"),
        (wav(silence(2.0)), "silent"),
        (wav(silence(130.0)), "far too long"),
    ],
    ids=["empty", "rubbish", "cut-off", "no-frames", "silent", "endless"],
)
def test_what_is_no_speech_is_refused_with_a_reason(sound: bytes, why: str) -> None:
    with pytest.raises(VoiceError, match=why):
        clip(sound)


def test_a_recording_is_cut_in_its_pauses() -> None:
    spoken = hum(0.6) + array("h", silence(0.5)) + hum(0.4) + array("h", silence(0.1)) + hum(0.3)
    parts = pieces(finished(spoken))
    assert len(parts) == 2
    assert sum(map(seconds, parts)) == pytest.approx(1.9, abs=0.15)


@pytest.mark.parametrize("ending", ["mp3", "ogg", "flac"])
def test_compressed_recordings_are_read(ending: str, tmp_path: Path) -> None:
    plain, packed = tmp_path / "a.wav", tmp_path / f"a.{ending}"
    plain.write_bytes(wav_of(hum(0.8), RATE))
    try:
        subprocess.run(["ffmpeg", "-v", "error", "-i", plain, packed], check=True)
    except FileNotFoundError:
        pytest.skip("ffmpeg is not installed")
    samples = decoded(packed.read_bytes())
    assert len(samples) / RATE == pytest.approx(0.8, abs=0.1)
    assert loudest_near(samples[RATE // 4 : RATE // 2], 440, RATE) == pytest.approx(440, rel=0.005)

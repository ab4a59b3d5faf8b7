from array import array
from itertools import pairwise

from audio.channel import Channel
from audio.stream_mixer import FADE_FRAMES, STALL_SECONDS, VOICES, Mixer
from tests.audio.listening import samples_of

FADE = FADE_FRAMES[Channel.BELL]


class Clock:
    def __init__(self) -> None:
        self.time = 100.0

    def __call__(self) -> float:
        return self.time


def clip(level: int, frames: int) -> bytes:
    return array("h", [level] * frames).tobytes()


def test_silence_where_nothing_sounds() -> None:
    assert Mixer().frames(5) == bytes(10)


def test_clips_add_up_where_they_overlap() -> None:
    mixer = Mixer()
    mixer.add(clip(100, 6))
    assert list(samples_of(mixer.frames(2))) == [100, 100]
    mixer.add(clip(7, 2))
    assert list(samples_of(mixer.frames(6))) == [107, 107, 100, 100, 0, 0]
    assert not mixer.sounding


def test_too_loud_a_sum_is_held_at_full_scale() -> None:
    mixer = Mixer()
    mixer.add(clip(30_000, 2))
    mixer.add(clip(30_000, 1))
    assert list(samples_of(mixer.frames(2))) == [32_767, 30_000]


def test_a_fade_falls_evenly_to_nothing_across_blocks() -> None:
    mixer = Mixer()
    mixer.add(clip(10_000, FADE * 3))
    mixer.frames(10)
    mixer.fade_out()
    heard = list(samples_of(mixer.frames(1000) + mixer.frames(FADE)))
    assert heard[0] == 10_000
    assert heard == sorted(heard, reverse=True)
    assert max(a - b for a, b in pairwise(heard)) <= 10_000 // FADE + 2
    assert heard[FADE:] == [0] * 1000
    assert not mixer.sounding


def test_a_clip_after_a_fade_has_its_full_level() -> None:
    mixer = Mixer()
    mixer.add(clip(10_000, FADE * 3))
    mixer.fade_out()
    mixer.frames(FADE // 2)
    mixer.add(clip(5, FADE * 3))
    assert set(samples_of(mixer.frames(FADE * 2))[FADE:]) == {5}


def test_the_oldest_clip_gives_way() -> None:
    mixer = Mixer()
    for level in range(VOICES + 2):
        mixer.add(clip(10**level if level < 2 else 100, 4))
    assert samples_of(mixer.frames(1))[0] == VOICES * 100


def test_a_stream_that_nobody_takes_has_stalled() -> None:
    clock = Clock()
    mixer = Mixer(clock)
    mixer.add(clip(1, 100))
    stalled = []
    for wait in (STALL_SECONDS, 0.1):
        clock.time += wait
        stalled.append(mixer.stalled)
    mixer.frames(10)
    assert [*stalled, mixer.stalled] == [False, True, False]


def test_silence_never_stalls() -> None:
    clock = Clock()
    mixer = Mixer(clock)
    mixer.frames(10)
    clock.time += 3600
    assert not mixer.stalled
    mixer.add(clip(1, 100))
    assert not mixer.stalled

"""A whole run mixed into one sound file for `export`: bells and prompts laid over each other at onset.

Clips are laid over silence in blocks of 30 s, since pydub copies the whole segment for each overlay. The
blocks go to a temporary file, and the result takes its name only when it is complete.
"""

import contextlib
import shutil
import tempfile
import wave
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audio import tones
from audio.encoding import ENCODINGS, FORMATS, EncodingError, Opens, Tags, only_new, put
from audio.pydub_quietly import AudioSegment
from audio.speaking import BELL_ALONE_SECONDS, MOST_WAIT_SECONDS
from audio.system_errors import reason_of
from audio.tones import FRAME_BYTES, RATE, from_little_endian, little_endian
from audio.voices.base import VoiceError, Wish
from audio.voices.rendering import Renderer, opened, spoken

BLOCK_SECONDS = 30

EXPORT_PATIENCE = 60.0
"""The time limit for one prompt, in seconds: generous, since no session waits for it."""

GRID_MS = 20
"""Clips start on multiples of this: pydub counts in ms, and at 22 050 Hz only these are whole frames."""

END_FADE_MS = 500
"""A clip that would go on beyond the end fades out over this long."""

DUCKED, DUCK_FRAMES = 0.2, RATE // 5
"""The factor to which a bell is ducked while words are heard, as in a session, and the length of the ramp."""

BETWEEN_SECONDS = 0.5
"""Silence between a prompt that takes longer to say than its beat lasts, and the next one."""


@dataclass(frozen=True, slots=True)
class How:
    """Options of a mixdown."""

    wish: Wish = field(default_factory=Wish)
    """The voice for the prompts."""
    tags: Tags = field(default_factory=Tags)
    """What a music player shows; a WAV file has none."""
    opens: Opens = only_new
    """Opens the file that the finished sound is written to."""


AS_IT_COMES = How()


class MixdownError(Exception):
    """The file could not be written; the message is one sentence in plain words."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Something to be heard at one moment: a bell, or a text to be spoken."""

    onset: float
    """Seconds from the start."""
    tone: str = ""
    """The bell to ring; empty for none."""
    strikes: int = 1
    text: str = ""
    """The words to speak; empty for none."""


@dataclass(frozen=True, slots=True)
class Mixdown:
    """What was written."""

    path: Path
    """The file; its ending differs from the requested one if that format could not be made."""
    seconds: float
    notes: tuple[str, ...]
    """How the result differs from what was requested, one sentence each."""
    voice: str = ""
    """The voice that speaks; empty if none does."""


@dataclass(frozen=True, slots=True)
class _Clip:
    first: int
    """The frame at which it starts."""
    sound: AudioSegment

    @property
    def end(self) -> int:
        return self.first + int(self.sound.frame_count())


def mix_down(
    cues: Sequence[Cue],
    seconds: float,
    path: Path,
    *,
    how: How = AS_IT_COMES,
    progress: Callable[[float], None] = lambda _share: None,
) -> Mixdown:
    """Write a run of `seconds` to `path`, in the format that its ending names.

    Without ffmpeg it becomes a WAV file of the same name, and a note says so.

    Args:
        cues: what is heard; what would sound beyond the end fades there.
        seconds: the exact length.
        path: ends in one of `FORMATS`.
        how: by which voice, with which tags, and whether another file may be replaced.
        progress: called with the share that is done, from 0 to 1.

    Raises:
        MixdownError: the ending is none of `FORMATS`, or the file could not be written.
    """
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise MixdownError(f"{path.name} should end in one of {', '.join(FORMATS)}.")
    notes: list[str] = []
    progress(0.0)
    if ending in ENCODINGS and not shutil.which("ffmpeg"):
        path, ending = _instead(path), ".wav"
        notes.append(f"ffmpeg was not found, so the sound was written as {path.name} instead.")
    try:
        with tempfile.TemporaryDirectory(prefix="ajar-") as folder:
            clips, voice, why_not = _clips(cues, how.wish, progress)
            if why_not:
                notes.append(f"The prompts are not spoken: {why_not}.")
            frames = round(seconds * RATE)
            whole = Path(folder, "whole.wav")
            _write_blocks([_within(clip, frames) for clip in clips], frames, whole, progress)
            put(whole, path, how.tags, seconds, how.opens)
    except EncodingError as error:
        raise MixdownError(f"ffmpeg could not write {path.name}; a .wav file needs no ffmpeg.") from error
    except OSError as error:
        raise MixdownError(f"{path} could not be written: {reason_of(error)}.") from error
    progress(1.0)
    return Mixdown(path, seconds, tuple(notes), voice)


def _clips(
    cues: Sequence[Cue], wish: Wish, progress: Callable[[float], None]
) -> tuple[list[_Clip], str, str]:
    """All clips, the name of the voice, and why there is none."""
    bells = [clip for cue in cues for clip in _bells(cue)]
    if not any(cue.text for cue in cues):
        return bells, "", ""
    try:
        words, voice = _spoken(cues, wish, progress)
    except VoiceError as error:
        return bells, "", str(error)
    return [*(_drawn_back(bell, words) for bell in bells), *words], voice, ""


def _instead(path: Path) -> Path:
    """The name of the WAV file to write if there is no ffmpeg; an existing file of that name is an error."""
    wav = path.with_suffix(".wav")
    if wav.exists():
        raise MixdownError(f"ffmpeg was not found, and {wav.name}, to be written instead, is there already.")
    return wav


def _spoken(cues: Sequence[Cue], wish: Wish, progress: Callable[[float], None]) -> tuple[list[_Clip], str]:
    """All prompts, or none if one fails: a run that falls silent half-way would be worse.

    Prompts do not overlap, and a bell is heard alone for a moment, as in a session.

    Returns:
        The clips, and the name of the voice.

    Raises:
        VoiceError: a prompt could not be spoken.
    """
    clips: list[_Clip] = []
    with contextlib.closing(Renderer(wish)) as renderer:
        voice = opened(renderer).voice
        for done, cue in enumerate(cues):
            if cue.text:
                pcm = b"".join(spoken(renderer, cue.text, EXPORT_PATIENCE))
                free = clips[-1].end / RATE + BETWEEN_SECONDS if clips else 0.0
                sound = AudioSegment(pcm, sample_width=FRAME_BYTES, frame_rate=RATE, channels=1)
                clips.append(_Clip(_frame(max(free, _after_bell(cue, cues))), sound))
            progress(0.5 * done / len(cues))
    return clips, voice


def _after_bell(cue: Cue, cues: Sequence[Cue]) -> float:
    """When a prompt may begin, in seconds: a bell struck just before it, or with it, is heard alone first."""
    rung = [
        bell.onset for bell in cues if bell.tone and cue.onset - BELL_ALONE_SECONDS < bell.onset <= cue.onset
    ]
    alone = max(rung, default=-BELL_ALONE_SECONDS) + BELL_ALONE_SECONDS
    return max(cue.onset, min(alone, cue.onset + MOST_WAIT_SECONDS))


def _drawn_back(bell: _Clip, words: Sequence[_Clip]) -> _Clip:
    """The bell, ducked while a prompt is spoken over it."""
    samples = from_little_endian(bytes(bell.sound.raw_data))
    for clip in words:
        first, last = max(0, clip.first - bell.first), min(len(samples), clip.end - bell.first)
        if first < last:
            _lower(samples, first, last)
    sound = AudioSegment(little_endian(samples), sample_width=FRAME_BYTES, frame_rate=RATE, channels=1)
    return _Clip(bell.first, sound)


def _lower(samples: "array[int]", first: int, last: int) -> None:
    """Duck the samples from `first` to `last`: a ramp down from `first`, and a ramp up after `last`."""
    down, up = min(last, first + DUCK_FRAMES), min(len(samples), last + DUCK_FRAMES)
    for i in range(first, down):
        samples[i] = int(samples[i] * (1 - (1 - DUCKED) * (i - first) / DUCK_FRAMES))
    samples[down:last] = array("h", (int(sample * DUCKED) for sample in samples[down:last]))
    for i in range(last, up):
        samples[i] = int(samples[i] * (DUCKED + (1 - DUCKED) * (i - last) / DUCK_FRAMES))


def _bells(cue: Cue) -> Iterator[_Clip]:
    if not cue.tone:
        return
    sound = AudioSegment(tones.strike(cue.tone), sample_width=FRAME_BYTES, frame_rate=RATE, channels=1)
    for strike in range(cue.strikes):
        yield _Clip(_frame(cue.onset + strike * tones.spacing(cue.tone)), sound)


def _within(clip: _Clip, frames: int) -> _Clip:
    """The clip, cut at `frames` with a fade-out if it is longer."""
    if clip.end <= frames:
        return clip
    room = max(0, frames - clip.first)
    return _Clip(clip.first, clip.sound.get_sample_slice(0, room).fade_out(END_FADE_MS))


def _frame(seconds: float) -> int:
    return round(seconds * 1000 / GRID_MS) * (GRID_MS * RATE // 1000)


def _write_blocks(clips: Sequence[_Clip], frames: int, path: Path, progress: Callable[[float], None]) -> None:
    with contextlib.closing(wave.open(str(path), "wb")) as out:
        out.setnchannels(1)
        out.setsampwidth(FRAME_BYTES)
        out.setframerate(RATE)
        for start in range(0, frames, BLOCK_SECONDS * RATE):
            block = _block(clips, start)
            out.writeframesraw(block[: (frames - start) * FRAME_BYTES])
            progress(0.5 + 0.4 * start / frames)


def _block(clips: Sequence[_Clip], start: int) -> bytes:
    """The PCM of one block, mixed from all clips that fall into it."""
    block = AudioSegment.silent(BLOCK_SECONDS * 1000, frame_rate=RATE)
    for clip in clips:
        if clip.first < start + BLOCK_SECONDS * RATE and start < clip.end:
            sound = clip.sound.get_sample_slice(max(0, start - clip.first))
            block = block.overlay(sound, position=max(0, clip.first - start) * 1000 // RATE)
    return bytes(block.raw_data)

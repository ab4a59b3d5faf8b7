"""A whole run (bells and spoken prompts) as one sound file.

Everything is laid over silence in blocks of 30 s that are written as they are done: laying a clip over the
whole run would copy all of it each time. The file appears under its name only when it is whole.
"""

import contextlib
import shutil
import subprocess
import tempfile
import wave
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from audio import speech, tones
from audio.pydub_quietly import AudioSegment
from audio.tones import FRAME_BYTES, RATE

BLOCK_SECONDS = 30

GRID_MS = 20
"""Clips start on multiples of this: pydub counts in ms, and at 22 050 Hz only these are whole frames."""

END_FADE_MS = 500
"""What would sound beyond the end is drawn to nothing over this long."""

SPEECH_PEAK = -6.0
"""dBFS of a prompt's peak: words over a bell at -12 dBFS stay clear, and both together do not clip."""

ENCODINGS = {
    ".mp3": ("-f", "mp3", "-b:a", "96k"),
    ".ogg": ("-f", "ogg", "-c:a", "libvorbis"),
    ".flac": ("-f", "flac"),
}
"""What ffmpeg is asked for; 96 kbit/s is ample for one channel at this rate."""

FORMATS = (".wav", *ENCODINGS)


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
    """The file; its ending differs from the wish where that format could not be made."""
    seconds: float
    notes: tuple[str, ...]
    """What is not as it was asked for, one sentence each."""


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
    language: str = "en",
    progress: Callable[[float], None] = lambda _share: None,
) -> Mixdown:
    """Write a run of `seconds` to `path`, in the format that its ending names.

    Without ffmpeg it becomes a WAV file of the same name, and a note says so.

    Args:
        cues: what is heard; what would sound beyond the end fades there.
        seconds: the exact length.
        path: ends in one of `FORMATS`; an existing file is replaced once the new one is whole.
        language: BCP 47, for the voice.
        progress: called with the share that is done, from 0 to 1.

    Raises:
        MixdownError: the ending is none of `FORMATS`, or the file could not be written.
    """
    ending = path.suffix.lower()
    if ending not in FORMATS:
        raise MixdownError(f"{path.name} should end in one of {', '.join(FORMATS)}.")
    notes: list[str] = []
    if ending in ENCODINGS and not shutil.which("ffmpeg"):
        path, ending = _instead(path), ".wav"
        notes.append(f"ffmpeg was not found, so the sound was written as {path.name} instead.")
    try:
        with tempfile.TemporaryDirectory(prefix="ajar-") as folder:
            clips = [clip for cue in cues for clip in _bells(cue)]
            try:
                clips += _spoken(cues, Path(folder), language, progress)
            except speech.SpeechError as error:
                notes.append(f"The prompts are not spoken: {error}.")
            frames = round(seconds * RATE)
            whole = Path(folder, "whole.wav")
            _write_blocks([_within(clip, frames) for clip in clips], frames, whole, progress)
            _put(whole, path, ending)
    except OSError as error:
        raise MixdownError(f"{path} could not be written: {error.strerror or error}.") from error
    progress(1.0)
    return Mixdown(path, seconds, tuple(notes))


def _instead(path: Path) -> Path:
    """The WAV file to write without ffmpeg; never over one that nobody asked to replace."""
    wav = path.with_suffix(".wav")
    if wav.exists():
        raise MixdownError(f"ffmpeg was not found, and {wav.name}, to be written instead, is there already.")
    return wav


def _spoken(
    cues: Sequence[Cue], folder: Path, language: str, progress: Callable[[float], None]
) -> list[_Clip]:
    """All prompts or, if one fails, none: a run that falls silent half-way would be worse."""
    clips = []
    path = folder / "prompt.wav"
    for done, cue in enumerate(cues):
        if cue.text:
            speech.speak(cue.text, path, language)
            with path.open("rb") as spoken:  # pydub leaves a file that it opened itself open
                clips.append(_Clip(_frame(cue.onset), _levelled(AudioSegment.from_wav(spoken))))
        progress(0.5 * done / len(cues))
    return clips


def _levelled(sound: AudioSegment) -> AudioSegment:
    sound = sound.set_channels(1).set_frame_rate(RATE)
    return sound.apply_gain(SPEECH_PEAK - sound.max_dBFS) if sound.max else sound


def _bells(cue: Cue) -> Iterator[_Clip]:
    if not cue.tone:
        return
    sound = AudioSegment(tones.strike(cue.tone), sample_width=FRAME_BYTES, frame_rate=RATE, channels=1)
    for strike in range(cue.strikes):
        yield _Clip(_frame(cue.onset + strike * tones.spacing(cue.tone)), sound)


def _within(clip: _Clip, frames: int) -> _Clip:
    """The clip, or as much of it as there is room for, drawn to nothing at the end."""
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
    """The PCM of one whole block."""
    block = AudioSegment.silent(BLOCK_SECONDS * 1000, frame_rate=RATE)
    for clip in clips:
        if clip.first < start + BLOCK_SECONDS * RATE and start < clip.end:
            sound = clip.sound.get_sample_slice(max(0, start - clip.first))
            block = block.overlay(sound, position=max(0, clip.first - start) * 1000 // RATE)
    return bytes(block.raw_data)


def _put(whole: Path, path: Path, ending: str) -> None:
    """Bring the finished sound to its place, in its format, in one step."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch()  # a folder that cannot be written to is found out here, not by ffmpeg
        if ending in ENCODINGS:
            _encode(whole, part, ENCODINGS[ending])
        else:
            shutil.copyfile(whole, part)
        part.replace(path)
    except subprocess.CalledProcessError as error:
        raise MixdownError(f"ffmpeg could not write {path.name}; a .wav file needs no ffmpeg.") from error
    finally:
        part.unlink(missing_ok=True)


def _encode(whole: Path, part: Path, options: tuple[str, ...]) -> None:
    """Let ffmpeg convert a file; pydub would leave two temporary ones behind if that failed."""
    subprocess.run(
        ["ffmpeg", "-v", "quiet", "-y", "-i", f"file:{whole}", *options, f"file:{part}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )

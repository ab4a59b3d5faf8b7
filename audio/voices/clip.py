"""Turns what a voice produces into a clip: PCM in this package's format, trimmed, at one loudness."""

import shutil
import struct
import subprocess
import sys
from array import array
from itertools import repeat
from operator import mul

from audio.tones import FRAME_BYTES, RATE, from_little_endian, little_endian, silence
from audio.voices.base import VoiceError

LOUDNESS = -18.5
"""RMS of the spoken parts of a clip, in dBFS; a session of such clips measures about -20 LUFS."""

CEILING = -3.0
"""Peak of a clip, in dBFS: together with a ducked bell, nothing overflows."""

BLOCK = RATE // 50

SILENT = 10 ** (-48 / 20) * 32_768
"""A block with a lower RMS, in sample units, counts as silence; measured after the loudness is set."""

LEAD_FRAMES, TAIL_FRAMES = RATE // 50, RATE // 10
"""Frames kept before the first sound and after the last: enough for a soft consonant."""

FADE_FRAMES = RATE // 200

GAP_SECONDS = 0.4
"""Silence between two sentences: about a breath."""

MAX_SECONDS = 120
"""No prompt takes this long to say; longer output is rejected as faulty."""

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE


def clip(sound: bytes) -> bytes:
    """A sound file of any of the `FORMATS` as PCM in this package's format, ready to be played.

    Raises:
        VoiceError: it cannot be read, is silent, or is far too long.
    """
    return finished(decoded(sound))


def finished(samples: "array[int]") -> bytes:
    """The samples, trimmed, at one loudness, with a short fade at both ends.

    Raises:
        VoiceError: they are silent, or far too long.
    """
    if len(samples) > MAX_SECONDS * RATE:
        raise VoiceError("what came back is far too long")
    samples = _levelled(samples)
    heard = [at for at in range(0, len(samples), BLOCK) if _rms(samples[at : at + BLOCK]) > SILENT]
    if not heard:
        raise VoiceError("what came back is silent")
    samples = samples[max(0, heard[0] - LEAD_FRAMES) : heard[-1] + BLOCK + TAIL_FRAMES]
    _soften(samples)
    return little_endian(samples)


def decoded(sound: bytes) -> "array[int]":
    """The samples in a sound file: 16 bits, mono, at this package's rate.

    WAV is read here; anything else by miniaudio or, where that is not installed, by ffmpeg.

    Raises:
        VoiceError: it is not a sound file, or nothing here can read it.
    """
    if sound[:4] == b"RIFF" and (plain := _wav(sound)) is not None:
        return plain
    return _by_miniaudio(sound)


def pieces(pcm: bytes, pause: float = 0.3) -> list[bytes]:
    """A clip cut at its pauses, so that playback can resume at the start of a sentence."""
    samples = from_little_endian(pcm)
    least, found, start, still = round(pause * RATE), [], 0, 0
    for at in range(0, len(samples), BLOCK):
        if _rms(samples[at : at + BLOCK]) > SILENT:
            if still >= least and at - still > start:
                found.append(little_endian(samples[start : at - BLOCK]))
                start = at - BLOCK
            still = 0
        else:
            still += BLOCK
    return [*found, little_endian(samples[start:])]


def gap() -> bytes:
    """The silence after a sentence, if it is not the last one."""
    return silence(GAP_SECONDS)


def seconds(pcm: bytes) -> float:
    """How long a clip lasts, in seconds."""
    return len(pcm) / FRAME_BYTES / RATE


def scaled(samples: "array[int]", gain: float) -> "array[int]":
    """The same samples, louder or softer; the caller makes sure that nothing overflows."""
    return array("h", map(int, map(mul, samples, repeat(gain))))


def _levelled(samples: "array[int]") -> "array[int]":
    blocks = [_rms(samples[at : at + BLOCK]) for at in range(0, len(samples), BLOCK)]
    loudest = max(blocks, default=0.0)
    spoken = [block for block in blocks if block > loudest / 10]
    peak = max(map(abs, samples), default=0)
    if not peak or not spoken:
        return samples
    level = (sum(map(mul, spoken, spoken)) / len(spoken)) ** 0.5
    wanted = 32_768 * 10 ** (LOUDNESS / 20) / level
    return scaled(samples, min(wanted, 32_768 * 10 ** (CEILING / 20) / peak))


def _rms(samples: "array[int]") -> float:
    return float((sum(map(mul, samples, samples)) / max(1, len(samples))) ** 0.5)


def _soften(samples: "array[int]") -> None:
    length = min(FADE_FRAMES, len(samples) // 2)
    for i in range(length):
        samples[i] = samples[i] * i // length
        samples[-1 - i] = samples[-1 - i] * i // length


def _wav(sound: bytes) -> "array[int] | None":
    """The samples of a 16-bit WAV file, even if a pipe made its stated lengths wrong; None if it is none."""
    form = data = b""
    at = 12
    while at + 8 <= len(sound) and not data:
        name, size = struct.unpack_from("<4sI", sound, at)
        if name == b"fmt ":
            form = sound[at + 8 : at + 8 + size]
        elif name == b"data":
            data = sound[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    if len(form) < 16:  # bytes of the shortest valid format chunk
        raise VoiceError("what came back is no sound")
    kind, channels, rate, _, _, bits = struct.unpack_from("<HHIIHH", form)
    if kind != _PCM or bits != 8 * FRAME_BYTES or not 1 <= channels <= 8 or not 4_000 <= rate <= 192_000:
        return None
    samples = from_little_endian(data[: len(data) // (FRAME_BYTES * channels) * FRAME_BYTES * channels])
    return at_our_rate(samples[::channels], rate)


def at_our_rate(samples: "array[int]", rate: int) -> "array[int]":
    """Resample by linear interpolation, which is good enough for speech recorded at a low rate."""
    if rate == RATE or not samples:
        return samples
    if rate > RATE:
        samples = _smoothed(samples, rate // RATE)
    step, last = rate / RATE, len(samples) - 1
    places = [i * step for i in range(int(last / step))]
    return array(
        "h",
        (int(samples[int(at)] + (samples[int(at) + 1] - samples[int(at)]) * (at % 1)) for at in places),
    )


def _smoothed(samples: "array[int]", width: int) -> "array[int]":
    """A running mean as a low-pass filter, against aliasing of what lies above half our rate."""
    if width < 2:
        return samples
    shifted = [samples[k : len(samples) - width + 1 + k] for k in range(width)]
    return array("h", (sum(group) // width for group in zip(*shifted, strict=True)))


def _by_miniaudio(sound: bytes) -> "array[int]":
    try:
        import miniaudio  # noqa: PLC0415  # for recordings that are compressed, and in this process only
    except (ImportError, OSError):
        return _by_ffmpeg(sound)
    try:
        found = miniaudio.decode(sound, nchannels=1, sample_rate=RATE)
    except miniaudio.MiniaudioError:
        return _by_ffmpeg(sound)
    return array("h", found.samples)


def _by_ffmpeg(sound: bytes) -> "array[int]":
    program = shutil.which("ffmpeg")
    if program is None:
        raise VoiceError("what came back is no sound that can be read here")
    argv = [program, "-v", "quiet", "-i", "pipe:0", "-f", "s16le", "-ac", "1", "-ar", str(RATE), "pipe:1"]
    try:
        done = subprocess.run(argv, input=sound, capture_output=True, timeout=20, check=True)
    except (OSError, subprocess.SubprocessError) as error:
        raise VoiceError("what came back is no sound") from error
    samples = array("h", done.stdout[: len(done.stdout) // 2 * 2])
    if sys.byteorder == "big":
        samples.byteswap()
    return samples

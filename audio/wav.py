"""Makes a WAV file of this package's PCM, for programs that play files."""

import io
import wave

from audio.tones import FRAME_BYTES, RATE


def wav(pcm: bytes) -> bytes:
    """A whole WAV file, 16-bit mono, that holds `pcm`."""
    whole = io.BytesIO()
    with wave.open(whole, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(FRAME_BYTES)
        out.setframerate(RATE)
        out.writeframes(pcm)
    return whole.getvalue()

"""What may lie in a folder of recordings besides recordings."""

import os
from pathlib import Path

import pytest

from audio.voices.base import VoiceError
from audio.voices.recordings import Recordings, gaps
from audio.voices.texts import text_id

TEXT = "One."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_fifo_or_a_device_is_no_recording_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / f"{text_id(TEXT)}.wav")
    voice = Recordings(str(tmp_path))
    voice.open()
    with pytest.raises(VoiceError, match="cannot be used"):
        list(voice.parts(TEXT))
    assert [path.name for path in gaps(tmp_path, [TEXT]).unusable] == [f"{text_id(TEXT)}.wav"]
    (tmp_path / f"{text_id(TEXT)}.wav").unlink()
    (tmp_path / f"{text_id(TEXT)}.wav").symlink_to("/dev/zero")
    with pytest.raises(VoiceError, match="cannot be used"):
        list(voice.parts(TEXT))

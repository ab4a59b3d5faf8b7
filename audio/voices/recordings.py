"""Recordings beside a session: a folder with one sound file per text, found by the text's short id."""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from audio.system_errors import reason_of
from audio.voices.base import NotRecordedError, VoiceError
from audio.voices.clip import clip, pieces
from audio.voices.texts import ID_LENGTH, text_id

ENDINGS = (".wav", ".ogg", ".mp3", ".flac")

MAX_BYTES = 64 * 1024 * 1024
"""A larger file cannot be a recorded prompt."""


class Recordings:
    """Plays what somebody has recorded."""

    name = "recordings"

    def __init__(self, folder: str) -> None:
        self.detail = folder
        self._files: Mapping[str, Path] = {}

    def open(self) -> None:
        """List the folder."""
        if not self.detail:
            raise VoiceError("no recordings lie beside this session")
        self._files = recorded(Path(self.detail))
        if not self._files:
            raise VoiceError(f"{Path(self.detail).name} holds no recordings")

    def parts(self, text: str) -> Iterator[bytes]:
        """The recording of this text, cut in its pauses."""
        path = self._files.get(text_id(text))
        if path is None:
            raise NotRecordedError("it has not been recorded")
        try:
            yield from pieces(clip(_content(path)))
        except VoiceError:
            raise VoiceError(f"the recording {path.name} cannot be used") from None


def recorded(folder: Path) -> dict[str, Path]:
    """The recordings in a folder, by the id that each file name begins with.

    Raises:
        VoiceError: the folder cannot be read.
    """
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except OSError as error:
        raise VoiceError(f"{folder.name} cannot be read: {reason_of(error)}") from error
    return {path.name[:ID_LENGTH].lower(): path for path in reversed(files)}


@dataclass(frozen=True, slots=True)
class Gaps:
    """What is missing from, or wrong with, a folder of recordings."""

    missing: tuple[str, ...]
    """Texts without a recording."""
    left_over: tuple[Path, ...]
    """Recordings that no longer fit a text, because its words were changed."""
    unusable: tuple[Path, ...]
    """Recordings that cannot be read, are silent, or far too long."""


def gaps(folder: Path, texts: Iterable[str]) -> Gaps:
    """Compare a folder, which may not exist, with the texts it is for; reads every recording.

    Raises:
        VoiceError: the folder cannot be read.
    """
    files = recorded(folder) if folder.exists() else {}
    wanted = {text_id(text): text for text in texts}
    usable = {name: _is_usable(path) for name, path in files.items() if name in wanted}
    return Gaps(
        tuple(text for name, text in wanted.items() if name not in files),
        tuple(path for name, path in files.items() if name not in wanted),
        tuple(files[name] for name, fine in usable.items() if not fine),
    )


def _is_usable(path: Path) -> bool:
    try:
        clip(_content(path))
    except VoiceError:
        return False
    return True


def _content(path: Path) -> bytes:
    """The bytes of a regular file; reading a FIFO or a device might block, or never end."""
    try:
        with open(path, "rb", opener=_at_once) as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise VoiceError("it is no regular file")
            return file.read(MAX_BYTES)
    except OSError as error:
        raise VoiceError("it cannot be read") from error


def _at_once(path: str, flags: int) -> int:
    """Open without blocking on a FIFO; Windows has none."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))

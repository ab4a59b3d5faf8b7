"""Converts a finished WAV file to another format, with title, artist, language and chapters."""

import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeAlias

from audio import programs

ENCODINGS = {
    ".mp3": ("-f", "mp3", "-b:a", "96k", "-id3v2_version", "3"),
    ".ogg": ("-f", "ogg", "-c:a", "libvorbis"),
    ".flac": ("-f", "flac"),
}
"""ffmpeg's options for each format; 96 kbit/s is ample for one channel at this rate."""

FORMATS = (".wav", *ENCODINGS)


class Sink(Protocol):
    """Takes the bytes of a file."""

    def write(self, data: bytes, /) -> object:
        """Take all of them."""


Opens: TypeAlias = Callable[[Path], AbstractContextManager[Sink]]
"""Opens a new file; it appears under its name only if the block ends without an error."""


def only_new(path: Path) -> AbstractContextManager[Sink]:
    """Open a file that must not exist yet."""
    return path.open("xb")


class EncodingError(Exception):
    """ffmpeg could not write it."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section of a run."""

    onset: float
    """Seconds from the start."""
    title: str


@dataclass(frozen=True, slots=True)
class Tags:
    """Metadata that a music player shows; empty fields are left out."""

    title: str = ""
    artist: str = ""
    language: str = ""
    """BCP 47."""
    chapters: tuple[Chapter, ...] = ()


def put(whole: Path, path: Path, tags: Tags, seconds: float, opens: Opens) -> None:
    """Write a finished WAV file to `path`, converted to the format that the name ends in.

    ffmpeg would follow a symbolic link, so it writes beside the WAV file, in a folder that nobody else can
    use.

    Raises:
        EncodingError: ffmpeg failed; no partial file is left behind.
        OSError: the file could not be written.
    """
    ending = path.suffix.lower()
    if ending in ENCODINGS:
        encoded = whole.with_suffix(ending)
        _encode(whole, encoded, ending, ffmetadata(tags, seconds, ending))
        whole = encoded
    with whole.open("rb") as done, opens(path) as out:
        shutil.copyfileobj(done, out)


def ffmetadata(tags: Tags, seconds: float, ending: str) -> str:
    """The tags as ffmpeg reads them."""
    named = [("title", tags.title), ("artist", tags.artist), ("language", tags.language)]
    if ending != ".mp3":  # ffmpeg writes chapters to MP3 only; Ogg and FLAC carry them as comments
        for number, chapter in enumerate(tags.chapters, 1):
            named += [
                (f"CHAPTER{number:03}", _clock(chapter.onset)),
                (f"CHAPTER{number:03}NAME", chapter.title),
            ]
    return "\n".join(
        (
            ";FFMETADATA1",
            *(f"{key}={_escaped(text)}" for key, text in named if text),
            *_chapters(tags, seconds),
            "",
        )
    )


def _chapters(tags: Tags, seconds: float) -> Iterator[str]:
    ends = [chapter.onset for chapter in tags.chapters[1:]] + [seconds]
    for chapter, end in zip(tags.chapters, ends, strict=False):
        yield from (
            "[CHAPTER]",
            "TIMEBASE=1/1000",
            f"START={chapter.onset * 1000:.0f}",
            f"END={end * 1000:.0f}",
        )
        yield f"title={_escaped(chapter.title)}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{minutes // 60:02.0f}:{minutes % 60:02.0f}:{rest:06.3f}"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "=;#\\\n" else char for char in text)


def _encode(whole: Path, encoded: Path, ending: str, tags: str) -> None:
    """Convert a file with ffmpeg; through pydub, a failure would leave two temporary files behind."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as told:
        told.write(tags)
        told.flush()
        inputs = ["-i", f"file:{whole}", "-f", "ffmetadata", "-i", f"file:{told.name}"]
        mapped = ["-map", "0:a", "-map_metadata", "1", "-map_chapters", "1"]
        try:
            programs.run(
                ["ffmpeg", "-v", "quiet", "-y", *inputs, *mapped, *ENCODINGS[ending], f"file:{encoded}"]
            )
        except subprocess.CalledProcessError as error:
            raise EncodingError from error

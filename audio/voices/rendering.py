"""The client of a renderer process: start it, ask for a clip, read its reports, end it.

The helper reads reports without blocking; an export or a command blocks in `spoken`.
"""

import contextlib
import os
import select
import subprocess
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from audio.clock import now
from audio.tones import FRAME_BYTES, RATE
from audio.voices.base import VoiceError, Wish
from audio.voices.clip import MAX_SECONDS
from audio.wire import line, message

PATIENCE_SECONDS = 15.0
"""A renderer that reports nothing for this long counts as frozen; a sentence takes a second at most."""

LEAVE_SECONDS = 0.2
"""How long it may take to end the programs it started."""

MAX_HEAD = 65_536
"""A longer line is invalid."""

MAX_PART = (MAX_SECONDS + 2) * RATE * FRAME_BYTES


@dataclass(frozen=True, slots=True)
class Open:
    """The renderer is ready."""

    voice: str
    detail: str
    passed_over: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """The PCM of one sentence."""

    number: int
    pcm: bytes
    voice: str


@dataclass(frozen=True, slots=True)
class Made:
    """A text is finished: all its sentences have come, or it cannot be spoken."""

    number: int
    fault: str = ""
    """Why the text stays unspoken; empty if it was spoken."""
    gave_way: tuple[tuple[str, str], ...] = ()
    """Voices that failed on it, and why; the next voice took over."""


@dataclass(frozen=True, slots=True)
class Gone:
    """The renderer has ended, or sent something invalid; all that can be done is `close` it."""

    reason: str
    passed_over: tuple[tuple[str, str], ...] = ()


Report: TypeAlias = Open | Part | Made | Gone

STOPPED = "the voice stopped"
RUBBISH = "the voice sent rubbish"
FROZEN = "the voice does not answer"


class Renderer:
    """One renderer process.

    Attributes:
        heard_at: when data last came from it, by `audio.clock`.
    """

    def __init__(self, wish: Wish, avoid: Collection[str] = ()) -> None:
        """Start it.

        Raises:
            VoiceError: it could not be started.
        """
        self.heard_at = now()
        self._unread = bytearray()
        self._head: dict[str, Any] | None = None
        self._process = _started()
        self._send(line(wish=wish.fields, avoid=list(avoid)))

    def fileno(self) -> int:
        """The file descriptor to wait on for reports."""
        assert self._process.stdout is not None, "asked for"  # noqa: S101
        return self._process.stdout.fileno()

    def ask(self, number: int, text: str) -> None:
        """Ask for one text; call it again only when that is finished, so that no text waits in a pipe."""
        self.heard_at = now()
        self._send(line(id=number, text=text))

    def reports(self) -> Iterator[Report]:
        """The reports that have come since the last call; never blocks."""
        try:
            block = os.read(self.fileno(), 1 << 20)
        except BlockingIOError:
            return
        if not block:
            yield Gone(STOPPED)
            return
        self.heard_at = now()
        self._unread += block
        while (report := self._next()) is not None:
            yield report
            if isinstance(report, Gone):
                return

    def close(self) -> None:
        """End the process and wait for it, 0.2 s at most; may be called twice."""
        process = self._process
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            process.wait(LEAVE_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _send(self, text: bytes) -> None:
        if self._process.stdin is not None:
            with contextlib.suppress(OSError, ValueError):  # `reports` notices that the process has ended
                os.write(self._process.stdin.fileno(), text)

    def _next(self) -> Report | None:
        """The next complete report among the bytes that were read; None if there is none yet."""
        if self._head is None:
            text, newline, rest = self._unread.partition(b"\n")
            if not newline:
                return Gone(RUBBISH) if len(text) > MAX_HEAD else None
            self._head, self._unread = message(bytes(text)), rest
        match self._head:
            case {"say": "part", "id": int(number), "voice": str(voice), "bytes": int(size)} if (
                0 <= size <= MAX_PART
            ):
                if len(self._unread) < size:
                    return None
                pcm = bytes(self._unread[:size])
                del self._unread[:size]
                self._head = None
                return Part(number, pcm, voice)
            case head:
                self._head = None
                return _report(head)


def _report(head: dict[str, Any]) -> Report:
    try:
        others = tuple((str(name), str(why)) for name, why in head.get("passed_over", ()))
    except (TypeError, ValueError):
        return Gone(RUBBISH)
    match head:
        case {"say": "open", "voice": str(voice), "detail": str(detail)}:
            return Open(voice, detail, others)
        case {"say": "made", "id": int(number)}:
            return Made(number, "", others)
        case {"say": "cannot", "id": int(number), "reason": str(reason)}:
            return Made(number, reason, others)
        case {"say": "closed", "reason": str(reason)}:
            return Gone(reason, others)
        case _:
            return Gone(RUBBISH)


def opened(renderer: Renderer, seconds: float = PATIENCE_SECONDS) -> Open:
    """Wait until the renderer is ready.

    Raises:
        VoiceError: no voice can be opened, or not in time.
    """
    for report in _waited_for(renderer, seconds):
        if isinstance(report, Open):
            return report
    raise VoiceError(STOPPED)


def spoken(renderer: Renderer, text: str, seconds: float = PATIENCE_SECONDS) -> list[bytes]:
    """Ask for a text and wait for its sentences, one after the other.

    Raises:
        VoiceError: it cannot be spoken, or not in time.
    """
    renderer.ask(0, text)
    parts: list[bytes] = []
    for report in _waited_for(renderer, seconds):
        if isinstance(report, Part):
            parts.append(report.pcm)
        elif isinstance(report, Made):
            if report.fault:
                raise VoiceError(report.fault)
            return parts
    raise VoiceError(STOPPED)


def _waited_for(renderer: Renderer, seconds: float) -> Iterator[Report]:
    """Yield reports as they come.

    Raises:
        VoiceError: nothing came within the time limit, or the renderer has ended.
    """
    while select.select([renderer], [], [], seconds)[0]:
        for report in renderer.reports():
            if isinstance(report, Gone):
                raise VoiceError(report.reason, report.passed_over)
            yield report
    raise VoiceError(FROZEN)


def _started() -> "subprocess.Popen[bytes]":
    root = str(Path(__file__).resolve().parent.parent.parent)
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    try:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "audio.voices.renderer"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            env=os.environ | {"PYTHONPATH": path},
        )
    except OSError as error:
        raise VoiceError("the voice could not be started") from error
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            os.set_blocking(pipe.fileno(), False)
    return process

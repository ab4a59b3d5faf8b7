"""Runs a program on a terminal of its own and stamps the time on every byte it writes."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

from tests.bench.means.surroundings import become

QUESTION, ANSWER = b"\x1b[6n", b"\x1b[1;1R"
"""The query for the cursor position, and an answer such as every terminal gives."""

PATIENCE = 30.0
"""Seconds without output after which a program is given up."""

CONTROLS = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b.|[\x00-\x1f]")


def now() -> float:
    """Seconds on the machine's monotonic clock."""
    return time.monotonic()  # the bench measures real time


class Program:
    """A program on a pseudo-terminal of 100 by 30, in the home its environment names.

    Attributes:
        started: when it was started.
        pid: the process.
    """

    def __init__(self, argv: Sequence[str], env: Mapping[str, str]) -> None:
        self._log = bytearray()
        self._stamps: list[tuple[float, int]] = []
        """The time of each read, and the number of bytes by then."""
        self._mark = 0
        self._gone = False
        self.started = now()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            become(argv, env)
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if not self._gone:
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        os.close(self._fd)

    @property
    def written(self) -> int:
        """How many bytes it has written so far."""
        return len(self._log)

    def fileno(self) -> int:
        """The terminal, so that several can be waited for."""
        return self._fd

    def press(self, keys: bytes) -> float:
        """Type; returns when. Later searches look only at what comes after it."""
        self._mark = self.written
        at = now()
        os.write(self._fd, keys)
        return at

    def until(self, *texts: bytes) -> float:
        """Read until one of these texts has been written since the last key; returns when its last byte came.

        Raises:
            TimeoutError: it did not come, or the program ended.
        """
        end = now() + PATIENCE
        while not (came := [at for text in texts if (at := self.when(text)) is not None]):
            if self._gone or now() > end:
                raise TimeoutError(f"{texts[0].decode()!r} never came; the last was {self._last_words()!r}")
            self.read(end - now())
        return min(came)

    def when(self, text: bytes) -> float | None:
        """When the last byte of a text came, if it was written since the last key."""
        found = self._log.find(text, self._mark)
        return None if found < 0 else self._stamp(found + len(text))

    def said(self, pattern: bytes) -> bytes:
        """What the group in a pattern matches in the output since the last key."""
        found = re.search(pattern, bytes(self._log[self._mark :]))
        if found is None:
            raise RuntimeError(f"{pattern.decode()} was never said")
        return found[1]

    def first_byte(self) -> float:
        """When the first byte since the last key came; there has to be one."""
        return self._stamp(self._mark + 1)

    def still(self, seconds: float) -> None:
        """Read until nothing has come for a while."""
        while not self._gone and self.read(seconds):
            pass

    def leave(self, keys: bytes) -> float:
        """Press a key and wait for the end; returns the seconds that took."""
        at = self.press(keys)
        while not self._gone:
            if not self.read(PATIENCE):
                raise TimeoutError(f"{keys!r} did not end it")
        return now() - at

    def read(self, seconds: float) -> bool:
        """Wait for output and read it; whether there was any."""
        if self._gone or not select.select([self._fd], [], [], max(0.0, seconds))[0]:
            return False
        at = now()
        try:
            chunk = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says so when the last writer is gone
            chunk = b""
        if not chunk:
            os.waitpid(self.pid, 0)
            self._gone = True
        if QUESTION in chunk:
            os.write(self._fd, ANSWER * chunk.count(QUESTION))
        self._log += chunk
        self._stamps.append((at, self.written))
        return True

    def _stamp(self, size: int) -> float:
        return next(at for at, written in self._stamps if written >= size)

    def _last_words(self) -> str:
        return b" ".join(CONTROLS.sub(b" ", bytes(self._log[-2000:])).split())[-80:].decode(errors="replace")


def attend(programs: Sequence[Program], seconds: float) -> None:
    """Read the output of these programs for a while, as soon as it comes."""
    end = now() + seconds
    while (left := end - now()) > 0:
        for program in select.select(programs, [], [], left)[0]:
            if not program.read(0):
                raise TimeoutError("a program ended by itself")

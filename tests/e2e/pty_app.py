"""A real `ajar` on a real pseudo-terminal, with a terminal emulator that shows what a person would see."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

from tests.patience import PATIENCE

AJAR = str(Path(sys.executable).with_name("ajar"))
"""The installed command, started as a person starts it."""


def now() -> float:
    """Seconds on the machine's monotonic clock, since these tests run in real time."""
    return time.monotonic()  # the clock that real runs use


class Screen(pyte.Screen):
    """The emulator's screen; it answers queries for the cursor position if it may type."""

    typed: int | None = None

    def write_process_input(self, data: str) -> None:
        """What the terminal sends by itself."""
        if self.typed is not None:
            os.write(self.typed, data.encode())


class PtyApp:
    """One process on a terminal of its own.

    Attributes:
        screen: what the emulator shows.
        raw: every byte the process wrote.
        code: the exit code, once it has left.
        settings_before: how the terminal was set up at first.
    """

    def __init__(
        self,
        *args: str,
        home: Path,
        size: tuple[int, int] = (80, 24),
        env: Mapping[str, str] | None = None,
        command: str = AJAR,
        answers: bool = True,
    ) -> None:
        """`command` may be a shell that starts `ajar`; `answers`: whether the terminal answers queries."""
        self.screen = Screen(*size)
        self.raw = b""
        self.code: int | None = None
        self._stream = pyte.ByteStream(self.screen)
        self._pid, self._fd = pty.fork()
        if self._pid == 0:
            self._become(command, args, home, env or {})
        self.settings_before = self.terminal_settings()
        if answers:
            self.screen.typed = self._fd
        fcntl.ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        if self.code is None:
            os.kill(self._pid, signal.SIGKILL)
            os.waitpid(self._pid, 0)
        if self._fd >= 0:
            os.close(self._fd)

    @property
    def pid(self) -> int:
        """The process."""
        return self._pid

    @property
    def text(self) -> str:
        """The screen as one text, its lines joined by blanks, so that a wrapped prompt can be found."""
        return " ".join(" ".join(self.screen.display).split())

    def press(self, keys: str) -> float:
        """Type; returns when."""
        at = now()
        os.write(self._fd, keys.encode())
        return at

    def until(self, seen: str | Callable[[PtyApp], bool], seconds: float = PATIENCE) -> float:
        """Read until a text is on the screen, or a condition holds; returns the time of the last read.

        Raises:
            AssertionError: it did not come in time; the message shows the screen.
        """
        holds = (lambda app: seen in app.text) if isinstance(seen, str) else seen
        end = now() + seconds
        at = now()
        while not holds(self):
            if now() > end or self.code is not None:
                shown = "\n".join(self.screen.display)
                raise AssertionError(f"never seen: {seen!r}; exit code {self.code}; the screen:\n{shown}")
            at = self._read(min(0.25, max(0.0, end - now())))
        return at

    def pass_time(self, seconds: float) -> None:
        """Let real time pass, and read the output meanwhile."""
        end = now() + seconds
        while (left := end - now()) > 0 and self.code is None:
            self._read(left)

    def until_quiet(self, seconds: float = 1.0) -> None:
        """Read until nothing has come for so long: what follows from a key is drawn, on a busy machine too.

        Raises:
            AssertionError: it is never quiet.
        """
        end = now() + PATIENCE
        before = -1
        while before != len(self.raw):
            assert now() < end, "it never stops drawing"
            before = len(self.raw)
            self.pass_time(seconds)

    def read_nothing(self, seconds: float, *, until_it_leaves: bool = False) -> None:
        """Let real time pass without reading, as when a connection stalls."""
        end = now() + seconds
        while now() < end and self.code is None:
            time.sleep(0.05)
            if until_it_leaves:
                self._collect()

    def terminal_settings(self) -> list[object]:
        """The attributes of the terminal: echo, line mode and the rest."""
        return list(termios.tcgetattr(self._fd))

    def read_what_is_left(self) -> None:
        """Read all that a process has left behind."""
        while select.select([self._fd], [], [], 0)[0]:
            try:
                chunk = os.read(self._fd, 1 << 16)
            except OSError:
                return
            self.raw += chunk
            self._stream.feed(chunk)

    def signal(self, number: signal.Signals) -> None:
        """Send the process a signal."""
        os.kill(self._pid, number)

    def close_terminal(self) -> None:
        """Close the terminal, as closing its window does."""
        os.close(self._fd)
        self._fd = -1

    def hang_up(self) -> None:
        """Close the terminal, as a lost connection does."""
        os.kill(self._pid, signal.SIGHUP)

    def wait(self, seconds: float = PATIENCE) -> int:
        """Read until the process has left; returns its exit code."""
        self.until(lambda app: app.code is not None, seconds)
        assert self.code is not None
        return self.code

    def _read(self, seconds: float) -> float:
        if self._fd < 0:
            time.sleep(0.02)
            self._collect()
            return now()
        ready, _, _ = select.select([self._fd], [], [], seconds)
        at = now()
        chunk = b""
        if ready:
            try:
                chunk = os.read(self._fd, 1 << 16)
            except OSError:  # Linux says so when the last writer is gone
                chunk = b""
            self.raw += chunk
            self._stream.feed(chunk)
        if not chunk:
            self._collect()
        return at

    def _collect(self) -> None:
        pid, status = os.waitpid(self._pid, os.WNOHANG)
        if pid:
            self.code = os.waitstatus_to_exitcode(status)

    def _become(self, command: str, args: tuple[str, ...], home: Path, env: Mapping[str, str]) -> None:
        kept = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "TERM")}
        surroundings = {
            **kept,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            **env,
        }
        os.chdir(home)
        # By its full path: a bare "python" would search its home along PATH, and might find another one.
        os.execve(command, [command, *args], surroundings)  # noqa: S606  # no shell is wanted

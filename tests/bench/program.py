"""Runs a program on a terminal of its own and stamps the time on every byte it writes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Self

PATIENCE = 30.0
"""Seconds after which a program that says nothing is given up."""


def now() -> float:
    """Seconds on the machine's monotonic clock."""
    return time.monotonic()  # noqa: TID251  # the bench measures life itself


class Program:
    """A program on a pseudo-terminal of 100 by 30.

    Attributes:
        started: when it was started.
        written: how many bytes it wrote.
    """

    def __init__(self, argv: Sequence[str], env: Mapping[str, str] | None = None) -> None:
        surroundings = {**os.environ, "TERM": "xterm-256color", "COLORTERM": "truecolor", **(env or {})}
        surroundings.pop("NO_COLOR", None)
        self.written = 0
        self._seen = b""
        self._gone = False
        self.started = now()
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.execvpe(argv[0], list(argv), surroundings)  # noqa: S606  # no shell is wanted
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

    def press(self, keys: bytes) -> float:
        """Type; returns when."""
        self._seen = b""
        at = now()
        os.write(self._fd, keys)
        return at

    def until(self, needle: bytes) -> float:
        """Read until a text was written since the last key; returns when its last byte came."""
        while needle not in self._seen:
            at = self._read(PATIENCE)
            if at is None:
                raise TimeoutError(f"{needle!r} never came; the last was {self._seen[-200:]!r}")
        self._seen = self._seen.partition(needle)[2]
        return now()

    def first_byte(self) -> float:
        """When the next byte comes."""
        at = self._read(PATIENCE)
        if at is None:
            raise TimeoutError("nothing came")
        return at

    def drain(self, seconds: float) -> None:
        """Read whatever comes for a while."""
        end = now() + seconds
        while (left := end - now()) > 0 and not self._gone:
            self._read(left)

    def leave(self, keys: bytes) -> float:
        """Press a key and wait for the end; returns the seconds that took."""
        at = self.press(keys)
        while not self._gone:
            self._read(PATIENCE)
        return now() - at

    def _read(self, seconds: float) -> float | None:
        ready, _, _ = select.select([self._fd], [], [], seconds)
        if not ready:
            return None
        at = now()
        try:
            chunk = os.read(self._fd, 1 << 16)
        except OSError:  # Linux says so when the last writer is gone
            chunk = b""
        if not chunk:
            os.waitpid(self.pid, 0)
            self._gone = True
        self._seen += chunk
        self.written += len(chunk)
        return at


def cpu_seconds(pid: int) -> float:
    """What a process has used so far, in user and system seconds."""
    fields = open(f"/proc/{pid}/stat", encoding="ascii").read().rpartition(")")[2].split()  # noqa: PTH123, SIM115  # a file of the kernel
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def wake_ups(pid: int) -> int:
    """How often the threads of a process have been woken so far."""
    total = 0
    for task in os.listdir(f"/proc/{pid}/task"):  # noqa: PTH208  # a folder of the kernel
        with open(f"/proc/{pid}/task/{task}/status", encoding="ascii") as status:  # noqa: PTH123  # same
            total += sum(int(line.split()[1]) for line in status if line.startswith("voluntary_ctxt"))
    return total


def pss_mib(pid: int) -> float:
    """The memory of a process, shared pages counted by share, in MiB."""
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:  # noqa: PTH123  # a file of the kernel
        return next(int(line.split()[1]) / 1024 for line in rollup if line.startswith("Pss:"))

"""Reads what the kernel knows about a running process; on Linux only."""

from __future__ import annotations

import os
import sys
import time
from contextlib import suppress
from pathlib import Path

CPU_TIME_OF_ALL_THREADS = 2
"""The last three bits of the clock id; the others are the inverted process id."""


def cpu_seconds(pid: int) -> float:
    """CPU time of all threads of a process, including ended ones, with nanosecond resolution.

    Reads the clock that the C library's `clock_getcpuclockid` returns.
    """
    _linux_alone()
    return time.clock_gettime((~pid << 3) | CPU_TIME_OF_ALL_THREADS)


def wake_ups(pid: int) -> int:
    """How often the threads of a process have gone to sleep so far, and so been woken."""
    _linux_alone()
    total = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with suppress(OSError):  # a thread that has just ended
            total += _field(task / "status", "voluntary_ctxt_switches:")
    return total


def pss_mib(pid: int) -> float:
    """The memory of a process in MiB, with shared pages divided among their users."""
    _linux_alone()
    return _field(Path(f"/proc/{pid}/smaps_rollup"), "Pss:") / 1024


def rss_mib(pid: int) -> float:
    """The memory of a process in MiB, with shared pages counted in full."""
    _linux_alone()
    return _field(Path(f"/proc/{pid}/smaps_rollup"), "Rss:") / 1024


def child_running(module: str, parent: int | None = None) -> int:
    """The child of a process, by default of this one, that runs a Python module.

    Raises:
        RuntimeError: there is none.
    """
    _linux_alone()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit() and _parent(entry) == (parent or os.getpid()):
            words = (entry / "cmdline").read_bytes().split(b"\0")
            if module.encode() in words:
                return int(entry.name)
    raise RuntimeError(f"no {module} is running")


def _parent(entry: Path) -> int:
    try:
        return int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    except OSError:  # it has just ended
        return 0


def _field(file: Path, key: str) -> int:
    lines = file.read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(key))


def _linux_alone() -> None:
    if sys.platform != "linux":
        raise RuntimeError("only Linux tells")

"""Programs that must not outlive the bench, however it ends."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator

BURNER = """
import os, sys, time
parent, end = int(sys.argv[1]), time.monotonic() + float(sys.argv[2])
while time.monotonic() < end and os.getppid() == parent:
    for _ in range(20_000):
        pass
"""
"""Keeps one core busy until its time is up or its parent is gone; checks about once a millisecond."""

GUARD = """
import os, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)
if not sys.stdin.buffer.read(1):
    os.kill(int(sys.argv[1]), signal.SIGKILL)
"""
"""Ends a process when its own standard input ends without data, as happens when its parent is killed."""


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextlib.contextmanager
def busy_cores(seconds: float) -> Iterator[None]:
    """Keep every core busy during the block, for at most this many seconds."""
    command = [sys.executable, "-c", BURNER, str(os.getpid()), str(seconds)]
    burners: list[subprocess.Popen[bytes]] = []
    try:
        for _ in range(cores()):
            burner = subprocess.Popen(command, stderr=subprocess.DEVNULL)  # Ctrl-C reaches it as well
            burners.append(burner)
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.wait()


@contextlib.contextmanager
def guarded(pid: int) -> Iterator[None]:
    """End a process if the bench is killed during the block."""
    with subprocess.Popen([sys.executable, "-c", GUARD, str(pid)], stdin=subprocess.PIPE) as guard:
        try:
            yield
        finally:
            guard.communicate(b".")

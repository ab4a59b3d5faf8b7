"""Checking many files: on all cores where there are enough of them, and with a line for who waits."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Generator, Iterator
from typing import Self

from sessions.check import Checked, check_file
from sessions.clock import Clock, MachineClock
from tui.checks.check_input import STDIN, check_one

WORTH_ALL_CORES = 250
"""Files; below, starting the other processes takes longer than they save."""
AT_ONCE = 32
"""Files that are handed to a process together."""
PATIENCE = 1.0
"""Seconds before the line appears, and between two states of it."""


def checked_many(paths: list[str]) -> Generator[Checked]:
    """Check files, in the order they are named."""
    with Waiting(len(paths)) as waiting:
        for each in _on_all_cores(paths) if _worth_it(paths) else map(check_one, paths):
            waiting.clear()
            yield each
            waiting.one_more()


def _worth_it(paths: list[str]) -> bool:
    return len(paths) >= WORTH_ALL_CORES and STDIN not in paths and _cores() > 1


def _cores() -> int:
    look = getattr(os, "sched_getaffinity", None)
    return len(look(0)) if look else os.cpu_count() or 1


def _on_all_cores(paths: list[str]) -> Iterator[Checked]:
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  # 30 ms, for many files only

    with ProcessPoolExecutor(_cores(), initializer=_leave_interrupts_to_the_parent) as pool:
        try:
            yield from pool.map(_check_for_report, paths, chunksize=AT_ONCE)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _check_for_report(path: str) -> Checked:
    """A checked file without its session: a report needs the faults only, and they are small."""
    return check_file(path, for_report=True)._replace(parts=None)


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


class Waiting:
    """A line on stderr that says how many files have been read; nothing where nobody looks at it."""

    def __init__(self, total: int, clock: Clock | None = None) -> None:
        """The line is drawn once `PATIENCE` has passed, and redrawn no sooner than that."""
        self._total = total
        self._clock = clock or MachineClock()
        self._next = self._clock.now() + PATIENCE
        self._read = 0
        self._drawn = False
        self._seen = (
            sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.clear()

    def one_more(self) -> None:
        """Count a file."""
        self._read += 1
        now = self._clock.now() if self._seen else 0.0
        if self._seen and now >= self._next:
            self._next = now + PATIENCE
            self._draw(f"{self._read:,} of {self._total:,} files")

    def clear(self) -> None:
        """Take the line away, so that something else can be printed."""
        if self._drawn:
            self._draw("")

    def _draw(self, text: str) -> None:
        print(f"\r\x1b[K{text}", end="", file=sys.stderr, flush=True)
        self._drawn = bool(text)

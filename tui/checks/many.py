"""Checking many files: on all cores where there are enough of them, and with a bar for who waits."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable

from sessions.check import Checked
from tui.checks.check_input import STDIN, check_one
from tui.checks.waiting import Waiting

WORTH_ALL_CORES = 250
"""Files; below, starting the other processes takes longer than they save."""


def checked_many(paths: list[str]) -> Generator[Checked]:
    """Check files, in the order they are named.

    Raises:
        StopError: a process that was checking files ended before its work was done.
    """
    on_screen = sys.stdout is not None and sys.stdout.isatty()
    with Waiting(len(paths)) as waiting:
        for each in _each(paths):
            if each.faults and on_screen:
                waiting.clear()
            yield each
            waiting.one_more()


def _each(paths: list[str]) -> Iterable[Checked]:
    cores = _cores()
    if len(paths) < WORTH_ALL_CORES or STDIN in paths or cores == 1:
        return map(check_one, paths)
    from tui.checks.all_cores import on_all_cores  # noqa: PLC0415  # 30 ms, for many files only

    return on_all_cores(paths, cores)


def _cores() -> int:
    look = getattr(os, "sched_getaffinity", None)
    return len(look(0)) if look else os.cpu_count() or 1

"""Checking or listing many files: on all cores where that pays, and with a bar for who waits."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import TypeVar

from sessions.check import Checked, check_file
from sessions.library.catalogue import Entry, in_order, settled
from tui.checks.check_input import STDIN, check_one
from tui.checks.waiting import Waiting

Task = TypeVar("Task")
Result = TypeVar("Result")

WORTH_ALL_CORES = 250
"""Files; below, starting the other processes takes longer than they save."""


def checked_many(paths: list[str]) -> Generator[Checked]:
    """Check files, in the order they are named.

    Raises:
        StopError: a process that was checking files ended before its work was done.
    """
    on_screen = sys.stdout is not None and sys.stdout.isatty()
    with Waiting(len(paths)) as waiting:
        for each in map(check_one, paths) if STDIN in paths else _each(_for_report, paths):
            if each.faults and on_screen:
                waiting.clear()
            yield each
            waiting.one_more()


def looked_into(entries: Sequence[Entry]) -> list[Entry]:
    """Sessions, each of them looked into.

    Raises:
        StopError: a process that was looking ended before its work was done.
    """
    unseen = [entry for entry in entries if not entry.looked]
    found: dict[str, Entry] = {}
    with Waiting(len(unseen)) as waiting:
        for entry in _each(settled, unseen):
            found[entry.name] = entry
            waiting.one_more()
    return in_order(found.get(entry.name, entry) for entry in entries)


def _each(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterable[Result]:
    cores = _cores()
    if len(tasks) < WORTH_ALL_CORES or cores == 1:
        return map(work, tasks)
    from tui.checks.all_cores import on_all_cores  # noqa: PLC0415  # 30 ms, for many files only

    return on_all_cores(work, tasks, cores)


def _for_report(path: str) -> Checked:
    """A checked file without its parts: a report needs the faults only, and they are small."""
    return check_file(path, for_report=True)._replace(parts=None)


def _cores() -> int:
    look = getattr(os, "sched_getaffinity", None)
    return len(look(0)) if look else os.cpu_count() or 1

"""Checks or lists many files: on all cores where that is faster, with a progress bar."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from sessions.check import Checked, check_file
from sessions.library.catalogue import Entry, in_order, settled
from tui.checks.check_input import STDIN, check_one

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

Task = TypeVar("Task")
Result = TypeVar("Result")

WORTH_ALL_CORES = 250
"""Number of files; with fewer, starting the other processes takes longer than they save."""


def checked_many(paths: list[str]) -> Generator[Checked]:
    """Check files, in the order they are named.

    Raises:
        StopError: a process that was checking files ended before its work was done.
    """
    with _progress(len(paths)) as bar:
        for each in map(check_one, paths) if STDIN in paths else _each(_for_report, paths):
            if each.faults and not bar.hidden and sys.stdout is not None and sys.stdout.isatty():
                click.echo("\r\x1b[K", err=True, nl=False)  # clear the bar, for the report goes on its line
            yield each
            bar.update(1)


def looked_into(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each with its file read.

    Raises:
        StopError: a process that was reading files ended before its work was done.
    """
    unseen = [entry for entry in entries if not entry.looked]
    found: dict[str, Entry] = {}
    with _progress(len(unseen)) as bar:
        for entry in _each(settled, unseen):
            found[entry.name] = entry
            bar.update(1)
    return in_order(found.get(entry.name, entry) for entry in entries)


def _progress(total: int) -> ProgressBar[Any]:
    """A progress bar on stderr; hidden unless that is a terminal and there are many files."""
    seen = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM", "dumb") != "dumb"
    hidden = not seen or total < WORTH_ALL_CORES
    return click.progressbar(length=total, file=sys.stderr, hidden=hidden, show_pos=True, show_eta=False)


def _each(work: Callable[[Task], Result], tasks: Sequence[Task]) -> Iterable[Result]:
    cores = _cores()
    if len(tasks) < WORTH_ALL_CORES or cores == 1:
        return map(work, tasks)
    from tui.checks.all_cores import on_all_cores  # noqa: PLC0415  # 30 ms, for many files only

    return on_all_cores(work, tasks, cores)


def _for_report(path: str) -> Checked:
    """Check a file, and drop its parts: a report needs only the faults, which are cheap to pickle."""
    return check_file(path, for_report=True).changed(parts=None)


def _cores() -> int:
    look = getattr(os, "sched_getaffinity", None)
    return len(look(0)) if look else os.cpu_count() or 1

"""Checking session files by name: the work of `ajar check` and `ajar fix`."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from typing import NamedTuple, TextIO

from sessions.check import Checked
from sessions.reports.report import Format, report
from sessions.reports.selection import Selection
from sessions.unsafe import visible
from tui.checks.check_input import STDIN, check_one
from tui.checks.project import selection_for
from tui.exits import Exit, StopError


class Order(NamedTuple):
    """What to check, and how."""

    names: tuple[str, ...]
    """Files, folders, or `-` for stdin."""
    style: Format = Format.FULL
    fix: bool = False
    """Apply the unambiguous fixes first, then check."""
    selection: Selection | None = None
    """The ids to report; None for what each file's project selects."""
    only_sessions: bool = False
    """Skip named files that are neither sessions nor parts, for a hook that is given every file."""


def check(order: Order) -> Exit:
    """Check files and print what was found.

    Raises:
        StopError: a folder holds no session file, or a fixed file could not be written.
    """
    paths = paths_of(order.names, only_sessions=order.only_sessions)
    if order.fix:
        from tui.checks.fixing import fixed  # noqa: PLC0415  # seldom asked for

        found = fixed(paths)
    else:
        found = checked(paths)
    # A fixed stdin is written to stdout, so the report goes to stderr.
    out = sys.stderr if order.fix and STDIN in paths else sys.stdout
    with closing(found):
        code = tell(found, order, out)
    if code is Exit.FAULT and not order.fix and not any(map(_is_there, paths)):
        return Exit.USAGE
    return code


def tell(found: Iterable[Checked], order: Order, out: TextIO | None = None) -> Exit:
    """Print a report line by line, by default on stdout.

    Raises:
        StopError: a project file has a fault.
    """
    noted = _Noted(found, order.selection)
    for line in report(noted, order.style):
        print(line, file=out)
    return Exit.FAULT if noted.has_errors else Exit.FINE


def paths_of(names: Iterable[str], *, only_sessions: bool = False) -> list[str]:
    """The named files, and the session files below named folders.

    Raises:
        StopError: a folder holds no session file.
    """
    paths = [path for name in names for path in _paths(name)]
    if only_sessions:
        from sessions.library.folders import is_session_file  # noqa: PLC0415  # for hooks

        return [path for path in paths if path == STDIN or is_session_file(path)]
    return paths


def checked(paths: list[str]) -> Generator[Checked]:
    """Check each file in turn; if there are many, on all cores and with a progress bar."""
    if len(paths) == 1:
        yield check_one(paths[0])
        return
    from tui.checks.many import checked_many  # noqa: PLC0415  # not for a single file

    yield from checked_many(paths)


class _Noted:
    """Passes checked files on, and remembers whether one of them has an error."""

    def __init__(self, files: Iterable[Checked], selection: Selection | None) -> None:
        self._files = files
        self._selection = selection
        self.has_errors = False

    def __iter__(self) -> Iterator[Checked]:
        for each in self._files:
            selection = self._selection or selection_for(each.path)
            told = selection.of(each)
            self.has_errors = self.has_errors or selection.fails(told)
            yield told


def _is_there(path: str) -> bool:
    return path == STDIN or os.path.exists(path)  # noqa: PTH110  # a path may hold characters that make pathlib raise


def _paths(name: str) -> list[str]:
    if not os.path.isdir(name):  # noqa: PTH112  # a path may hold characters that make pathlib raise
        return [name]
    from sessions.library.folders import files_below  # noqa: PLC0415  # not for a file

    paths = list(files_below(name))
    if not paths:
        raise StopError(f"there is no session file below {visible(name)}", Exit.USAGE)
    return paths

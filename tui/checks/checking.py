"""Checking session files by name: what `ajar check` and `ajar fix` do once their options are read."""

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
    """Files, folders, or `-` for what comes in on stdin."""
    style: Format = Format.FULL
    fix: bool = False
    """Mend what could not be meant otherwise, then check."""
    selection: Selection | None = None
    """What to tell of; None for what each file's project asks for."""
    only_sessions: bool = False
    """Leave out named files that are neither sessions nor parts, for a hook that is handed every file."""


def check(order: Order) -> Exit:
    """Check files and print what was found.

    Raises:
        StopError: a folder holds no session file, or a mended file could not be written.
    """
    paths = paths_of(order.names, only_sessions=order.only_sessions)
    if order.fix:
        from tui.checks.fixing import fixed  # noqa: PLC0415  # seldom asked for

        found = fixed(paths)
    else:
        found = checked(paths)
    # What was mended on stdin goes on to stdout, so the report on it goes the other way.
    out = sys.stderr if order.fix and STDIN in paths else sys.stdout
    with closing(found):
        code = tell(found, order, out)
    if code is Exit.FAULT and not order.fix and not any(map(_is_there, paths)):
        return Exit.USAGE
    return code


def tell(found: Iterable[Checked], order: Order, out: TextIO | None = None) -> Exit:
    """Print a report as its lines come in; on stdout, if nothing else is said.

    Raises:
        StopError: a project file has a fault.
    """
    noted = _Noted(found, order.selection)
    for line in report(noted, order.style):
        print(line, file=out)
    return Exit.FAULT if noted.has_errors else Exit.FINE


def paths_of(names: Iterable[str], *, only_sessions: bool = False) -> list[str]:
    """The files that are named, and those below folders that are.

    Raises:
        StopError: there is none below a folder.
    """
    paths = [path for name in names for path in _paths(name)]
    if only_sessions:
        from sessions.library.folders import is_session_file  # noqa: PLC0415  # for hooks

        return [path for path in paths if path == STDIN or is_session_file(path)]
    return paths


def checked(paths: list[str]) -> Generator[Checked]:
    """Check each file in turn; many of them on all cores, with a bar that shows how far it is."""
    if len(paths) == 1:
        yield check_one(paths[0])
        return
    from tui.checks.many import checked_many  # noqa: PLC0415  # one file needs neither cores nor patience

    yield from checked_many(paths)


class _Noted:
    """Passes on what is told of checked files, and remembers whether one of them failed."""

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

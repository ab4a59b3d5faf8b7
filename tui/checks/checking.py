"""Checking session files by name: what `ajar check` and `ajar fix` do once their options are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing
from typing import NamedTuple, TextIO

from sessions.check import Checked
from sessions.reports.report import Format, report
from sessions.unsafe import visible
from tui.checks.check_input import STDIN, check_one
from tui.exits import Exit, StopError


class Order(NamedTuple):
    """What to check, and how."""

    names: tuple[str, ...]
    """Files, folders, or `-` for what comes in on stdin."""
    style: Format = Format.FULL
    fix: bool = False
    """Mend what could not be meant otherwise, then check."""


def check(order: Order) -> Exit:
    """Check files and print what was found.

    Raises:
        StopError: a folder holds no session file, or a mended file could not be written.
    """
    paths = paths_of(order.names)
    if order.fix:
        from tui.checks.fixing import fixed  # noqa: PLC0415  # seldom asked for

        found = fixed(paths)
    else:
        found = checked(paths)
    # What was mended on stdin goes on to stdout, so the report on it goes the other way.
    out = sys.stderr if order.fix and STDIN in paths else sys.stdout
    with closing(found):
        return tell(found, order.style, out)


def tell(found: Iterable[Checked], style: Format, out: TextIO | None = None) -> Exit:
    """Print a report as its lines come in; on stdout, if nothing else is said."""
    noted = _Noted(found)
    for line in report(noted, style):
        print(line, file=out)
    return Exit.FAULT if noted.has_errors else Exit.FINE


def paths_of(names: Iterable[str]) -> list[str]:
    """The files that are named, and those below folders that are.

    Raises:
        StopError: there is none below a folder.
    """
    return [path for name in names for path in _paths(name)]


def checked(paths: list[str]) -> Generator[Checked]:
    """Check each file in turn; many of them on all cores, with a bar that shows how far it is."""
    if len(paths) == 1:
        yield check_one(paths[0])
        return
    from tui.checks.many import checked_many  # noqa: PLC0415  # one file needs neither cores nor patience

    yield from checked_many(paths)


class _Noted:
    """Passes checked files on and remembers whether one had an error, of wording or otherwise."""

    def __init__(self, files: Iterable[Checked]) -> None:
        self._files = files
        self.has_errors = False

    def __iter__(self) -> Iterator[Checked]:
        for each in self._files:
            self.has_errors = self.has_errors or each.fails
            yield each


def _paths(name: str) -> list[str]:
    if not os.path.isdir(name):  # noqa: PTH112  # a path may hold characters that make pathlib raise
        return [name]
    from sessions.library.folders import files_below  # noqa: PLC0415  # not for a file

    paths = list(files_below(name))
    if not paths:
        raise StopError(f"there is no session file below {visible(name)}", Exit.USAGE)
    return paths

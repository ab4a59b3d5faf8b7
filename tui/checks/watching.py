"""`ajar check --watch`: checks again whenever a file is saved, until Ctrl-C.

Files are polled by name, a few times a second: that works on every system and file system, and with editors
that replace the file by a new one.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable
from typing import NoReturn

from sessions.check import check_file
from sessions.library.stamps import Stamp, stamp_of
from tui.checks.checking import Order, paths_of, tell
from tui.checks.project import forget_projects
from tui.exits import StopError
from tui.terminal.capabilities import can_draw, say, write

POLL = 0.4
"""Seconds between two polls."""
CLEAR = "\x1b[H\x1b[2J"


def watch(order: Order, wait: Callable[[float], None] = time.sleep) -> NoReturn:
    """Check, wait for a change, and check again, until Ctrl-C; returns its exit code."""
    included: tuple[str, ...] = ()
    while True:
        seen = _stamps(order.names, included)
        included = _look(order)
        seen = {**_stamps(order.names, included), **seen}
        _wait_for_change(order.names, included, seen, wait)


def _look(order: Order) -> tuple[str, ...]:
    """Print a report; returns the files of parts that were included."""
    if can_draw():
        write(CLEAR)
    included: tuple[str, ...] = ()
    forget_projects()
    try:
        found = [check_file(path, for_report=True) for path in paths_of(order.names)]
        included = tuple(path for each in found for path in each.included)
        tell(found, order)
    except StopError as error:  # a folder that is empty now may be filled later
        say(f"ajar: {error}")
    sys.stdout.flush()
    print("Waiting for a file to be saved; Ctrl-C ends this.", file=sys.stderr)
    return included


def _wait_for_change(
    names: tuple[str, ...],
    included: tuple[str, ...],
    seen: dict[str, Stamp | None],
    wait: Callable[[float], None],
) -> None:
    """Return once something has changed and then stayed the same for one more poll."""
    now = seen
    while now == seen:
        wait(POLL)
        now = _stamps(names, included)
    before = None
    while now != before:
        wait(POLL)
        before, now = now, _stamps(names, included)


def _stamps(names: Iterable[str], included: Iterable[str]) -> dict[str, Stamp | None]:
    try:
        paths = paths_of(names)
    except StopError:
        paths = []
    return {path: stamp_of(path) for path in (*paths, *included)}

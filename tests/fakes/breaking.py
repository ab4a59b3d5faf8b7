"""A system on which the nth thing that a writer asks for fails, or at which the process is killed."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CALLS = (
    "open",
    "write",
    "fsync",
    "link",
    "replace",
    "unlink",
    "mkdir",
    "fchmod",
    "fchown",
    "setxattr",
)
"""What writers ask a system for; reading a session file is a part of it."""

Breaks = Callable[[], None]


@contextmanager
def broken(at: int, breaks: Breaks) -> Iterator[list[str]]:
    """Let the call with this number break, counted from 0; gives the calls that were made."""
    made: list[str] = []
    real = {name: getattr(os, name) for name in CALLS}

    def wrapped(name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            made.append(name)
            if len(made) == at + 1:
                breaks()
            return real[name](*args, **kwargs)

        return call

    for name in CALLS:
        setattr(os, name, wrapped(name))
    try:
        yield made
    finally:
        for name in CALLS:
            setattr(os, name, real[name])


def fails(number: int) -> Breaks:
    """An error with this number."""

    def fail() -> None:
        raise OSError(number, os.strerror(number))

    return fail


def interrupts() -> None:
    """Ctrl-C."""
    raise KeyboardInterrupt


def dies() -> None:
    """The process is killed: nothing after this is done."""
    os.kill(os.getpid(), signal.SIGKILL)


def write(what: list[str]) -> int:
    """Run a command; or remember a setting, or keep a line, which are not given on a command line."""
    if what[0] == "remember":
        from tui.settings import remember  # noqa: PLC0415  # beside its only use

        remember(Path(what[1]), bell=True)
        return 0
    if what[0] == "keep":
        from tui.mine_file import keep  # noqa: PLC0415  # same

        keep(Path(what[1]), "words", "I can go slowly.")
        return 0
    from tui.main import run  # noqa: PLC0415  # same

    return run(what)


def main() -> None:
    """Kill a command, in a child, at its first call, then at its second, and so on, until one comes through.

    Prints the number of each call at which a child died, and goes on when stdin has another line.
    """
    what = sys.argv[1:]
    at = 0
    while True:
        child = os.fork()
        if not child:
            sys.stdout = sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115  # until the end of the child
            with broken(at, dies):
                write(what)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            return
        print(at, flush=True)
        sys.stdin.readline()
        at += 1


if __name__ == "__main__":
    main()

"""The console entry point `ajar`: opens the library, or runs a command; never shows a traceback."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from sessions.system_errors import reason_of
from sessions.unsafe import visible
from tui.environment import COMPLETE, MOTION, NO_MOTION, STILL, TRACEBACK
from tui.exits import Exit, StopError
from tui.loading import held
from tui.terminal.standard_output import is_of_a_stream, keep_places, let_go


def main() -> int:
    """Run `ajar` with the arguments that were typed; returns the exit code."""
    keep_places()
    _never_fail_to_print()
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except OSError as error:
        let_go()
        if isinstance(error, BrokenPipeError):  # the reader of the output has closed it
            return Exit.UNREAD
        _tell(f"ajar: standard output: {reason_of(error)}")
        return Exit.UNPRINTED
    return code


def run(args: Sequence[str]) -> int:
    """Run `ajar` with arguments; returns the exit code.

    Raises:
        OSError: standard output is full or closed, or its reader has gone.
    """
    try:
        if args == [NO_MOTION]:
            os.environ[MOTION] = STILL
            args = []
        return _library() if not args and COMPLETE not in os.environ else _command(args)
    except KeyboardInterrupt:
        _tell("")
        return Exit.INTERRUPTED
    except StopError as error:
        _tell(f"ajar: {error}")
        return error.code
    except Exception as error:
        if is_of_a_stream(error) or TRACEBACK in os.environ:
            raise
        _tell(f"ajar: {_inside(error)}")
        return Exit.BROKEN


def _library() -> int:
    from tui.start import open_library  # noqa: PLC0415  # not for a command

    return open_library(lambda: _command(["list"]))


def _command(args: Sequence[str]) -> int:
    with held():
        from tui.cli import run_command  # noqa: PLC0415  # it loads click

    return run_command(args)


def _inside(error: Exception) -> str:
    """One line on an error inside ajar itself."""
    trace, place = error.__traceback__, "somewhere"
    while trace is not None:
        place = f"{os.path.basename(trace.tb_frame.f_code.co_filename)}, line {trace.tb_lineno}"  # noqa: PTH119  # pathlib is not needed for this
        trace = trace.tb_next
    what = visible(f"{type(error).__name__}: {' '.join(str(error).split())}")
    return (
        f"something went wrong inside ajar, at {place}: {what}\n"
        f"It is no fault of yours. With {TRACEBACK}=1 set, the same command shows the details for a report."
    )


def _never_fail_to_print() -> None:
    """Print a question mark in place of a character that the terminal's encoding lacks."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _tell(text: str) -> None:
    with suppress(OSError):  # if nothing can be printed, the exit code has to do
        print(text, file=sys.stderr)

"""Fixes session files in place, and reports what was changed."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterable

from sessions.authoring.fix import Mended, mend, mend_file
from sessions.check import Checked, check_file
from sessions.faults import Fault
from sessions.library.attributes import NotKeptError
from sessions.system_errors import reason_of
from sessions.unsafe import visible
from tui.checks.check_input import SHOWN_STDIN, STDIN, read_stdin
from tui.exits import StopError


def fixed(paths: Iterable[str]) -> Generator[Checked]:
    """Fix each file, report on stderr what was changed, and check it again.

    Stdin is fixed onto stdout.

    Raises:
        StopError: a file could not be written; those before it have been fixed.
    """
    for path in paths:
        mended = _from_stdin() if path == STDIN else _in_place(path)
        for fault in mended.done if mended else ():
            print(_told(fault), file=sys.stderr)
        yield mended.checked if mended else check_file(path, for_report=True)


def _in_place(path: str) -> Mended | None:
    try:
        return mend_file(path)
    except NotKeptError as error:
        raise StopError(f"{visible(path)} stays as it is: {error}") from None
    except OSError as error:
        raise StopError(f"{visible(path)} could not be written: {reason_of(error)}") from None


def _from_stdin() -> Mended:
    mended = mend(read_stdin(), SHOWN_STDIN)
    sys.stdout.buffer.write(mended.content)
    sys.stdout.buffer.flush()
    return mended


def _told(fault: Fault) -> str:
    """A line on one edit: where it is, and the new text."""
    assert fault.edit is not None, "only faults with an edit are fixed"  # noqa: S101
    span, text = fault.edit
    before = visible(fault.source[span.column - 1 : span.end_column - 1])
    what = f"`{before}` is now `{visible(text)}`" if text.strip() else f"{fault.message}; it is gone"
    return f"{visible(fault.path)}:{span.line}:{span.column}: mended {fault.id}: {what}"

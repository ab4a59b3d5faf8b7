"""`ajar fit`: lengthens stillness until a session is as long as it states."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

import click

from sessions.durations import written
from sessions.library.attributes import NotKeptError
from sessions.reading.files import UnreadableError, read_bytes
from sessions.system_errors import reason_of
from sessions.unsafe import visible
from tui.commands.new import Length
from tui.exits import Exit, StopError

if TYPE_CHECKING:
    from sessions.authoring.fit import Fit


@click.command()
@click.argument("file", type=click.Path(path_type=str))
@click.option("--length", type=Length(), help="Another length than the file promises, such as 12m.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.pass_context
def command(context: click.Context, /, file: str, length: int | None, *, yes: bool) -> None:
    """Bring both tracks of FILE to the promised length, by stretching its stillness.

    Beats stay within what the advice allows: at most 45 seconds, and time enough to read. Steps of parts and
    options stay as they are. What would change is shown, and nothing is written before you say so.
    """
    from sessions.authoring.fit import CannotFitError, fit  # noqa: PLC0415  # it loads the parser

    try:
        planned = fit(read_bytes(file), file, length)
    except UnreadableError as error:
        raise StopError(f"{visible(file)} cannot be read: {error}") from None
    except CannotFitError as error:
        raise StopError(f"{visible(file)}: {error}") from None
    if not planned.changes:
        click.echo(f"{visible(file)}: all lengths agree, {written(planned.length)} on every way")
        context.exit(Exit.FINE)
    for line in _told(file, planned):
        click.echo(line)
    if not yes and not _agreed():
        click.echo("nothing is written", err=True)
        context.exit(Exit.FAULT)
    _write(file, planned, length)
    context.exit(Exit.FINE)


def _told(file: str, planned: Fit) -> Iterator[str]:
    yield f"{visible(file)}, {written(planned.length)} on every way:"
    for change in planned.changes:
        yield f"  line {change.line}, {change.section}: {written(change.before)} → {written(change.after)}"


def _agreed() -> bool:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        click.echo("--yes writes this.", err=True)
        return False
    return click.confirm("Write this?")


def _write(file: str, planned: Fit, length: int | None) -> None:
    from sessions.authoring.fit import CannotFitError, fitting  # noqa: PLC0415  # loaded already
    from sessions.authoring.fix import mend_file  # noqa: PLC0415  # same

    try:
        done = mend_file(file, partial(fitting, planned, length))
    except CannotFitError as error:
        raise StopError(f"{visible(file)}: {error}") from None
    except NotKeptError as error:
        raise StopError(f"{visible(file)} stays as it is: {error}") from None
    except OSError as error:
        raise StopError(f"{visible(file)} could not be written: {reason_of(error)}") from None
    if done is None:
        raise StopError(f"{visible(file)} stays as it is: it cannot be read any more")

"""Finds, completes and loads the sessions that the command line names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import Entry, UnknownSessionError, find, scan
from tui.exits import Exit, StopError
from tui.locations import sessions_folder

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from sessions.check import Checked
    from sessions.model import Session


def _entry(value: str) -> Entry:
    """The session with this name or path, or the one that a number, a title or the start of a name refers to.

    Raises:
        UnknownSessionError: there is none, or several start like this.
    """
    try:
        return find(value, SCRIPTS, sessions_folder())
    except UnknownSessionError:
        from sessions.library.short_names import meant  # noqa: PLC0415  # a full name needs no list
        from sessions.unsafe import visible  # noqa: PLC0415  # same

        found = meant(value, scan(SCRIPTS, sessions_folder()))
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(visible(entry.name) for entry in found)
            raise UnknownSessionError(f"several sessions begin with `{visible(value)}`: {names}.") from None
        raise


class SessionName(click.ParamType[Entry]):
    """The name of a session, or the path of a session file."""

    name = "name|file"

    def convert(self, value: str | Entry, _param: click.Parameter | None, ctx: click.Context | None) -> Entry:
        """The entry of the catalogue."""
        if isinstance(value, Entry):
            return value
        try:
            return _entry(value)
        except UnknownSessionError as error:
            raise click.UsageError(str(error), ctx) from None

    def shell_complete(
        self,
        ctx: click.Context,  # noqa: ARG002  # click's signature
        param: click.Parameter,  # noqa: ARG002  # same
        incomplete: str,
    ) -> list[CompletionItem]:
        """Complete names of sessions, or files if it looks like a path."""
        from click.shell_completion import CompletionItem  # noqa: PLC0415  # when Tab is pressed

        if "/" in incomplete or incomplete.startswith("."):
            return [CompletionItem(incomplete, type="file")]
        entries = scan(SCRIPTS, sessions_folder())
        return [CompletionItem(e.name, help=e.title) for e in entries if e.name.startswith(incomplete)]


def todays() -> Entry:
    """The session that begins if none is named."""
    from sessions.library.of_the_day import of_the_day  # noqa: PLC0415  # most people name one
    from tui.ambient import today  # noqa: PLC0415  # same

    return of_the_day(scan(SCRIPTS), today().toordinal())


def session_of(entry: Entry) -> Session:
    """The session of an entry, as for `checked_session`."""
    return checked_session(entry)[0]


def drawable_session(entry: Entry) -> Session:
    """The session of an entry, even if its lengths are faulty, since a picture helps most then.

    Raises:
        StopError: it has another error, or is not a session.
    """
    from sessions.check import ABOUT_LENGTHS  # noqa: PLC0415  # loads no parser

    return checked_session(entry, ABOUT_LENGTHS)[0]


def checked_session(entry: Entry, despite: frozenset[str] = frozenset()) -> tuple[Session, Checked]:
    """The session of an entry, and all findings; errors that keep it from playing are printed on stderr.

    Raises:
        StopError: it has an error whose id is not in `despite`, or is not a session.
    """
    from sessions.check import check_file  # noqa: PLC0415  # a first line is printed before the parser is loaded

    checked = check_file(entry.path, despite=despite, advised=not entry.bundled)
    if checked.session is not None:
        return checked.session, checked
    if not checked.errors:
        raise StopError("this is a file of parts, which other sessions use; it cannot be played", Exit.FAULT)
    from sessions.reports.report import Format, report  # noqa: PLC0415  # only after an error

    for line in report([checked], Format.FULL):
        click.echo(line, err=True)
    raise StopError("this session cannot be played until that is mended", Exit.FAULT)

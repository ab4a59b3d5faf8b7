"""`ajar fix`: fixes unambiguous slips in session files."""

from __future__ import annotations

import click

from sessions.reports.report import Format
from tui.checks.checking import Order, check
from tui.commands.check import FORMAT, ONLY_SESSIONS


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=str, allow_dash=True))
@FORMAT
@ONLY_SESSIONS
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], style: str, *, only_sessions: bool) -> None:
    """Mend slips in FILES that can only be meant one way, and say what is left.

    Such as `fro: 20` for `for: 20s`. Comments, line ends and everything else stay as they are. What was done
    is told on stderr; with - text comes in on stdin and goes out on stdout. Exit codes are those of `check`.
    """
    context.exit(check(Order(files, Format(style), fix=True, only_sessions=only_sessions)))

"""`ajar check --stats`: figures on the wording of each session, in place of a report."""

from __future__ import annotations

from collections.abc import Iterable

import click

from sessions.advice.figures import ADVISED, figures
from sessions.check import check_bytes, check_file
from sessions.unsafe import visible
from tui.checks.check_input import SHOWN_STDIN, STDIN, read_stdin
from tui.exits import Exit


def stats(paths: Iterable[str]) -> Exit:
    """One line for each session; sessions with an error and files of parts are left out."""
    code = Exit.FINE
    for path in paths:
        shown = visible(SHOWN_STDIN if path == STDIN else path)
        checked = check_bytes(read_stdin(), SHOWN_STDIN) if path == STDIN else check_file(path)
        if checked.session is not None:
            click.echo(f"{shown}: {figures(checked.session)}")
        elif checked.errors:
            click.echo(f"{shown}: has an error, so there are no figures; `ajar check` says which")
            code = Exit.FAULT
    click.echo(ADVISED)
    return code

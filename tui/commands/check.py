"""`ajar check`: what there is to mend in session files. Loads neither Textual nor sound."""

from __future__ import annotations

import click

from sessions.reports.report import Format
from tui.checks.check_input import STDIN
from tui.checks.checking import Order, check

FORMAT = click.option(
    "--format",
    "style",
    type=click.Choice([style.value for style in Format]),
    default=Format.FULL.value,
    show_default=True,
    help="How to print what was found.",
)


@click.command(epilog="Each id has a page: ajar explain ID.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=str, allow_dash=True))
@FORMAT
@click.option("--fix", is_flag=True, help="Mend first what could not be meant otherwise; same as `ajar fix`.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], style: str, *, fix: bool, watch: bool) -> None:
    """Say what there is to mend in FILES, or in all session files below a folder; - reads stdin.

    Exit code 0: nothing, or advice only. 1: a file has an error. 2: no file was named or found. 130: Ctrl-C.
    """
    order = Order(files, Format(style), fix=fix)
    if watch and (fix or STDIN in files):
        other = "--fix would change a file under its editor" if fix else "stdin is read once"
        raise click.UsageError(f"--watch stands alone: {other}.")
    if watch:
        from tui.checks.watching import watch as keep_watch  # noqa: PLC0415  # seldom asked for

        keep_watch(order)
    context.exit(check(order))

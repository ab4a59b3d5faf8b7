"""`ajar check`: reports faults in session files. Loads neither Textual nor sound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import click

from sessions.reports.report import Format
from sessions.reports.selection import Selection, no_id
from sessions.unsafe import visible
from tui.checks.check_input import STDIN
from tui.checks.checking import Order, check, paths_of

FORMAT = click.option(
    "--format",
    "style",
    type=click.Choice([style.value for style in Format]),
    default=Format.FULL.value,
    show_default=True,
    help="How to print what was found.",
)


ONLY_SESSIONS = click.option(
    "--only-sessions",
    is_flag=True,
    help="Skip files that are neither sessions nor parts; for hooks.",
)


@click.command(epilog="Each id has a page: ajar explain ID.")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=str, allow_dash=True))
@FORMAT
@click.option("--select", multiple=True, metavar="IDS", help="Report these only: W508, W6, E, or a list.")
@click.option("--ignore", multiple=True, metavar="IDS", help="Report all but these.")
@click.option("--errors-only", is_flag=True, help="Leave advice out.")
@click.option("--strict", is_flag=True, help="Let advice fail the check as well.")
@ONLY_SESSIONS
@click.option("--fix", is_flag=True, help="First mend slips with one possible meaning, as `ajar fix` does.")
@click.option("--stats", is_flag=True, help="Figures on the voice of each session, in place of a report.")
@click.option("--watch", is_flag=True, help="Check again whenever a file is saved, until Ctrl-C.")
@click.pass_context
def command(context: click.Context, /, files: tuple[str, ...], style: str, **how: Any) -> None:
    """Look for faults in FILES, or in all session files below a folder; - reads stdin.

    What is selected or ignored here takes the place of what a project asks for in its .ajar.toml. A file that
    cannot be read is always reported.

    Exit code 0: nothing, or advice only. 1: a file has an error. 2: no file was named or found. 130: Ctrl-C.
    """
    fix, watch = how["fix"], how["watch"]
    if how["stats"]:
        if fix or watch:
            raise click.UsageError("--stats stands alone: it only looks, and looks once.")
        from tui.checks.stats import stats  # noqa: PLC0415  # seldom asked for

        context.exit(stats(paths_of(files, only_sessions=how["only_sessions"])))
    order = Order(files, Format(style), fix, _selection(how), how["only_sessions"])
    if watch and (fix or STDIN in files):
        other = "--fix would change a file under its editor" if fix else "stdin is read once"
        raise click.UsageError(f"--watch stands alone: {other}.")
    if watch:
        from tui.checks.watching import watch as keep_watch  # noqa: PLC0415  # seldom asked for

        keep_watch(order)
    context.exit(check(order))


def _selection(how: Mapping[str, Any]) -> Selection | None:
    """The selection that the options ask for; None without options."""
    select, ignore = (_ids(how[name], name) for name in ("select", "ignore"))
    asked = Selection(select, ignore, how["errors_only"], how["strict"])
    return None if asked == Selection() else asked


def _ids(written: Iterable[str], option: str) -> tuple[str, ...]:
    ids = tuple(each.strip().upper() for text in written for each in text.split(",") if each.strip())
    for each in ids:
        if no_id(each):
            raise click.UsageError(f"no id begins with `{visible(each)}` in --{option}")
    return ids

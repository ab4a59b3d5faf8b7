"""`ajar timeline`: a picture of a session."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from sessions.export.timeline import timeline
from sessions.library.catalogue import Entry
from tui.exits import Exit
from tui.exports.new_file import STDOUT, put, refuse_existing
from tui.named import SessionName, drawable_session

COLUMNS = 80
"""The width in a file, and where the terminal's is not known."""
MOST_COLUMNS = 120
ENDINGS = {".svg": "svg", ".mmd": "mermaid", ".mermaid": "mermaid", ".txt": "text"}


@click.command()
@click.argument("session", type=SessionName(), metavar="NAME|FILE")
@click.option(
    "--to",
    "kind",
    type=click.Choice(("text", "svg", "mermaid")),
    help="What to write; without it, the ending of -o says, or text.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to; without it, stdout.",
)
@click.option("--plain", is_flag=True, help="Text in sentences, without drawing.")
@click.option("--force", is_flag=True, help="Replace a file that is there.")
@click.pass_context
def command(
    context: click.Context, /, session: Entry, kind: str | None, output: Path | None, **how: bool
) -> None:
    """Show what comes when in a session: a name from `ajar list`, or a file.

    Arriving, the two tracks and landing stand on one time axis, with check-points, bells, and how much there
    is to read. A session whose lengths do not agree is drawn as well, with what is missing and where.
    """
    kind = kind or ENDINGS.get(output.suffix.lower() if output else "", "text")
    if how["plain"] and kind != "text":
        raise click.UsageError("--plain is for text; leave one of the two out")
    if output is None or output == STDOUT:
        columns = _columns()
    else:
        refuse_existing(output, force=how["force"])
        columns = COLUMNS
    put(_text_of(session, kind, columns, plain=how["plain"]), output, force=how["force"])
    context.exit(Exit.FINE)


def _columns() -> int:
    return min(MOST_COLUMNS, shutil.get_terminal_size((COLUMNS, 24)).columns)


def _text_of(session: Entry, kind: str, columns: int, *, plain: bool) -> str:
    picture = timeline(drawable_session(session))
    if kind == "svg":
        from tui.picture.svg import svg  # noqa: PLC0415  # only the form that is needed

        return svg(picture)
    if kind == "mermaid":
        from tui.picture.mermaid import mermaid  # noqa: PLC0415  # same

        return mermaid(picture)
    from tui.picture.text import drawn, told  # noqa: PLC0415  # same

    return "\n".join((*(told(picture) if plain else drawn(picture, columns)), ""))

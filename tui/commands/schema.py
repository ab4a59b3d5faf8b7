"""`ajar schema`: the JSON Schema of session files, for editors and other tools."""

from __future__ import annotations

from pathlib import Path

import click

from sessions.authoring.schema import MODELINE, NAME, schema_text
from sessions.unsafe import visible
from tui.exits import StopError


@click.command(epilog=f"A session file names it in its first line: {MODELINE}")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    help=f"Write it there, such as beside your sessions as {NAME}.",
)
def command(output: Path | None) -> None:
    """Print the JSON Schema of session files: completion, hover and checks in an editor that reads one."""
    if output is None:
        click.echo(schema_text(), nl=False)
        return
    try:
        output.write_text(schema_text(), encoding="utf-8")
    except OSError as error:
        reason = (error.strerror or "the system gave no reason").lower()
        raise StopError(f"{visible(str(output))} could not be written: {reason}") from None

"""`ajar schema`: the JSON Schema of session files, for editors and other tools."""

from __future__ import annotations

from pathlib import Path

import click

from sessions.authoring.schema import MODELINE, NAME, schema_text
from tui.exports.new_file import put


@click.command(epilog=f"A session file names it in its first line: {MODELINE}")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=f"Write it into a new file, such as beside your sessions as {NAME}; `-` is stdout.",
)
@click.option("--force", is_flag=True, help="With -o: replace a file that is there.")
def command(*, output: Path | None, force: bool) -> None:
    """Print the JSON Schema of session files: completion, hover and checks in an editor that reads one."""
    put(schema_text(), output, force=force)

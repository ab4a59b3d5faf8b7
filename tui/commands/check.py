"""`ajar check`: what there is to mend in session files. Loads neither Textual nor sound."""

from __future__ import annotations

import os
from collections.abc import Iterator

import click

from sessions.check import Checked, check_file
from sessions.folders import files_below
from sessions.report import Format, report
from sessions.unsafe import visible


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=str))
@click.option(
    "--format",
    "style",
    type=click.Choice([style.value for style in Format]),
    default=Format.FULL.value,
    show_default=True,
    help="How to print what was found.",
)
@click.pass_context
def command(context: click.Context, files: tuple[str, ...], style: str) -> None:
    """Say what there is to mend in FILES, or in all session files below a folder.

    Exit code 0: nothing, or advice only. 1: a file has an error. 2: no file was named or found.
    """
    paths = [path for name in files for path in _paths(name)]
    found = _Watched(check_file(path) for path in paths)
    for line in report(found, Format(style)):
        click.echo(line)
    context.exit(1 if found.has_errors else 0)


class _Watched:
    """Passes checked files on and remembers whether one had an error."""

    def __init__(self, files: Iterator[Checked]) -> None:
        self._files = files
        self.has_errors = False

    def __iter__(self) -> Iterator[Checked]:
        for checked in self._files:
            self.has_errors = self.has_errors or bool(checked.errors)
            yield checked


def _paths(name: str) -> list[str]:
    if not os.path.isdir(name):  # noqa: PTH112  # a path may hold characters that make pathlib raise
        return [name]
    paths = list(files_below(name))
    if not paths:
        raise click.UsageError(f"There is no session file below {visible(name)}.")
    return paths

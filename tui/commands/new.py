"""`ajar new`: a session file to begin with, whole and commented."""

from __future__ import annotations

import os
from pathlib import Path

import click

from sessions.authoring import is_name, near_name, title_of
from sessions.catalogue import ENDING, SCRIPTS
from sessions.unsafe import visible
from tui.exits import StopError
from tui.locations import sessions_folder

TEMPLATE = Path(__file__).parents[1] / "data" / "new.session.yaml"


@click.command()
@click.argument("name")
@click.option(
    "--into",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder that is there; without it, your own session folder.",
)
def command(name: str, into: Path | None) -> None:
    """Write a session of five minutes with both tracks, called NAME, to be changed as you like.

    A file that is there already is left as it is.
    """
    _look_at(name)
    folder = into or sessions_folder()
    path = folder / f"{name}{ENDING}"
    text = TEMPLATE.read_text(encoding="utf-8").replace("title: TITLE", f'title: "{title_of(name)}"')
    try:
        if into is None:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        _write(path, text)
    except OSError as error:
        if isinstance(error, FileExistsError) and folder.is_dir():
            raise StopError(f"{visible(str(path))} is there already, and stays as it is") from None
        reason = (error.strerror or "the system gave no reason").lower()
        raise StopError(f"{visible(str(path))} could not be written: {reason}") from None
    click.echo(visible(str(path)))
    shown = visible(str(path)) if into else name
    click.echo("Open it in an editor; the comments say what each part is. Then:", err=True)
    click.echo(f"  ajar check {visible(str(path))}\n  ajar rehearse {shown}\n  ajar play {shown}", err=True)


def _look_at(name: str) -> None:
    if not is_name(name):
        near = near_name(name)
        example = near if is_name(near) else "a-quiet-hour"
        raise click.UsageError(f"a name has small letters, digits and single hyphens, such as {example}")
    if (SCRIPTS / f"{name}{ENDING}").exists():
        raise click.UsageError(f"{name} is one of the bundled sessions; another name keeps the two apart")


def _write(path: Path, text: str) -> None:
    """Write a file that must not be there yet."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)

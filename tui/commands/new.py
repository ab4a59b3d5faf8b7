"""`ajar new`: writes a complete, commented session file to start from, and the schema for editors."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NamedTuple

import click

from sessions.authoring.names import is_name, near_name, title_of
from sessions.authoring.schema import NAME as SCHEMA
from sessions.authoring.schema import schema_text
from sessions.authoring.template import LONGEST, SHORTEST, Shape, outline
from sessions.durations import likely_meant, seconds_in, written
from sessions.library.atomic_write import PRIVATE, write_new
from sessions.library.bundled import SCRIPTS
from sessions.library.catalogue import ENDING, ENDINGS
from sessions.reading.files import UnreadableError, read_bytes
from sessions.system_errors import reason_of
from sessions.unsafe import find_unsafe, visible
from tui.exits import StopError
from tui.locations import sessions_folder

MOST_OF_TITLE = 60
"""Characters, as in the table of fields."""
SHAPES = tuple(shape.value for shape in Shape)


class Length(click.ParamType[int]):
    """How long a session lasts."""

    name = "duration"

    def convert(self, value: str | int, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Seconds."""
        if isinstance(value, int):
            return value
        seconds = seconds_in(value.strip())
        if seconds is None:
            hint = likely_meant(value.strip()) or "write it such as `5m` or `7m30s`"
            self.fail(f"`{visible(value)}` is no length; {hint}", param, ctx)
        if not SHORTEST <= seconds <= LONGEST:
            self.fail(f"a session lasts from {written(SHORTEST)} to {written(LONGEST)}", param, ctx)
        return int(seconds)


class TitleParam(click.ParamType[str]):
    """A title, as the library shows it."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """One line of visible characters."""
        title = " ".join(value.split())
        if not title or len(title) > MOST_OF_TITLE or any(find_unsafe(title)):
            self.fail(f"a title is one line of up to {MOST_OF_TITLE} characters", param, ctx)
        return title


class Wish(NamedTuple):
    """What the options and answers ask for."""

    title: str
    length: int
    shape: Shape


@click.command()
@click.argument("name", required=False, metavar="[NAME|FILE]")
@click.option("--title", type=TitleParam(), help="What the library shows; from the name, if not given.")
@click.option("--length", type=Length(), help="From 1m to 15m; 5m, if not given.")
@click.option(
    "--shape",
    type=click.Choice(SHAPES),
    help="; ".join(f"{shape.value}: {shape.form.help}" for shape in Shape) + f". {SHAPES[0]}, if not given.",
)
@click.option(
    "--into",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="A folder that is there; without it, your own session folder.",
)
def command(
    name: str | None, title: str | None, length: int | None, shape: str | None, into: Path | None
) -> None:
    """Write a session called NAME, or a FILE that ends in .session.yaml, to be changed as you like.

    On a terminal it asks for what is not given. A file that is there already is left as it is.
    """
    ending = ENDING
    if name is not None and into is None and (os.sep in name or name.endswith(ENDINGS)):
        into, name, ending = _split(name)
    if name is not None:
        _look_at(name)
    wish = _wish(name, title, length, shape)
    if name is None:
        name = near_name(wish.title)
        _look_at(name)
    path = (into or sessions_folder()) / f"{name}{ending}"
    told = _write_all(path, outline(*wish), own=into is None)
    click.echo(visible(str(path)))
    for line in told:
        click.echo(line, err=True)
    shown = visible(str(path)) if into else name
    click.echo("Open it in an editor; the comments say what each part is. Then:", err=True)
    click.echo(f"  ajar check {visible(str(path))}\n  ajar rehearse {shown}\n  ajar play {shown}", err=True)


def _split(name: str) -> tuple[Path, str, str]:
    """Split a path into folder, name and ending."""
    folder, file = os.path.split(name)
    ending = next((each for each in ENDINGS if file.endswith(each)), "")
    if not ending:
        raise click.UsageError(f"a path ends in {ENDING}, such as {visible(file or 'name')}{ENDING}")
    if not os.path.isdir(folder or "."):  # noqa: PTH112  # a path may be too long for pathlib
        raise click.UsageError(f"there is no folder {visible(folder)}")
    return Path(folder or "."), file.removesuffix(ending), ending


def _look_at(name: str) -> None:
    if not is_name(name):
        near = near_name(name)
        example = near if is_name(near) else "a-quiet-hour"
        raise click.UsageError(f"a name has small letters, digits and single hyphens, such as {example}")
    if (SCRIPTS / f"{name}{ENDING}").exists():
        raise click.UsageError(f"{name} is one of the bundled sessions; another name keeps the two apart")


def _wish(name: str | None, title: str | None, length: int | None, shape: str | None) -> Wish:
    """The options; on a terminal, the person is asked for those that are missing."""
    asks = sys.stdin is not None and sys.stdin.isatty() and sys.stderr.isatty()
    if title is None:
        if name is None and not asks:
            raise click.UsageError("Missing argument '[NAME|FILE]'.")
        title = title_of(name) if name is not None else None
        title = click.prompt("Title", default=title, type=TitleParam(), err=True) if asks else title
    if length is None:
        length = click.prompt("Length, 1m to 15m", default="5m", type=Length(), err=True) if asks else 300
    if shape is None:
        shape = _ask_for_shape() if asks else SHAPES[0]
    assert title is not None, "asked for, or StopError"  # noqa: S101
    assert length is not None, "asked for, or the default"  # noqa: S101
    return Wish(title, length, Shape(shape))


def _ask_for_shape() -> str:
    for number, shape in enumerate(Shape, 1):
        click.echo(f"  {number}  {shape.value}: {shape.form.help}", err=True)
    number = click.prompt("Shape", default=1, type=click.IntRange(1, len(SHAPES)), err=True)
    return SHAPES[number - 1]


def _write_all(path: Path, text: str, *, own: bool) -> list[str]:
    """Write the session, and the schema beside it; returns a line on the schema."""
    folder = path.parent
    try:
        if own:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_new(path, text.encode(), mode=PRIVATE)
    except OSError as error:
        if isinstance(error, FileExistsError) and folder.is_dir():
            raise StopError(f"{visible(str(path))} is there already, and stays as it is") from None
        raise StopError(f"{visible(str(path))} could not be written: {reason_of(error)}") from None
    return _write_schema(folder / SCHEMA)


def _write_schema(path: Path) -> list[str]:
    """Write the schema for editors; if that fails, it is no error, since the session does not need it."""
    shown = visible(str(path))
    try:
        write_new(path, schema_text().encode(), mode=PRIVATE)
    except FileExistsError:
        try:
            if read_bytes(str(path)) == schema_text().encode():
                return []
        except UnreadableError:
            pass
        fresh = f"A fresh one: ajar schema --force -o {shown}"
        return [f"{shown} is there already, differs, and stays as it is. {fresh}"]
    except OSError:
        return [f"{shown} could not be written; an editor will not know the keys."]
    return []

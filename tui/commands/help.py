"""`ajar help`: shows the same as `--help`."""

from __future__ import annotations

import click

from tui.exits import Exit, StopError


@click.command()
@click.argument("name", metavar="[COMMAND]", required=False)
@click.pass_context
def command(context: click.Context, /, name: str | None) -> None:
    """Show what commands there are, or how one of them is used."""
    overview = context.find_root()
    group = overview.command
    if name is None or not isinstance(group, click.Group):
        click.echo(overview.get_help())
        return
    found = group.get_command(overview, name)
    if found is None:
        raise StopError(
            f"there is no command of this name. `{overview.info_name} help` lists them.", Exit.USAGE
        )
    with click.Context(found, info_name=name, parent=overview) as inner:
        click.echo(found.get_help(inner))

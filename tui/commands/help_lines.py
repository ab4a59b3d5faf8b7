"""`ajar help-lines`: people and places to turn to."""

from __future__ import annotations

import click

from sessions.unsafe import visible
from tui.locations import help_lines_file
from tui.plain.help_page import help_text


@click.command()
@click.option("--where", is_flag=True, help="Show where to put a list of your own.")
def command(*, where: bool) -> None:
    """People to call, with the date each entry was read.

    A list of your own can stand in place of this one: see --where.
    """
    if where:
        click.echo(visible(str(help_lines_file())))
        return
    click.echo("\n".join(help_text()).strip())

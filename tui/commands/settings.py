"""`ajar settings`: what is remembered, shown and erased."""

from __future__ import annotations

import click

from tui.exits import StopError
from tui.locations import settings_file
from tui.settings import SettingsError, forget, load, toml


@click.command()
@click.option("--erase", is_flag=True, help="Erase all that is remembered.")
def command(*, erase: bool) -> None:
    """Show what ajar remembers, because you asked for it, or erase it.

    Nothing else is ever kept: no session, no answer, no count.
    """
    path = settings_file()
    try:
        if erase:
            click.echo(f"Erased: {path}" if forget(path) else "There was nothing to erase.")
            return
        settings = load(path)
    except SettingsError as error:
        raise StopError(str(error)) from None
    click.echo(
        f"# {path}" + ("" if path.exists() else "  (not there: nothing is remembered, and this holds)")
    )
    click.echo(toml(settings), nl=False)

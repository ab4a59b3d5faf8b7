"""`ajar settings`: what is remembered, shown and erased."""

from __future__ import annotations

import os

import click

from tui.exits import StopError
from tui.locations import settings_file
from tui.own_files import shown
from tui.settings import SettingsError, forget, load, toml


@click.command()
@click.option("--erase", is_flag=True, help="Erase all that is remembered.")
def command(*, erase: bool) -> None:
    """Show what ajar remembers, because you asked for it, or erase it.

    Nothing else is ever kept: no session, no answer, no count.
    """
    try:
        (_erase if erase else _show)()
    except SettingsError as error:
        raise StopError(str(error)) from None


def _show() -> None:
    path = settings_file()
    held = toml(load(path))
    there = "" if os.path.lexists(path) else "  (not there: nothing is remembered, and this holds)"
    click.echo(f"# {shown(path)}{there}\n{held}", nl=False)


def _erase() -> None:
    erased = forget(settings_file())
    click.echo(f"Erased: {shown(settings_file())}" if erased else "There was nothing to erase.")

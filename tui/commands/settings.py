"""`ajar settings`: shows and erases what is remembered."""

from __future__ import annotations

import os

import click

from tui.erasing import EraseError, erase, may_erase, there_of
from tui.exits import StopError
from tui.locations import mine_file, sessions_folder, settings_file
from tui.own_files import shown, tidy
from tui.settings import SettingsError, forget, load, toml
from tui.words.erasing import NOTHING_TO_ERASE, STAYS


@click.command()
@click.option("--erase", "erases", is_flag=True, help="Erase all that is remembered.")
@click.option("--all", "everything", is_flag=True, help="With --erase: your own lines (ajar mine) as well.")
@click.option("--yes", is_flag=True, help="With --erase --all: without asking.")
def command(*, erases: bool, everything: bool, yes: bool) -> None:
    """Show what ajar remembers, because you asked for it, or erase it.

    Nothing else is ever kept: no session, no answer, no count. With --erase --all, nothing of yours is left:
    the settings go and so do the lines that `ajar mine` keeps. Sessions you wrote and a help list of your own
    are your files, and stay.
    """
    if everything and not erases:
        raise click.UsageError("--all goes with --erase.")
    try:
        if everything:
            _erase_all(yes=yes)
        elif erases:
            _erase()
        else:
            _show()
    except (SettingsError, EraseError) as error:
        raise StopError(str(error)) from None


def _show() -> None:
    path = settings_file()
    held = toml(load(path))
    there = "" if os.path.lexists(path) else "  (not there: nothing is remembered, and this holds)"
    click.echo(f"# {shown(path)}{there}\n{held}", nl=False)


def _erase() -> None:
    erased = forget(settings_file())
    click.echo(f"Erased: {shown(settings_file())}" if erased else NOTHING_TO_ERASE)


def _erase_all(*, yes: bool) -> None:
    found = (*there_of(settings_file()), *there_of(mine_file()))
    if found and not yes and not may_erase(found):
        raise StopError(STAYS)
    erase(found)
    for folder in (settings_file().parent, sessions_folder(), sessions_folder().parent):
        tidy(folder)
    for each in found:
        click.echo(f"Erased: {shown(each)}")
    if not found:
        click.echo(NOTHING_TO_ERASE)

"""`ajar settings`: what is remembered, shown and erased."""

from __future__ import annotations

import click

from sessions.library import index
from tui.exits import StopError
from tui.locations import index_file, sessions_folder, settings_file
from tui.settings import SettingsError, forget, load, toml
from tui.shelves import Shelves


@click.command()
@click.option("--erase", is_flag=True, help="Erase all that is remembered, the index included.")
@click.option(
    "--index/--no-index",
    "wanted",
    default=None,
    help="Keep an index of your own sessions, so that thousands are there at once; or erase it.",
)
def command(*, erase: bool, wanted: bool | None) -> None:
    """Show what ajar remembers, because you asked for it, or erase it.

    Nothing else is ever kept: no session, no answer, no count.
    """
    if erase and wanted:
        raise click.UsageError("--erase takes the index away, and --index makes one.")
    try:
        if erase:
            _erase()
        elif wanted is not None:
            (_make_index if wanted else _erase_index)()
        else:
            _show()
    except SettingsError as error:
        raise StopError(str(error)) from None


def _show() -> None:
    path = settings_file()
    there = "" if path.exists() else "  (not there: nothing is remembered, and this holds)"
    text = toml(load(path))
    click.echo(f"# {path}{there}\n{text}", nl=False)
    if index.is_kept(index_file()):
        click.echo(f"\n# An index of your own sessions: {index_file()}")


def _erase() -> None:
    erased = [str(settings_file())] if forget(settings_file()) else []
    erased += [str(index_file())] if _without_index() else []
    click.echo(f"Erased: {', '.join(erased)}" if erased else "There was nothing to erase.")


def _make_index() -> None:
    """Made at once, with all cores and a bar, rather than while somebody waits for the library."""
    from tui.checks.many import looked_into  # noqa: PLC0415  # for an index only

    shelves = Shelves(own=sessions_folder(), kept_in=index_file())
    entries = looked_into(shelves.entries())
    if not shelves.begin_to_keep(entries):
        raise StopError(f"{index_file()} could not be written, so there is no index")
    own = sum(not entry.bundled for entry in entries)
    click.echo(f"An index of {own:,} sessions of your own: {index_file()}")


def _erase_index() -> None:
    click.echo(f"Erased: {index_file()}" if _without_index() else "There was no index.")


def _without_index() -> bool:
    try:
        return index.erase(index_file())
    except OSError as error:
        reason = (error.strerror or "the system gave no reason").lower()
        raise StopError(f"{index_file()} could not be erased: {reason}") from None

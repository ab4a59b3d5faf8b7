"""`ajar mine`: shows, changes and erases a person's own lines, only when asked to."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sessions.mine.model import Mine
from sessions.unsafe import visible
from tui.editor import open_in_editor
from tui.erasing import EraseError, erase, may_erase, there_of
from tui.exits import Exit, StopError
from tui.locations import mine_file
from tui.mine_file import (
    MineError,
    can_be_read_by_others,
    close_to_others,
    keep,
    let_go,
    look,
    make,
)
from tui.own_files import MOST_BYTES, shown, tidy
from tui.words import mine_file as words
from tui.words.erasing import NOTHING_TO_ERASE, STAYS

if TYPE_CHECKING:
    from sessions.faults import Fault


@click.command()
@click.option("--show", "what", flag_value="show", help="Show your lines and nothing else.")
@click.option(
    "--add", type=click.Choice(Mine._fields), help="Keep a line; it is asked for, or read from stdin."
)
@click.option("--remove", type=click.Choice(Mine._fields), help="Take a line out; it asks which one.")
@click.option("--edit", "what", flag_value="edit", help="Open the file in your editor; makes it if need be.")
@click.option("--where", "what", flag_value="where", help="Show where the file is, or would be.")
@click.option("--erase", "what", flag_value="erase", help="Erase the file, after asking.")
@click.option("--yes", is_flag=True, help="Erase without asking.")
@click.pass_context
def command(
    context: click.Context, /, what: str | None, add: str | None, remove: str | None, *, yes: bool
) -> None:
    """Keep a few lines of your own: words that help, comforts, signs, people to ring.

    Sessions offer them again where they fit. They are in one file, which is made when you ask for it. Nothing
    in it is counted, dated, judged or sent.
    """
    if sum(map(bool, (what, add, remove))) > 1:
        raise click.UsageError("ask for one thing at a time.")
    path = mine_file()
    try:
        if add:
            _add(path, add)
        elif remove:
            _remove(path, remove)
        elif what == "erase":
            _erase(path, yes=yes)
        elif what == "where":
            click.echo(visible(os.fspath(path)))
        else:
            context.exit(_edit(path) if what == "edit" else _show(path, bare=what == "show"))
    except (MineError, EraseError) as error:
        raise StopError(str(error)) from None


def _show(path: Path, *, bare: bool) -> Exit:
    mine, faults = look(path)
    if not bare:
        _say((*words.WHAT_IT_IS, "", *_about(path, mine)))
    _say(_told(faults) if faults else _lines(mine))
    if not bare:
        _say(("", *(f"  {command:<25} {does}" for command, does in words.HOW_TO)))
    return Exit.FAULT if faults else Exit.FINE


def _about(path: Path, mine: Mine) -> Iterator[str]:
    """Lines on where the file is, and who can read it."""
    if not os.path.lexists(path):
        yield words.NOTHING_YET.format(path=shown(path))
        return
    yield words.KEPT_HERE.format(path=shown(path))
    if can_be_read_by_others(path):
        yield words.SEEN_BY_OTHERS
    if mine:
        yield ""


def _lines(mine: Mine) -> Iterator[str]:
    """Each list that is not empty, below its heading."""
    held = [name for name in Mine._fields if getattr(mine, name)]
    for at, name in enumerate(held):
        if at:
            yield ""
        yield words.HEADINGS[name]
        yield from (f"  {line}" for line in getattr(mine, name))


def _told(faults: Iterable[Fault]) -> Iterator[str]:
    """Each fault of the file, with its line and how to fix it."""
    yield words.FAULTY
    for fault in faults:
        yield f"  line {fault.span.line}: {fault.message}; {fault.help}"


def _add(path: Path, name: str) -> None:
    """Ask for a line and keep it; it is never an argument, since shells keep a history of those."""
    lines = [line for line in _typed(words.ASKS[name]) if line.strip()]
    if lines:
        keep(path, name, *lines)
    click.echo(words.KEPT if lines else words.UNKEPT, err=True)


def _remove(path: Path, name: str) -> None:
    mine, faults = look(path)
    held = getattr(mine, name)
    if faults:
        raise StopError(f"{shown(path)} stays as it is: see line {faults[0].span.line}")
    if not held:
        raise StopError(words.NOTHING_IN_LIST)
    for number, line in enumerate(held, 1):
        click.echo(f"  {number}  {line}", err=True)
    chosen = next((line.strip() for line in _typed(words.WHICH) if line.strip()), "")
    if not chosen:
        raise StopError(words.STAYS_AS_IT_IS)
    if not (chosen.isdecimal() and len(chosen) < 3 and 0 < int(chosen) <= len(held)):
        raise StopError(words.NO_SUCH_LINE)
    let_go(path, name, held[int(chosen) - 1])
    click.echo(words.REMOVED, err=True)


def _typed(asked: str) -> Sequence[str]:
    """A line typed at the question; without a terminal, all of stdin."""
    if sys.stdin is None:
        return ()
    if sys.stdin.isatty():
        typed: str = click.prompt(asked, default="", show_default=False, err=True)
        return (typed,)
    try:
        return sys.stdin.buffer.read(MOST_BYTES).decode("utf-8-sig").split("\n")
    except UnicodeDecodeError:
        raise MineError(words.NOT_TEXT) from None


def _edit(path: Path) -> Exit:
    make(path)
    open_in_editor(path)
    close_to_others(path)
    _, faults = look(path)
    _say(_told(faults) if faults else (words.FINE_NOW,))
    return Exit.FAULT if faults else Exit.FINE


def _erase(path: Path, *, yes: bool) -> None:
    found = there_of(path)
    if not found:
        click.echo(NOTHING_TO_ERASE)
        return
    if not yes and not may_erase(found):
        raise StopError(STAYS)
    erase(found)
    tidy(path.parent)
    _say(f"Erased: {shown(each)}" for each in found)


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)

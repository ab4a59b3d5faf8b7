"""`ajar print`: a session as a handout."""

from __future__ import annotations

from pathlib import Path

import click

from sessions.library.catalogue import Entry
from sessions.mine.model import NOTHING_KEPT, Mine
from sessions.repertoire import repertoire
from tui.exits import StopError
from tui.exports.new_file import put
from tui.handout.sheet import handout
from tui.locations import mine_file
from tui.mine_file import load
from tui.named import SessionName, session_of


@click.command()
@click.argument("session", type=SessionName(), metavar="NAME|FILE")
@click.option(
    "--to",
    "kind",
    type=click.Choice(("md", "html")),
    help="Markdown, or a page with a style for print; without it, the ending of -o says, or Markdown.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write it into a new file, in place of showing it; `-` is stdout.",
)
@click.option(
    "--track",
    type=click.Choice(("both", "indirect")),
    default="both",
    show_default=True,
    help="Both ways beside each other, or the way of the senses alone.",
)
@click.option("--mine", "with_own", is_flag=True, help="Your own lines at the end (see `ajar mine`).")
@click.option("--force", is_flag=True, help="With -o: replace a file that is there.")
def command(  # noqa: PLR0913  # one for each option
    session: Entry, *, track: str, kind: str | None, output: Path | None, with_own: bool, force: bool
) -> None:
    """A session as a handout in Markdown: a name from `ajar list`, or a file.

    It holds all prompts with their times, the questions, and what to do when someone closes. A page for a
    browser or a printer comes with `--to html`, or with -o and a name that ends in .html.
    """
    checked = session_of(session)
    text = handout(checked, repertoire(checked), senses=track == "indirect", mine=_mine(wanted=with_own))
    if (kind or (output.suffix.lower() if output else "")).endswith(("html", "htm")):
        from tui.handout.page import page  # noqa: PLC0415  # only the form that is needed

        text = page(text, checked)
    put(text, output, force=force)


def _mine(*, wanted: bool) -> Mine:
    """The person's own lines, if the option asks for them.

    Raises:
        StopError: they are asked for, and the file cannot be used.
    """
    if not wanted:
        return NOTHING_KEPT
    mine, fault = load(mine_file())
    if fault:
        raise StopError(fault)
    return mine

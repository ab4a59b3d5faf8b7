"""`ajar company`: people to talk to."""

from __future__ import annotations

import click

from tui.locations import mine_file
from tui.mine_file import load
from tui.words.extras.paragraphs import company_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """Who there may be to talk to, what could be said, and what to ask.

    No links, no names of businesses. Numbers to call: `ajar help-lines`.
    """
    show(company_entries(load(mine_file())[0].people))

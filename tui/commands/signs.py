"""`ajar signs`: signs of closing and of opening."""

from __future__ import annotations

import click

from tui.words.extras.paragraphs import sign_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """What closing and opening can look like, to get to know one's own."""
    show(sign_entries())

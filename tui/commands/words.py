"""`ajar words`: what the words mean here."""

from __future__ import annotations

import click

from tui.words.extras.paragraphs import word_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """What eight words mean here, such as closing and backdraft."""
    show(word_entries())

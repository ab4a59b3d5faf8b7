"""`ajar reading`: books and papers."""

from __future__ import annotations

import click

from tui.words.extras.paragraphs import reading_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """Books and papers, each with a sentence on why. Nothing is linked or sold."""
    show(reading_entries())

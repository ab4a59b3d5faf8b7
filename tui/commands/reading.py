"""`ajar reading`: books and papers."""

from __future__ import annotations

import click

from tui.company.paragraphs import reading_entries
from tui.company.printing import show


@click.command()
def command() -> None:
    """Books and papers, each with a sentence on why. Nothing is linked or sold."""
    show(reading_entries())

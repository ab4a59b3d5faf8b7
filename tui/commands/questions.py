"""`ajar questions`: three questions that come up often."""

from __future__ import annotations

import click

from tui.company.paragraphs import question_entries
from tui.company.printing import show


@click.command()
def command() -> None:
    """Three questions that come up often: more tired, too big to begin, rest or a guard."""
    show(question_entries())

"""`ajar questions`: three questions that come up often."""

from __future__ import annotations

import click

from tui.words.extras.paragraphs import question_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """Three questions that come up often: more tired, too big to begin, rest or a guard."""
    show(question_entries())

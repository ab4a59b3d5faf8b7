"""`ajar questions`: four questions that come up often."""

from __future__ import annotations

import click

from tui.words.extras.paragraphs import question_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """Four questions that come up often: more tired, too big to begin, rest or a guard, going stiff."""
    show(question_entries())

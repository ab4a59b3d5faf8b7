"""`ajar week`: two questions to carry along."""

from __future__ import annotations

import click

from tui.ambient import seed_now
from tui.words.extras.paragraphs import week_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """Two questions to take along for a week, or to leave here.

    No answer is asked for, and none is kept.
    """
    show(week_entries(seed_now()))

"""`ajar week`: two questions to carry along."""

from __future__ import annotations

import click

from tui.company.paragraphs import week_entries
from tui.company.printing import show
from tui.turns import turn_now


@click.command()
def command() -> None:
    """Two questions to carry through a week, or to leave.

    No answer is asked for, and none is kept.
    """
    show(week_entries(turn_now()))

"""`ajar one`: one small thing, and nothing after it."""

from __future__ import annotations

import click

from tui.ambient import any_number
from tui.words.extras.one import other_than
from tui.words.extras.paragraphs import small_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """One small thing to look at, hear or touch.

    Untimed, with eyes open, chosen by chance. There is nothing before it and nothing after it.
    """
    show(small_entries(other_than(None, any_number())))

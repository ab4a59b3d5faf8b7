"""`ajar one`: one small thing, and nothing after it."""

from __future__ import annotations

import random

import click

from tui.words.extras.one import other_than
from tui.words.extras.paragraphs import small_entries
from tui.words.extras.printing import show


@click.command()
def command() -> None:
    """One small thing to look at, hear or touch.

    Untimed, with eyes open, chosen by chance. There is nothing before it and nothing after it.
    """
    show(small_entries(other_than(None, random.randrange(1000))))  # noqa: S311  # chooses words

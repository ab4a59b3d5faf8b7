"""The help list as lines of text, for the plain performer and `ajar help-lines`."""

from __future__ import annotations

import os

from tui.ambient import today
from tui.locations import help_lines_file
from tui.words.help_lines import PROVENANCE, shown
from tui.words.here import help_lines_here
from tui.words.phrases import HELP_INTRO


def help_text(region: str | None = None) -> tuple[str, ...]:
    """The introduction, the list, and a line on what is wrong with the person's own list, if anything is."""
    own = help_lines_file()
    entries, fault = help_lines_here(region)
    text = [
        "",
        HELP_INTRO[0],
    ]  # short, so that the first number is soon read out
    for entry in entries:
        text += ["", *shown(entry, today())]
    text += ["", *HELP_INTRO[1:]]
    if fault or not os.path.lexists(own):
        text += ["", PROVENANCE]
    return (*text, "", *([fault, ""] if fault else []))

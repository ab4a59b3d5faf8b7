"""The page of the help list, whose entries can be copied one by one or with the mouse."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tui.ambient import today
from tui.screens.pages import TextPage
from tui.terminal.capabilities import selecting_key
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading
from tui.widgets.prose import Prose
from tui.widgets.rows import MARK
from tui.words import page_lines, phrases
from tui.words.help_lines import HelpLine, shown
from tui.words.here import help_lines_here


class HelpRow(Horizontal, can_focus=True):
    """One entry of the list, marked by a sign while it has the focus."""

    DEFAULT_CSS = """
    HelpRow { height: auto; margin-bottom: 1; }
    HelpRow > * { width: 1fr; }
    HelpRow > .mark { width: 2; color: $glow; visibility: hidden; }
    HelpRow:focus > .mark { visibility: visible; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", id="help.up", tooltip="To the entry above", show=False),
        Binding("down", "move(1)", "down", id="help.down", tooltip="To the entry below", show=False),
    ]

    def __init__(self, line: HelpLine, day: date) -> None:
        super().__init__()
        self.line = line
        self._day = day

    def compose(self) -> ComposeResult:
        """The sign, the name, how to reach it, and the rest."""
        name, *rest = shown(self.line, self._day)
        reach, details = rest[0].strip(), " · ".join(text.strip() for text in rest[1:])
        yield Static(MARK, classes="mark", markup=False)
        yield Static(Content.assemble((name, "bold"), "\n", (reach, "$glow"), "\n", (details, "$soft")))

    def action_move(self, step: int) -> None:
        """Move to the entry above or below; at the ends, scroll to the rest of the page."""
        rows = list(self.screen.query(HelpRow))
        to = rows.index(self) + step
        if 0 <= to < len(rows):
            rows[to].focus()
        else:
            page = self.screen.query_one("#page")
            (page.scroll_home if step < 0 else page.scroll_end)(animate=False)


class HelpPage(TextPage):
    """The help list, with the date on which each entry was checked."""

    HERE = "h"
    AUTO_FOCUS = ""  # focusing the first entry would scroll past what is above it
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "copy", "copy", id="help.copy", tooltip="Copy the entry: whom, and how to reach them"),
    ]

    def __init__(self, found: Sequence[HelpLine], fault: str = "") -> None:
        intro = Content("\n".join(filter(None, (*phrases.HELP_INTRO, fault))))
        super().__init__("Help lines", intro, id="help")
        self._found = found

    def compose(self) -> ComposeResult:
        """The introduction, the entries in two halves (side by side in a grand window), and how to copy."""
        with VerticalScroll(id="page", can_focus=False):
            yield Heading(self._title)
            yield Prose(self._body, id="body")
            middle = -(-len(self._found) // 2)
            with Container(id="entries"):
                for half in (self._found[:middle], self._found[middle:]):
                    with Vertical(classes="half"):
                        yield from (HelpRow(line, today()) for line in half)
            yield Prose(page_lines.how_to_copy(selecting_key(os.environ)), id="how")
        yield Foot()

    def on_mount(self) -> None:
        """Focus the first entry, without scrolling."""
        self.query(HelpRow).first().focus(scroll_visible=False)

    def take_up(self, changes: dict[str, Any]) -> None:
        """Put the entries of another country first."""
        if "region" in changes:
            self._found, _ = help_lines_here(changes["region"])
            self.refresh(recompose=True)

    def action_copy(self) -> None:
        """Copy the entry that has the focus."""
        if isinstance(self.focused, HelpRow):
            line = self.focused.line
            self.app.copy_to_clipboard(f"{line.name} ({line.region}): {line.reach}")


def help_page(region: str) -> HelpPage:
    """The page for this country; `region` is that of the settings."""
    return HelpPage(*help_lines_here(region))

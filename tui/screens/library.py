"""The library: the sessions in order of length, none of them marked as best."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Static

from sessions.catalogue import Entry, in_order, settled
from tui import page_lines
from tui.screens.page import Page
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.door import Door
from tui.widgets.foot import Foot
from tui.widgets.masthead import Masthead

KEYS = "123456789"
"""The first nine sessions can be opened with one key."""


class Row(NamedTuple):
    """One session as a line of the list."""

    key: str
    entry: Entry
    also: str = ""

    @property
    def label(self) -> str:
        """Its title."""
        return self.entry.title

    @property
    def hint(self) -> str:
        """Its length, or that it can't be played yet."""
        if self.entry.fault:
            return "fault"
        return page_lines.clock(self.entry.length) if self.entry.length else ""


class Library(Page[None]):
    """The first page; all that it is drawn by is in the sheet of the app."""

    CSS_PATH = None

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "e", "app.beside", "extras", id="library.beside",
            tooltip="One small thing, words, common questions, reading",
        ),
    ]  # fmt: skip

    class Opened(Message):
        """The person wants to see a session's page."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    def __init__(self, entries: Sequence[Entry], marked: str = "") -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._to_mark = marked

    def compose(self) -> ComposeResult:
        """The door, the name, the list."""
        with Horizontal(id="room"):
            yield Door(id="door")
            with Vertical(id="shelf"):
                yield Masthead(self.app.size)
                yield ChoiceList(id="sessions")
                yield Static("", id="about", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Show the list; mark a line only where the person was just sent to it."""
        self.show_entries(self._entries)
        self.mark(self._to_mark)
        self.query_one(ChoiceList).focus()
        if not all(entry.bundled for entry in self._entries):
            self.run_worker(self._look_into_files())

    async def _look_into_files(self) -> None:
        """Look into a person's own files once the page is there; keys are taken between two of them."""
        seen = []
        for entry in self._entries:
            seen.append(entry if entry.bundled else settled(entry))
            await asyncio.sleep(0)
        self.show_entries(in_order(seen))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these sessions, staying on the one that is marked."""
        answers = self.query_one(ChoiceList)
        marked = "" if answers.highlighted is None else self._entries[answers.highlighted].name
        self._entries = tuple(entries)
        keys = [*KEYS, *[""] * len(self._entries)]
        answers.offer([Row(key, entry) for key, entry in zip(keys, self._entries, strict=False)])
        self.mark(marked)

    def mark(self, name: str) -> None:
        """Stand on the session with this name, if it is there."""
        names = [entry.name for entry in self._entries]
        if name in names:
            self.query_one(ChoiceList).highlighted = names.index(name)

    def on_resize(self, event: events.Resize) -> None:
        """The head follows the window."""
        self.query_one(Masthead).window = event.size

    @on(ChoiceList.Stood)
    def _describe(self, message: ChoiceList.Stood) -> None:
        message.stop()
        entry = self._entries[message.index]
        self.set_class(bool(entry.fault), "-fault")
        self.query_one("#about", Static).update(entry.fault or entry.about)

    def chosen(self, line: Line) -> None:
        """Open the page of a session."""
        if isinstance(line, Row):
            self.post_message(self.Opened(line.entry))

"""The library: the sessions in order of length, none of them marked as best."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from sessions.library.catalogue import Entry, in_order, settled
from tui.screens.base import Page
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.door import Door
from tui.widgets.foot import Foot
from tui.widgets.masthead import Masthead
from tui.words import page_lines

KEYS = "123456789"
"""The first nine sessions can be opened with one key."""

AT_ONCE = 200
"""Files that are looked into before the list shows what was found."""


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

    def __init__(self, entries: Sequence[Entry]) -> None:
        super().__init__()
        self._entries = tuple(entries)
        self._looking = False
        # A length moves a line, so files that show none are looked into wherever they stand.
        self._unseen = deque(entry for entry in entries if not entry.looked and entry.length is None)

    def compose(self) -> ComposeResult:
        """The door, the name, the list."""
        yield Door(id="door")
        with Vertical(id="shelf"):
            yield Masthead(self.app.size)
            yield ChoiceList(id="sessions")
            yield Static("", id="about", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """Show the list, none of it marked; look into a person's own files once the page is there."""
        self.show_entries(self._entries)
        answers = self.query_one(ChoiceList)
        answers.focus()
        self.watch(answers, "scroll_y", self._look, init=False)
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Look into the files in sight before all others that are still to be looked into."""
        in_sight = self._entries[self.query_one(ChoiceList).in_sight]
        self._unseen.extendleft(entry for entry in reversed(in_sight) if not entry.looked)
        if self._unseen and not self._looking:
            self._looking = True
            self.run_worker(self._look_into_files())

    async def _look_into_files(self) -> None:
        """Look into one file after the other; keys are taken between two of them."""
        found: dict[str, Entry] = {}
        seen: set[str] = set()
        while self._unseen:
            entry = self._unseen.popleft()
            if entry.name not in seen:
                seen.add(entry.name)
                found[entry.name] = settled(entry)
            if not self._unseen or len(found) >= AT_ONCE:
                self._take_in(found)
                found = {}
            await asyncio.sleep(0)
        self._looking = False

    def _take_in(self, found: Mapping[str, Entry]) -> None:
        """Show what was found; where that is what was shown already, nothing moves."""
        before, now = self._entries, tuple(found.get(entry.name, entry) for entry in self._entries)
        if any(_shown(old) != _shown(new) for old, new in zip(before, now, strict=True) if old is not new):
            self.show_entries(in_order(now))
        else:
            self._entries = now
            self._describe(self.query_one(ChoiceList).highlighted)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these sessions, staying on the one that is marked."""
        answers = self.query_one(ChoiceList)
        marked = "" if answers.highlighted is None else self._entries[answers.highlighted].name
        self._entries = tuple(entries)
        keys = [*KEYS, *[""] * len(self._entries)]
        answers.offer([Row(key, entry) for key, entry in zip(keys, self._entries, strict=False)], stay=True)
        self.mark(marked)

    def mark(self, name: str) -> None:
        """Stand on the session with this name, if it is there."""
        names = [entry.name for entry in self._entries]
        if name in names:
            self.query_one(ChoiceList).highlighted = names.index(name)

    def on_resize(self, event: events.Resize) -> None:
        """The head follows the window, and more files may be in sight."""
        self.query_one(Masthead).window = event.size
        self.call_after_refresh(self._look)

    @on(ChoiceList.Stood)
    def _stood(self, message: ChoiceList.Stood) -> None:
        message.stop()
        self._describe(message.index)

    def _describe(self, number: int | None) -> None:
        if number is not None:
            entry = self._entries[number]
            self.set_class(bool(entry.fault), "-fault")
            self.query_one("#about", Static).update(entry.fault or entry.about)

    def chosen(self, line: Line) -> None:
        """Open the page of a session."""
        if isinstance(line, Row):
            self.post_message(self.Opened(line.entry))


def _shown(entry: Entry) -> tuple[object, ...]:
    """What of an entry its line shows, or the order of lines."""
    return entry.title, entry.length, entry.fault

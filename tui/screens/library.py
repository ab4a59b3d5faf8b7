"""The library: the sessions in order of length, none of them marked as best."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from typing import ClassVar, NamedTuple

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Static

from sessions.durations import in_short
from sessions.library.catalogue import Entry, in_order, settled
from sessions.unsafe import visible
from tui.aside import LONG, Aside
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

TOGETHER = 20
"""Files that are looked into on one thread: some 20 ms of work, beside which a thread costs nothing."""


class SessionRow(NamedTuple):
    """One session as a line of the list."""

    key: str
    entry: Entry
    slow: bool = False
    """Its file takes long to read."""
    also: str = ""
    head: str = ""
    """The shelf, above the first session on it."""

    @property
    def label(self) -> str:
        """Its title."""
        return self.entry.title

    @property
    def hint(self) -> str:
        """Its length, or that it can't be played yet."""
        if self.slow:
            return page_lines.READING
        if self.entry.fault:
            return "fault"
        return in_short(self.entry.length) if self.entry.length else ""


class Library(Page[None]):
    """The first page; all that it is drawn by is in the sheet of the app."""

    CSS_PATH = None

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "e", "app.extras", "extras", id="library.extras",
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
        self._slow = ""
        """The name of a session whose file is taking long to read."""
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
        """Look into a few files after the other, on a thread; keys are taken meanwhile."""
        found: dict[str, Entry] = {}
        seen: set[str] = set()
        while self._unseen:
            few = self._next_few(seen)
            looks: list[Entry] = []
            work = Aside(partial(_look_into, few, looks))
            while not await work.done(LONG):
                self._take_in({entry.name: entry for entry in looks})
                self._show_slow(few[len(looks)].name if len(looks) < len(few) else "")
            work.result()
            found |= {entry.name: entry for entry in looks}
            if self._slow or not self._unseen or len(found) >= AT_ONCE:
                self._show_slow("")
                self._take_in(found)
                found = {}
        self._looking = False

    def _next_few(self, seen: set[str]) -> list[Entry]:
        """The next files that have not been looked into, and are seen from now on."""
        few: list[Entry] = []
        while self._unseen and len(few) < TOGETHER:
            entry = self._unseen.popleft()
            if entry.name not in seen:
                seen.add(entry.name)
                few.append(entry)
        return few

    def _show_slow(self, name: str) -> None:
        """Let a session say that its file is still being read, or none."""
        if name != self._slow:
            self._slow = name
            self.show_entries(self._entries)

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
        before = ["", *(entry.shelf for entry in self._entries)]
        rows = [
            SessionRow(key, entry, slow=entry.name == self._slow, head=_head(entry, shelf))
            for key, entry, shelf in zip(keys, self._entries, before, strict=False)
        ]
        answers.offer(rows, stay=True)
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
        if isinstance(line, SessionRow):
            self.post_message(self.Opened(line.entry))


def _look_into(few: Sequence[Entry], looks: list[Entry]) -> None:
    """Look into files one after the other; each is put into `looks` as soon as it is known."""
    for entry in few:
        looks.append(settled(entry))  # noqa: PERF401  # one by one: the page looks at the list meanwhile


def _head(entry: Entry, before: str) -> str:
    """The name of a shelf, where the session before lies on another."""
    return "" if entry.shelf == before else visible(entry.shelf).replace("/", " / ")


def _shown(entry: Entry) -> tuple[object, ...]:
    """What of an entry its line shows, or the order of lines."""
    return entry.title, entry.length, entry.fault

"""The library: the sessions in order of length, none of them recommended."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message

from sessions.library.catalogue import Entry, in_order, settled
from tui.aside import LONG, Aside
from tui.screens.base import LIST
from tui.screens.searched import SearchedPage
from tui.screens.session_rows import SessionRow, found_among, rows_with_heads, session_rows, shown_of
from tui.shelves import Shelves
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.door import Door
from tui.widgets.foot import Foot
from tui.widgets.masthead import Masthead
from tui.widgets.prose import Prose
from tui.windows import TALL
from tui.words import page_lines

if TYPE_CHECKING:
    from textual.widgets import Input

AT_ONCE = 200
"""Number of files that are read before the list is updated."""

AROUND, AROUND_IN_TALL = 8, 13
"""Rows of the page besides its list; in a tall window the head is higher and has a welcome."""

TOGETHER = 20
"""Number of files that one thread reads: about 20 ms of work, many times the cost of a thread."""


def _key(key: str, action: str, word: str, tooltip: str, *, show: bool = False) -> Binding:
    return Binding(key, action, word, id=f"library.{word.replace(' ', '_')}", tooltip=tooltip, show=show)


class Library(SearchedPage[None]):
    """The first page."""

    CSS_PATH = LIST

    BINDINGS: ClassVar[list[BindingType]] = [
        _key("slash", "search", "search", "Search titles, descriptions and lengths"),
        _key("escape", "all", "all sessions", "End the search; show all sessions", show=True),
        _key("escape", "go_on", "your session", "Back to the session that waits", show=True),
        Binding("h", "app.help", "help lines", id="library.help", tooltip="Help lines: people to call"),
        Binding(
            "ctrl+p", "app.command_palette", "find", id="library.find", priority=True,
            tooltip="Find a page, a session or a setting by its name",
        ),
        _key("u", "just_begin", "just begin", "Begin the session of the day", show=True),
        Binding(
            "e", "app.extras", "extras", id="library.extras",
            tooltip="People to talk to, one small thing, questions, books",
        ),
        _key("enter", "take", "open", "Open the session you are on"),
        _key("k,up", "move(-1)", "up", "To the session above"),
        _key("j,down", "move(1)", "down", "To the session below"),
        _key("pageup", "page(-1)", "page up", "A page up"),
        _key("pagedown", "page(1)", "page down", "A page down"),
    ]  # fmt: skip

    class Opened(Message):
        """The person wants to see a session's page."""

        def __init__(self, entry: Entry) -> None:
            super().__init__()
            self.entry = entry

    class JustBegin(Message):
        """The person wants to begin without choosing."""

    def __init__(self, shelves: Shelves, *, over_a_session: bool = False) -> None:
        """`over_a_session`: whether a session waits below, to which Esc leads back."""
        super().__init__()
        self._shelves = shelves
        self._over_a_session = over_a_session
        self._made = False
        """Whether the list is there."""
        self._entries: tuple[Entry, ...] = ()
        self._listing: Aside[tuple[Entry, ...]] | None = None
        self._listed: tuple[Entry, ...] = ()
        """The sessions that match the search; all, while nothing is searched for."""
        self._marked = ""
        self._searched = ""
        self._grouped = False
        self._below = ""
        self._looking = False
        self._slow = ""
        """The name of the session whose file is taking long to read."""
        self._unseen: deque[Entry] = deque()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All sessions, as far as they are known."""
        if not self._entries:
            self._entries = tuple(self._shelves.entries())
        return self._entries

    def entries_within(self, seconds: float) -> tuple[Entry, ...]:
        """All sessions; none if listing the folders takes longer, so that a session is not held up."""
        if not self._entries:
            self._listing = self._listing or Aside(lambda: tuple(self._shelves.entries()))
            if self._listing.done_within(seconds):
                self._entries = self._listing.result()
        return self._entries

    def compose(self) -> ComposeResult:
        """The door, the head, the list."""
        yield Door(id="door")
        with Vertical(id="shelf"):
            yield Masthead(self.app.size)
            yield ChoiceList(id="sessions", clicks_take=False)
            yield Prose(id="about")
        yield Foot()

    def on_mount(self) -> None:
        """Show the list with its first line marked; read a person's own files once the page is drawn."""
        self._made = True
        # Files without a known length are read even if out of sight, since a length changes the order.
        self._unseen.extend(entry for entry in self.entries if not entry.looked and entry.length is None)
        self.show_entries(self.entries)
        self.mark(self._marked)
        answers = self.query_one(ChoiceList)
        answers.focus()
        self.watch(answers, "scroll_y", self._look, init=False)
        self.call_after_refresh(self._look)

    def _look(self) -> None:
        """Read the files of sessions in sight before the others that are still unread."""
        in_sight = self._listed[self.query_one(ChoiceList).in_sight]
        self._unseen.extendleft(entry for entry in reversed(in_sight) if not entry.looked)
        if self._unseen and not self._looking:
            self._looking = True
            self.run_worker(self._look_into_files())

    async def _look_into_files(self) -> None:
        """Read a few files at a time, on a thread, so that keys still work."""
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
        """The next unread files, added to `seen`."""
        few: list[Entry] = []
        while self._unseen and len(few) < TOGETHER:
            entry = self._unseen.popleft()
            if entry.name not in seen:
                seen.add(entry.name)
                few.append(entry)
        return few

    def _show_slow(self, name: str) -> None:
        """Mark the session whose file is still being read, or none."""
        if name != self._slow:
            self._slow = name
            self.show_entries(self._entries)

    def _take_in(self, found: Mapping[str, Entry]) -> None:
        """Update entries with what was found in their files; the list is redrawn only if it changes."""
        before, now = self._entries, tuple(found.get(entry.name, entry) for entry in self._entries)
        if any(
            shown_of(old) != shown_of(new) for old, new in zip(before, now, strict=True) if old is not new
        ):
            self.show_entries(in_order(now))
        elif now != before:
            self._entries = now
            self._listed = tuple(found.get(entry.name, entry) for entry in self._listed)
            self._describe(self.query_one(ChoiceList).highlighted)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show those of these sessions that match the search, and keep the mark."""
        answers = self.query_one(ChoiceList)
        marked = "" if answers.highlighted is None else self._listed[answers.highlighted].name
        self._entries = tuple(entries)
        self._listed = found_among(self._entries, self._searched)
        self._grouped = self._has_room_for_heads(self.app.size.height)
        rows = session_rows(self._listed, grouped=self._grouped, slow=self._slow)
        at, seen = answers.scroll_offset.y, answers.in_sight
        away = answers.highlighted is not None and not seen.start <= answers.highlighted < seen.stop
        answers.offer(rows, stay=True)
        self.mark(marked)
        if away:  # the person had scrolled away from the mark: stay there
            answers.scroll_to(y=at, animate=False, immediate=True)

    def _has_room_for_heads(self, rows: int) -> bool:
        """Whether the whole list fits the window even with heads above its groups."""
        around = AROUND_IN_TALL if rows >= TALL else AROUND
        return rows_with_heads(self._listed) <= rows - around

    def mark(self, name: str) -> None:
        """Mark the session with this name; if it is not listed, keep the mark, or mark the first."""
        if not self._made:
            self._marked = name
            return
        names = [entry.name for entry in self._listed]
        answers = self.query_one(ChoiceList)
        if name in names:
            answers.highlighted = names.index(name)
        elif answers.highlighted is None and names:
            answers.highlighted = 0
        self._describe(answers.highlighted)  # now, so that it is part of the first drawing
        if not names:
            self._say_below(page_lines.NOTHING_FOUND)

    def action_go_on(self) -> None:
        """Go back to the session that waits."""
        self.dismiss(None)

    def action_just_begin(self) -> None:
        """Begin without choosing."""
        self.post_message(self.JustBegin())

    def action_search(self) -> None:
        """Open the search field above the list."""
        from tui.widgets.search_field import SearchField  # noqa: PLC0415  # not on the first page

        if not self.query(SearchField):
            field = SearchField(page_lines.SEARCH)
            self.query_one("#shelf").mount(field, before="#sessions")
            field.focus()

    def action_all(self) -> None:
        """End the search, and keep the mark."""
        self.query("SearchField").remove()
        self.search("")
        self.query_one(ChoiceList).focus()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Allow ending a search only during one, and the other way round."""
        searches = bool(self.query("SearchField"))
        if action == "go_on":
            return self._over_a_session and not searches
        return not searches if action in ("search", "just_begin") else searches or action != "all"

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search while the person types."""
        message.stop()
        self.search(message.value)

    def search(self, words: str) -> None:
        """List the sessions that contain all of these words."""
        self._searched = words
        self.off_the_field = False
        self.set_class(bool(words), "-searched")
        self.show_entries(self._entries)

    def on_resize(self, event: events.Resize) -> None:
        """Adapt the head; other files may be in sight now."""
        self.query_one(Masthead).window = event.size
        if self._grouped != self._has_room_for_heads(event.size.height):
            self.show_entries(self._entries)
        self.call_after_refresh(self._look)

    @on(ChoiceList.Stood)
    def _stood(self, message: ChoiceList.Stood) -> None:
        message.stop()
        self._describe(message.index)

    def _describe(self, number: int | None) -> None:
        if number is not None:
            entry = self._listed[number]
            self.set_class(bool(entry.fault), "-fault")
            self._say_below(entry.fault or entry.about)

    def _say_below(self, text: str) -> None:
        if text != self._below:  # else the page would be laid out again after each file
            self._below = text
            for about in self.query("#about").results(Prose):  # none any more while the page is taken away
                about.update(text)

    def chosen(self, line: Line) -> None:
        """Open the page of a session, and end the search."""
        if isinstance(line, SessionRow):
            if self._searched:
                self.action_all()
            self.post_message(self.Opened(line.entry))


def _look_into(few: Sequence[Entry], looks: list[Entry]) -> None:
    """Read files one after the other, and add each to `looks` at once."""
    for entry in few:
        looks.append(settled(entry))  # noqa: PERF401  # the page reads the list meanwhile

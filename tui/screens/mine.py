"""The page of a person's own lines: shows them, adds one, or removes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from sessions.mine.fields import MOST_CHARACTERS
from sessions.mine.model import Mine
from tui.own_lines import OwnLines
from tui.screens.base import Page
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading
from tui.widgets.own_field import OwnField
from tui.widgets.prose import Prose
from tui.words import mine_file as words
from tui.words import own_page


class OwnRow(NamedTuple):
    """A kept line, or the entry above a list that adds one."""

    name: str
    """The field of `Mine`."""
    label: str
    key: str = ""
    head: str = ""
    hint: str = ""
    also: str = ""

    @property
    def adds(self) -> bool:
        """Whether it is the entry that adds a line."""
        return bool(self.key)


class MinePage(Page[None]):
    """Shows the lists, adds lines to them, and removes lines."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            # Some keyboards have only one of these two keys.
            "delete,backspace", "take_out", "take out", id="mine.take_out", key_display="del",
            tooltip="Take out the line you are on, after a question",
        ),
        Binding("escape", "close", "back", id="mine.close", tooltip="Back to where you were"),
    ]  # fmt: skip

    def __init__(
        self,
        own: OwnLines,
        *,
        lists: Sequence[str] = Mine._fields,
        at: str = "",
        fault: str = "",
    ) -> None:
        """Make the page.

        Args:
            own: the person's own lines, which it shows and changes.
            lists: the fields of `Mine` that are shown.
            at: the list whose entry is marked first.
            fault: why nothing can be shown or kept; shown first.
        """
        super().__init__(id="mine")
        self._own = own
        self._lists = tuple(lists)
        self._at = at
        self._fault = fault
        self._adding = ""
        self._asked: OwnRow | None = None
        self._described = -1

    def compose(self) -> ComposeResult:
        """The lists, and a few words on the marked row."""
        with Vertical(id="board"):
            yield Heading(own_page.TITLE)
            yield ChoiceList(id="answers")
            with Vertical(id="below-board"):
                yield Prose(id="about")
        yield Foot()

    def on_mount(self) -> None:
        """Mark an entry that adds a line."""
        self.query_one(ChoiceList).focus()
        self._show(self._at or self._lists[0])
        if self._fault:
            self._tell(self._fault)

    @property
    def types(self) -> bool:
        """Whether a letter has been typed; from then on `q` is one too."""
        return any(field.value for field in self.query(OwnField))

    def chosen(self, line: Line) -> None:
        """Open the field to add a line; or remove a kept line, if that was asked, or say how to."""
        if not isinstance(line, OwnRow) or not line.adds:
            if line is self._asked:
                self._take_out(line)
            else:
                self._tell(own_page.CHANGING)
        elif not self.query(OwnField):
            self._adding = line.name
            self._stand_on(line.name)
            field = OwnField(words.ASKS[line.name], MOST_CHARACTERS)
            self.query_one("#below-board").mount(field, before="#about")
            field.focus()
            self._tell(own_page.TYPING)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Refresh the foot: once a letter was typed, another key stops."""
        message.stop()
        self.refresh_bindings()

    def take(self, key: str) -> bool:
        """Leave the list's keys to the field while a line is typed."""
        return not self.query(OwnField) and super().take(key)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep what was typed; if it is not allowed, leave it in the field to be changed."""
        message.stop()
        fault = self._own.keep(self._adding, message.value) if message.value.strip() else ""
        if fault:
            self._tell(fault)
            return
        self._end_typing()
        self._tell(words.KEPT if message.value.strip() else words.UNKEPT)

    def action_close(self) -> None:
        """Go back to the lists, or to the page before."""
        if self.query(OwnField):
            self._end_typing()
        elif self._asked:
            self._describe(self._described)
        else:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Allow removing only on a kept line."""
        if action == "take_out":
            return self._kept_row is not None and not self.query(OwnField)
        return super().check_action(action, parameters)

    def action_take_out(self) -> None:
        """Ask whether to remove the marked line; the key alone removes nothing, however long it is held."""
        row = self._kept_row
        self._tell(own_page.TAKE_IT_OUT)
        self._asked = row

    def tell(self, line: str) -> bool:
        """Show a line below the lists until another row is marked."""
        self._tell(line)
        return True

    def on_choice_list_stood(self, message: ChoiceList.Stood) -> None:
        """Show the marked line in full, or what may be added; a message stays until another row is marked."""
        message.stop()
        if message.index != self._described:
            self._describe(message.index)

    @property
    def _kept_row(self) -> OwnRow | None:
        """The marked line; None on an entry that adds one."""
        for answers in self.query(ChoiceList):  # none yet while the page is being composed
            row = None if answers.highlighted is None else answers.offered[answers.highlighted]
            return row if isinstance(row, OwnRow) and not row.adds else None
        return None

    def _take_out(self, row: OwnRow) -> None:
        """Remove a line; the mark stays in place, or moves to the last row of the same list."""
        at = self._described
        fault = self._own.let_go(row.name, row.label)
        answers = self.query_one(ChoiceList)
        answers.offer(list(self._rows()), stay=True)
        near = (number for number, each in enumerate(answers.offered[: at + 1]) if _is_of(each, row.name))
        self._described = answers.highlighted = max(near, default=0)
        self.refresh_bindings()
        self._tell(fault or words.REMOVED)

    def _end_typing(self) -> None:
        self.query(OwnField).remove()
        self.query_one(ChoiceList).focus()
        self._show(self._adding)

    def _show(self, at: str) -> None:
        """Show what is kept now, with the entry above one of the lists marked."""
        self.query_one(ChoiceList).offer(list(self._rows()), stay=True)
        self._describe(self._stand_on(at))

    def _stand_on(self, name: str) -> int:
        """Mark the entry above a list; returns its number."""
        answers = self.query_one(ChoiceList)
        rows = (row for row in answers.offered if isinstance(row, OwnRow))
        at = next(number for number, row in enumerate(rows) if row.adds and row.name == name)
        self._described = answers.highlighted = at
        return at

    def _rows(self) -> Iterator[OwnRow]:
        mine = self._own.now()
        for number, name in enumerate(self._lists, 1):
            yield OwnRow(name, own_page.ADD, str(number), words.HEADINGS[name])
            yield from (OwnRow(name, line) for line in getattr(mine, name))

    def _describe(self, number: int) -> None:
        self._described = number
        self.refresh_bindings()
        row = self.query_one(ChoiceList).offered[number]
        if isinstance(row, OwnRow):
            self._tell(own_page.EXAMPLES[row.name] if row.adds else row.label)

    def _tell(self, line: str) -> None:
        """Show this below the lists, in place of a question that was asked there."""
        self._asked = None
        for about in self.query("#about").results(Prose):  # none any more while the page is taken away
            about.update(line)


def _is_of(line: Line, name: str) -> bool:
    """Whether a row belongs to this list."""
    return isinstance(line, OwnRow) and line.name == name

"""The page of a person's own lines: all that is kept, and one more or one less where they want that."""

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
    """A line that is kept, or the entry above a list that adds one."""

    name: str
    """The field of `Mine`."""
    label: str
    key: str = ""
    head: str = ""
    hint: str = ""
    also: str = ""

    @property
    def adds(self) -> bool:
        """Whether it is an entry that adds a line."""
        return bool(self.key)


class MinePage(Page[None]):
    """Shows the lists, takes a line for one of them, and takes one out."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            # Where a keyboard has one key for both, it is either of them.
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
        """The page of what is kept now.

        Args:
            own: what is kept, and how it is changed.
            lists: the fields of `Mine` that are shown.
            at: the list whose entry one stands on.
            fault: why nothing can be shown or kept, told first.
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
        """The lists, and a few words on the row that one is on."""
        with Vertical(id="board"):
            yield Heading(own_page.TITLE)
            yield ChoiceList(id="answers")
            with Vertical(id="below-board"):
                yield Prose(id="about")
        yield Foot()

    def on_mount(self) -> None:
        """Stand on an entry that adds a line."""
        self.query_one(ChoiceList).focus()
        self._show(self._at or self._lists[0])
        if self._fault:
            self._tell(self._fault)

    @property
    def types(self) -> bool:
        """A letter was typed: `q` is one as well from then on."""
        return any(field.value for field in self.query(OwnField))

    def chosen(self, line: Line) -> None:
        """Add one to this list; a line that is kept goes if that was asked, or says how it is changed."""
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
        """The foot names the key that stops, which is another one once a letter was typed."""
        message.stop()
        self.refresh_bindings()

    def take(self, key: str) -> bool:
        """Keys of the list are letters while a line is typed."""
        return not self.query(OwnField) and super().take(key)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep what was typed; where it does not fit, it stays there to be changed."""
        message.stop()
        fault = self._own.keep(self._adding, message.value) if message.value.strip() else ""
        if fault:
            self._tell(fault)
            return
        self._end_typing()
        self._tell(words.KEPT if message.value.strip() else words.UNKEPT)

    def action_close(self) -> None:
        """Back to the lists, or to where the person was."""
        if self.query(OwnField):
            self._end_typing()
        elif self._asked:
            self._describe(self._described)
        else:
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a line that is kept can be taken out."""
        if action == "take_out":
            return self._kept_row is not None and not self.query(OwnField)
        return super().check_action(action, parameters)

    def action_take_out(self) -> None:
        """Ask whether the line one is on shall go; the key alone takes nothing, however long it is held."""
        row = self._kept_row
        self._tell(own_page.TAKE_IT_OUT)
        self._asked = row

    def tell(self, line: str) -> bool:
        """Below the lists, until another row is stood on."""
        self._tell(line)
        return True

    def on_choice_list_stood(self, message: ChoiceList.Stood) -> None:
        """Say the whole of a line, or what may be added; a line that was told stays while one stays."""
        message.stop()
        if message.index != self._described:
            self._describe(message.index)

    @property
    def _kept_row(self) -> OwnRow | None:
        """The line that is marked; None on an entry that adds one."""
        for answers in self.query(ChoiceList):  # none yet, while the page is made
            row = None if answers.highlighted is None else answers.offered[answers.highlighted]
            return row if isinstance(row, OwnRow) and not row.adds else None
        return None

    def _take_out(self, row: OwnRow) -> None:
        """Take a line out; the mark stays where it stood, or on the last row of the same list."""
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
        """What is kept now, standing on the entry above one of the lists."""
        self.query_one(ChoiceList).offer(list(self._rows()), stay=True)
        self._describe(self._stand_on(at))

    def _stand_on(self, name: str) -> int:
        """The entry above a list, marked; its number."""
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
        """Say this below the lists; what was asked there is not asked any more."""
        self._asked = None
        self.query_one("#about", Prose).update(line)


def _is_of(line: Line, name: str) -> bool:
    """Whether a row belongs to this list."""
    return isinstance(line, OwnRow) and line.name == name

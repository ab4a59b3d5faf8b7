"""A list of answers, each with its key; nothing is preselected and Enter alone picks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import ClassVar, Protocol

from rich.cells import cell_len
from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

MARK = "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
"""Stands before the answer one is on."""

INDENT, GAP = 5, 3
"""Columns before a label, and between a label and its hint."""

WIDEST = 92
"""Columns a list takes at most."""

ROOM_FOR_HINT = 30
"""Columns from which it is worth showing the beginning of a hint."""

ROWS_AROUND = 9
"""Rows a page needs besides its answers: a question, a line, the foot."""


class Hints(Enum):
    """Where the hints stand."""

    BESIDE = "beside"
    BELOW = "below"
    NONE = "none"


class Line(Protocol):
    """What can be listed: an answer, a session, a setting."""

    @property
    def key(self) -> str:
        """The key that takes it; empty where the list is longer than the keys."""

    @property
    def also(self) -> str:
        """A second key; empty where there is none."""

    @property
    def label(self) -> str:
        """What it is."""

    @property
    def hint(self) -> str:
        """A few more words; may be empty."""


class ChoiceList(OptionList, inherit_bindings=False):
    """Shows lines, one a line; posts `Chosen`."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "cursor_up", "up", id="choice.up", tooltip="To the answer above", show=False),
        Binding("down", "cursor_down", "down", id="choice.down", tooltip="To the answer below", show=False),
        Binding("home", "first", "first", id="choice.first", tooltip="To the first answer", show=False),
        Binding("end", "last", "last", id="choice.last", tooltip="To the last answer", show=False),
        Binding("pageup", "page_up", "page up", id="choice.page_up", tooltip="A page up", show=False),
        Binding(
            "pagedown", "page_down", "page down", id="choice.page_down", tooltip="A page down", show=False
        ),
        Binding("enter", "select", "choose", id="choice.take", tooltip="Take the marked answer", show=False),
    ]

    @dataclass
    class Chosen(Message):
        """The person took a line with Enter or the mouse."""

        line: Line

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id, markup=False)
        self._offered: tuple[Line, ...] = ()
        self._marked: int | None = None
        self._widest = 0
        self._hints = Hints.BESIDE

    def offer(self, lines: Sequence[Line]) -> None:
        """Show these answers, none of them marked."""
        self._offered = tuple(lines)
        self._marked = None
        self._widest = max((cell_len(line.label) for line in self._offered), default=0)
        self._place_hints()
        self.set_options([Option(self._row(line)) for line in self._offered])
        self.highlighted = None

    def line(self, key: str) -> Line | None:
        """The answer with this key; None where there is none."""
        return next((line for line in self._offered if key in (line.key, line.also)), None)

    def watch_highlighted(self, highlighted: int | None) -> None:
        """Mark by a sign as well as by colour."""
        super().watch_highlighted(highlighted)
        for index, marked in ((self._marked, False), (highlighted, True)):
            if index is not None and index < len(self._offered):
                self._replace_option_prompt(index, self._row(self._offered[index], marked=marked))
        self._marked = highlighted

    def on_resize(self) -> None:
        """Hints come and go with the room there is; the marked answer stays in sight."""
        self._place_hints()
        self.call_after_refresh(self.scroll_to_highlight)
        for index, line in enumerate(self._offered):
            self._replace_option_prompt(index, self._row(line, marked=index == self._marked))

    @on(OptionList.OptionSelected)
    def _selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.post_message(self.Chosen(self._offered[event.option_index]))

    def _row(self, line: Line, *, marked: bool = False) -> Content:
        key, label, soft = ("bold",) * 3 if marked else ("bold $glow", "", "$soft")
        head = Content.assemble(
            f"{MARK} " if marked else "  ", (line.key or " ", key), "  ", (line.label, label)
        )
        if not line.hint or self._hints is Hints.NONE:
            return head
        if self._hints is Hints.BELOW:
            return Content.assemble(head, f"\n{' ' * INDENT}", (line.hint, soft))
        return Content.assemble(head, " " * (self._widest - cell_len(line.label) + GAP), (line.hint, soft))

    def _place_hints(self) -> None:
        """Beside the labels where they fit, else below them, else cut off, else none."""
        page = self.screen.size
        width = min(WIDEST, page.width - 4)
        beside = width - INDENT - self._widest - GAP
        longest = max((cell_len(line.hint) for line in self._offered), default=0)
        rows_below = 2 * len(self._offered) + ROWS_AROUND
        if longest <= beside:
            self._hints = Hints.BESIDE
        elif rows_below <= page.height and longest <= width - INDENT:
            self._hints = Hints.BELOW
        else:
            self._hints = Hints.BESIDE if beside >= ROOM_FOR_HINT else Hints.NONE

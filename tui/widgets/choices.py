"""A list of answers, each with its key; nothing is preselected.

It draws the rows that are in sight and nothing else, so that ten thousand sessions cost what fifteen do.
Textual's own list makes an object and a text for each option, which took a quarter of the time until the
first page is there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.widgets.drawn import inks, key_parts, palette_of, strip
from tui.widgets.rows import BEFORE_MARK, CUT, MARK, SIDES, Line, Rows, leads

__all__ = ["CUT", "MARK", "ChoiceList", "Line"]


class ChoiceList(ScrollView, can_focus=True):
    """Shows lines, one a line; posts `Stood` and `Chosen`."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "ChoiceList { width: 1fr; height: auto; max-height: 1fr; overflow-x: hidden; }"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "up", id="choice.up", tooltip="To the answer above", show=False),
        Binding("down", "move(1)", "down", id="choice.down", tooltip="To the answer below", show=False),
        Binding("home", "first", "first", id="choice.first", tooltip="To the first answer", show=False),
        Binding("end", "last", "last", id="choice.last", tooltip="To the last answer", show=False),
        Binding("pageup", "page(-1)", "page up", id="choice.page_up", tooltip="A page up", show=False),
        Binding("pagedown", "page(1)", "page down", id="choice.page_down", tooltip="A page down", show=False),
        Binding("enter", "take", "choose", id="choice.take", tooltip="Take the marked answer", show=False),
    ]

    highlighted: var[int | None] = var[int | None](None)
    """The number of the line one is on; None while there is none."""
    _hovered: var[int | None] = var[int | None](None)
    """The number of the line the mouse is on."""

    class Stood(Message):
        """The person has come to stand on a line."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Chosen(Message):
        """The person took a line with Enter or the mouse."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    def __init__(self, *, id: str | None = None, clicks_take: bool = True, values: bool = False) -> None:  # noqa: A002  # Textual's name
        """A list without lines.

        Args:
            id: its name on the page.
            clicks_take: whether a click takes a line at once, and not only one that is marked already.
            values: whether hints are values, which stand beside the labels in any window.
        """
        super().__init__(id=id)
        self._clicks_take = clicks_take
        self._values = values
        self._rows = Rows()
        self._unlisted: Mapping[str, Line] = {}
        self._enter: Line | None = None

    @property
    def offered(self) -> tuple[Line, ...]:
        """The lines it shows."""
        return self._rows.lines

    @property
    def in_sight(self) -> slice:
        """Which of the lines can be seen."""
        rows = self._rows.of[self.scroll_offset.y :][: self.size.height]
        return slice(rows[0], rows[-1] + 1) if rows else slice(0, 0)

    @property
    def mark_at(self) -> Offset | None:
        """Where the sign before the marked line stands, from the corner of the list; None where none is."""
        if self.highlighted is None or not self.offered:
            return None
        return Offset(BEFORE_MARK, self._rows.tops[self.highlighted]) - self.scroll_offset

    def offer(
        self,
        lines: Sequence[Line],
        *,
        stay: bool = False,
        unlisted: Sequence[Line] = (),
        enter: Line | None = None,
        hints: bool = True,
    ) -> None:
        """Show these answers, none of them marked; from the first one on, or where the list stands now.

        Args:
            lines: what is listed.
            stay: whether the list stays scrolled to where it is.
            unlisted: answers that are not listed and have keys all the same.
            enter: what Enter takes while none is marked.
            hints: whether hints are shown in the list.
        """
        self._unlisted = {line.key: line for line in unlisted}
        self._enter = enter
        self.highlighted = None
        self._hovered = None
        if not stay:
            self.scroll_to(y=0, animate=False)
        self._lay_out(Rows(lines, self.app.size, hints=hints, values=self._values))

    def line(self, key: str) -> Line | None:
        """The answer with this key; None where there is none."""
        return self._rows.line(key) or self._unlisted.get(key)

    def lists(self, key: str) -> bool:
        """Whether an answer with this key is listed."""
        return self._rows.line(key) is not None

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # Textual's signature
        """Columns that show every row whole."""
        return self._rows.width

    def render_line(self, y: int) -> Strip:
        """One row of those in sight, `y` rows below the first."""
        width = self.scrollable_content_region.width
        at = self.scroll_offset.y + y
        colours = inks(palette_of(self.app))
        if at >= len(self._rows.of):
            return Strip.blank(width, colours.ink)
        number = self._rows.of[at]
        key, label = colours.glow, colours.ink
        hint = colours.ink if leads(self.offered[number]) else colours.soft
        if self._rows.is_head(at) or self._rows.is_air(at):
            pass
        elif number == self.highlighted:
            key = label = hint = colours.marked
        elif number == self._hovered:
            key = label = hint = colours.raised
        row = self._rows.row(at, width, marked=number == self.highlighted)
        drawn = strip([*key_parts(row.key, key, label), (row.label, label), (row.hint, hint)])
        if drawn.cell_length > width - SIDES // 2:
            drawn = Strip([*drawn.crop(0, width - SIDES), Segment(CUT, label)])
        return drawn.extend_cell_length(width, label)

    def validate_highlighted(self, number: int | None) -> int | None:
        """A line that is there, or none."""
        return None if number is None or not self.offered else min(max(number, 0), len(self.offered) - 1)

    def watch_highlighted(self, before: int | None, number: int | None) -> None:
        """Mark by a sign as well as by colour, and keep it in sight."""
        self._redraw(before, number)
        if number is not None:
            self._to_highlighted()
            self.post_message(self.Stood(number))

    def watch__hovered(self, before: int | None, number: int | None) -> None:
        """Show what a click would take."""
        self._redraw(before, number)

    def on_resize(self) -> None:
        """Hints come and go with the room there is; the marked answer stays in sight."""
        rows = self._rows.in_window(self.app.size)
        if rows is not self._rows:
            self._lay_out(rows)
        self.call_after_refresh(self._to_highlighted)

    def on_show(self) -> None:
        """The marked answer is in sight."""
        self._to_highlighted()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Stand over a line."""
        self._hovered = self._at(event)

    def on_leave(self) -> None:
        """Stand over none."""
        self._hovered = None

    def on_click(self, event: events.Click) -> None:
        """Take the line under the mouse, or stand on it first."""
        number = self._at(event)
        if number is not None:
            takes = self._clicks_take or number == self.highlighted
            self.highlighted = number
            if takes:
                self.action_take()

    def action_move(self, step: int) -> None:
        """To the line above or below, and round at the ends."""
        if not self.offered:
            return
        if self.highlighted is None:
            self.highlighted = 0 if step > 0 else len(self.offered) - 1
        else:
            self.highlighted = (self.highlighted + step) % len(self.offered)

    def action_first(self) -> None:
        """To the first line."""
        self.highlighted = 0

    def action_last(self) -> None:
        """To the last line."""
        self.highlighted = len(self.offered) - 1

    def action_page(self, step: int) -> None:
        """As many rows up or down as are in sight; from nowhere, to an end."""
        if self.highlighted is None:
            (self.action_last if step > 0 else self.action_first)()
        else:
            at = self._rows.tops[self.highlighted] + step * self.scrollable_content_region.height
            self.highlighted = self._rows.of[min(max(at, 0), len(self._rows.of) - 1)]

    def action_take(self) -> None:
        """Take the line one is on; from none, what Enter takes there."""
        line = self._enter if self.highlighted is None else self.offered[self.highlighted]
        if line is not None:
            self.post_message(self.Chosen(line))

    def _lay_out(self, rows: Rows) -> None:
        self._rows = rows
        self.virtual_size = Size(rows.width, len(rows.of))
        self.refresh(layout=True)

    def _at(self, event: events.MouseEvent) -> int | None:
        """The number of the line under the mouse."""
        at = self.scroll_offset.y + event.y
        return self._rows.of[at] if 0 <= at < len(self._rows.of) and not self._rows.is_head(at) else None

    def _redraw(self, *numbers: int | None) -> None:
        for number in numbers:
            if number is not None and number < len(self.offered):
                self.refresh(self._region(number).translate(-self.scroll_offset))

    def _to_highlighted(self) -> None:
        if self.highlighted is not None and self.is_mounted:
            self.scroll_to_region(self._region(self.highlighted), force=True, animate=False, immediate=True)

    def _region(self, number: int) -> Region:
        """Where a line is among all rows; the head of the list is seen with its first line."""
        top = self._rows.tops[number] if number else 0
        bottom = self._rows.tops[number + 1] if number + 1 < len(self.offered) else len(self._rows.of)
        return Region(0, top, max(1, self.scrollable_content_region.width), bottom - top)

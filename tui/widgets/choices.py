"""A list of answers with keys; nothing is preselected.

It draws only the rows in sight, so that ten thousand sessions cost as much as fifteen. Textual's own list
makes an object and a text for each option, which took a quarter of the time to the first page.
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
    """Shows lines; posts `Stood` and `Chosen`."""

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
    """The index of the marked line; None if there is none."""
    _hovered: var[int | None] = var[int | None](None)
    """The index of the line under the mouse."""

    class Stood(Message):
        """Another line was marked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Chosen(Message):
        """A line was taken with Enter or the mouse."""

        def __init__(self, line: Line) -> None:
            super().__init__()
            self.line = line

    def __init__(self, *, id: str | None = None, clicks_take: bool = True, values: bool = False) -> None:  # noqa: A002  # Textual's name
        """Make an empty list.

        Args:
            id: the widget's id.
            clicks_take: whether a click takes a line at once, or only one that is already marked.
            values: whether hints are values, which are shown beside the labels in any window.
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
        """The range of the lines in sight."""
        rows = self._rows.of[self.scroll_offset.y :][: self.size.height]
        return slice(rows[0], rows[-1] + 1) if rows else slice(0, 0)

    @property
    def mark_at(self) -> Offset | None:
        """The offset of the sign before the marked line; None if no line is marked."""
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
        """Show these lines, none of them marked.

        Args:
            lines: what is listed.
            stay: whether to keep the scroll position instead of going to the top.
            unlisted: answers that are not listed, but whose keys work.
            enter: what Enter takes while no line is marked.
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
        """The answer with this key; None if there is none."""
        return self._rows.line(key) or self._unlisted.get(key)

    def lists(self, key: str) -> bool:
        """Whether an answer with this key is listed."""
        return self._rows.line(key) is not None

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002  # Textual's signature
        """The columns needed to show every row in full."""
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
        """Limit the mark to an existing line, or None."""
        return None if number is None or not self.offered else min(max(number, 0), len(self.offered) - 1)

    def watch_highlighted(self, before: int | None, number: int | None) -> None:
        """Redraw the mark, which is a sign as well as a colour, and scroll it into sight."""
        self._redraw(before, number)
        if number is not None:
            self._to_highlighted()
            self.post_message(self.Stood(number))

    def watch__hovered(self, before: int | None, number: int | None) -> None:
        """Highlight the line that a click would take."""
        self._redraw(before, number)

    def on_resize(self) -> None:
        """Show or hide hints as there is room, and keep the marked line in sight."""
        rows = self._rows.in_window(self.app.size)
        if rows is not self._rows:
            self._lay_out(rows)
        self.call_after_refresh(self._to_highlighted)

    def on_show(self) -> None:
        """Scroll the marked line into sight."""
        self._to_highlighted()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Note the line under the mouse."""
        self._hovered = self._at(event)

    def on_leave(self) -> None:
        """Note that the mouse has left."""
        self._hovered = None

    def on_click(self, event: events.Click) -> None:
        """Take the line under the mouse, or mark it first."""
        number = self._at(event)
        if number is not None:
            takes = self._clicks_take or number == self.highlighted
            self.highlighted = number
            if takes:
                self.action_take()

    def action_move(self, step: int) -> None:
        """Mark the line above or below, wrapping around at the ends."""
        if not self.offered:
            return
        if self.highlighted is None:
            self.highlighted = 0 if step > 0 else len(self.offered) - 1
        else:
            self.highlighted = (self.highlighted + step) % len(self.offered)

    def action_first(self) -> None:
        """Mark the first line."""
        self.highlighted = 0

    def action_last(self) -> None:
        """Mark the last line."""
        self.highlighted = len(self.offered) - 1

    def action_page(self, step: int) -> None:
        """Move the mark by as many rows as are in sight; without a mark, to an end."""
        if self.highlighted is None:
            (self.action_last if step > 0 else self.action_first)()
        else:
            at = self._rows.tops[self.highlighted] + step * self.scrollable_content_region.height
            self.highlighted = self._rows.of[min(max(at, 0), len(self._rows.of) - 1)]

    def action_take(self) -> None:
        """Take the marked line; without a mark, what Enter stands for."""
        line = self._enter if self.highlighted is None else self.offered[self.highlighted]
        if line is not None:
            self.post_message(self.Chosen(line))

    def _lay_out(self, rows: Rows) -> None:
        self._rows = rows
        self.virtual_size = Size(rows.width, len(rows.of))
        self.refresh(layout=True)

    def _at(self, event: events.MouseEvent) -> int | None:
        """The index of the line under the mouse."""
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
        """The region of a line among all rows; the first line includes the list's head."""
        top = self._rows.tops[number] if number else 0
        bottom = self._rows.tops[number + 1] if number + 1 < len(self.offered) else len(self._rows.of)
        return Region(0, top, max(1, self.scrollable_content_region.width), bottom - top)

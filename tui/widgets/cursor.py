"""Where to put the terminal's cursor: on what the person is at.

It is hidden, but braille displays, magnifiers and screen readers follow it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.drawn import Drawn
from tui.widgets.lists import lists_on

if TYPE_CHECKING:
    from tui.widgets.choices import ChoiceList

HOME = Offset(0, 0)

FIRST_READ = ("prompt", "line", "title")
"""The ids of what is read first on a page while no row is marked, in order of preference."""


def cursor_on(page: Screen[Any]) -> Offset:
    """In the field being typed in, on the marked row, or at the text that is read first."""
    focused = page.focused
    typed: Offset | None = getattr(focused, "cursor_screen_offset", None)
    if typed is not None and not getattr(page, "off_the_field", False):
        return typed
    lists = sorted(lists_on(page), key=lambda each: each is not focused)
    marked = (place for answers in lists if (place := _marked(page, answers)) is not None)
    begun = (place for text in _texts(page, focused) if (place := _beginning(page, text)) is not None)
    return next(marked, None) or next(begun, None) or _resting(page)


def _marked(page: Screen[Any], answers: ChoiceList) -> Offset | None:
    """The position of the marked row in the window; None if there is none in sight."""
    at = answers.mark_at
    content, seen = _place(page, answers)
    if at is None or not seen:
        return None
    at += content.offset
    return at if seen.contains_point(at) else None


def _beginning(page: Screen[Any], text: Widget) -> Offset | None:
    """The position of the first word in sight."""
    content, seen = _place(page, text)
    for y in range(max(content.y, seen.y), min(content.bottom, seen.bottom)):
        row = text.render_line(y - content.y).text
        if row.strip():
            return Offset(content.x + len(row) - len(row.lstrip()), y)
    return None


def _resting(page: Screen[Any]) -> Offset:
    """The position of the next prompt, while there is nothing to read."""
    for text in page.query("#prompt"):
        return _place(page, text)[0].offset
    return HOME


def _texts(page: Screen[Any], focused: Widget | None) -> Iterator[Widget]:
    """The widgets with text, in reading order; the text of a focused entry comes before all."""
    if focused is not None and focused not in lists_on(page):
        yield from _ends(focused)
    first = {name: place for place, name in enumerate(FIRST_READ)}
    yield from sorted(_ends(page), key=lambda each: first.get(each.id or "", len(first)))


def _ends(top: Widget) -> list[Widget]:
    """Whether a widget has text of its own: it has no children, and is neither a picture nor the foot."""
    nodes = top.walk_children(Widget)
    return [each for each in nodes if not each.children and each.display and not isinstance(each, Drawn)]


def _place(page: Screen[Any], widget: Widget) -> tuple[Region, Region]:
    """The region of a widget, and the part of it in sight; both empty if it is not laid out."""
    found = page._compositor.full_map.get(widget)  # noqa: SLF001  # `find_widget` raises, and returns no more than this
    if found is None:
        return Region(), Region()
    content = found.region.shrink(widget.gutter)
    return content, content.intersection(found.clip)

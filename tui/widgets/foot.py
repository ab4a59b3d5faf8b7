"""The foot of a page: the keys that do something now."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from tui.widgets.drawn import Drawn, inks, palette_of, strip
from tui.widgets.lists import lists_on

GAP, NARROW_GAP = "   ", "  "
"""The gap between two entries; the narrow one if it saves a row."""

SIDES = 2
"""Columns that stay free beside a row, unless that would take a second row."""

MOST = 4
"""Keys that are named, besides `?`."""


class Entry(NamedTuple):
    """A key as shown, and a word."""

    shown: str
    word: str
    key: str
    """The key's name in Textual."""

    @property
    def columns(self) -> int:
        """How wide it is."""
        return cell_len(f"{self.shown} {self.word}")


STOP = Entry("ctrl-q", "stop", "ctrl+q")
"""The stop entry while `q` is a letter of the line being typed."""


class Foot(Drawn):
    """Lists the bindings of the screen that are meant to be shown and work now."""

    DEFAULT_CSS = "Foot { dock: bottom; padding: 0 2 1 2; }"

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows that the current entries take."""
        self._entries = self._now()
        return super().get_content_height(container, viewport, width)

    def rows(self, width: int) -> list[Strip]:
        """`space pause   c closing   …` in the middle, wrapped between entries if necessary."""
        rows, gap = in_rows(self._entries, width)
        return [self._row(row, gap, width) for row in rows]

    def on_click(self, event: events.Click) -> None:
        """Treat a click on an entry as its key."""
        at = event.get_content_offset(self)
        rows, gap = in_rows(self._entries, self.content_size.width)
        if at is None or at.y >= len(rows):
            return
        left = (self.content_size.width - _length(rows[at.y], gap)) // 2
        for entry in rows[at.y]:
            if left <= at.x < left + entry.columns:
                self.app.simulate_key(entry.key)
            left += entry.columns + len(gap)

    def _follow(self, _screen: Screen[object]) -> None:
        """Update the entries if the bindings have changed, which they seldom have."""
        if self._entries and self._now() != self._entries:
            self.refresh(layout=True)

    def _row(self, entries: list[Entry], gap: str, width: int) -> Strip:
        colours = inks(palette_of(self.app))
        parts = [(" " * ((width - _length(entries, gap)) // 2), colours.soft)]
        for at, entry in enumerate(entries):
            parts += [
                (gap if at else "", colours.soft),
                (entry.shown, colours.glow),
                (f" {entry.word}", colours.soft),
            ]
        return strip(parts)

    def _now(self) -> list[Entry]:
        """A key and a word for each action; of two keys that do the same, only the first."""
        entries: dict[str, Entry] = {}
        listed = [answers for answers in lists_on(self.screen) if answers.display]
        for active in self.screen.active_bindings.values():
            binding = active.binding
            # Keys among the listed answers are left out, except `q`.
            known = binding.key != "q" and any(answers.lists(binding.key) for answers in listed)
            here = binding.key == getattr(self.screen, "HERE", "")
            if binding.show and active.enabled and not known and not here:
                entry = Entry(self.app.get_key_display(binding), binding.description, binding.key)
                entries.setdefault(binding.action, entry)
        found = list(entries.values())
        return few(found if any(entry.key == "q" for entry in found) else [*found, STOP])


def few(entries: list[Entry]) -> list[Entry]:
    """At most four keys, always including the last, which stops, and `?`, which lists the rest."""
    named = [entry for entry in entries if entry.shown != "?"]
    left_out = named[MOST - 1 : -1]
    return [entry for entry in entries if entry not in left_out]


def in_rows(entries: list[Entry], width: int) -> tuple[list[list[Entry]], str]:
    """The entries in as few rows as possible, of about equal length, and the gap between two entries."""
    for gap, sides in ((GAP, SIDES), (NARROW_GAP, 0)):
        if _length(entries, gap) <= width - sides:
            return [entries], gap
    fewest = len(_filled(entries, width))
    narrowest = next(
        columns
        for columns in range(1, width + 1)
        if columns == width or len(_filled(entries, columns)) == fewest
    )
    return _filled(entries, narrowest), GAP


def _filled(entries: list[Entry], width: int) -> list[list[Entry]]:
    rows: list[list[Entry]] = []
    for entry in entries:
        if rows and _length([*rows[-1], entry], GAP) <= width:
            rows[-1].append(entry)
        else:
            rows.append([entry])
    return rows


def _length(entries: list[Entry], gap: str) -> int:
    return sum(entry.columns for entry in entries) + len(gap) * (len(entries) - 1)

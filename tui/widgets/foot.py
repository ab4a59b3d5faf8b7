"""A few words at the foot: the keys that do something now."""

from __future__ import annotations

from rich.cells import cell_len
from textual.geometry import Size
from textual.screen import Screen
from textual.strip import Strip

from tui.widgets.choices import ChoiceList
from tui.widgets.drawn import Drawn, inks, palette_of, strip

GAP = "   "
"""Between two entries."""

MOST = 4
"""Keys that are named, besides `?`."""

Entry = tuple[str, str]
"""A key as it is shown, and a word."""


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
        """As many rows as the entries take that hold now."""
        self._entries = self._now()
        return super().get_content_height(container, viewport, width)

    def rows(self, width: int) -> list[Strip]:
        """`space pause   c closing   …` in the middle, broken between entries where it must be."""
        rows: list[list[Entry]] = []
        for entry in self._entries:
            if rows and _length([*rows[-1], entry]) <= width:
                rows[-1].append(entry)
            else:
                rows.append([entry])
        return [self._row(row, width) for row in rows]

    def _follow(self, _screen: Screen[object]) -> None:
        """The bindings may have changed; most often they have not, or the page is laid out soon anyhow."""
        if self._entries and self._now() != self._entries:
            self.refresh(layout=True)

    def _row(self, entries: list[Entry], width: int) -> Strip:
        colours = inks(palette_of(self.app))
        parts = [(" " * ((width - _length(entries)) // 2), colours.soft)]
        for at, (key, word) in enumerate(entries):
            parts += [(GAP if at else "", colours.soft), (key, colours.glow), (f" {word}", colours.soft)]
        return strip(parts)

    def _now(self) -> list[Entry]:
        """A key and a word for each action; where two keys do the same, the first is enough."""
        entries: dict[str, Entry] = {}
        listed = [answers for answers in self.screen.query(ChoiceList) if answers.display]
        for active in self.screen.active_bindings.values():
            binding = active.binding
            # A key that the page lists among its answers is known already; `q` is named here in any case.
            known = binding.key != "q" and any(answers.lists(binding.key) for answers in listed)
            if binding.show and active.enabled and not known:
                entry = (self.app.get_key_display(binding), binding.description)
                entries.setdefault(binding.action, entry)
        return few(list(entries.values()))


def few(entries: list[Entry]) -> list[Entry]:
    """Four keys at most and `?`, which lists the rest; the last, which stops, is always one of them."""
    named = [entry for entry in entries if entry[0] != "?"]
    left_out = named[MOST - 1 : -1]
    return [entry for entry in entries if entry not in left_out]


def _length(entries: list[Entry]) -> int:
    return sum(cell_len(f"{key} {word}") for key, word in entries) + len(GAP) * (len(entries) - 1)

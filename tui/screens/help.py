"""The page of all keys: each of them once, in two columns that fit any window."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap
from typing import NamedTuple

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.content import Content
from textual.strip import Strip

from tui.screens.help_lines import HelpPage
from tui.screens.library import Library
from tui.screens.mine import MinePage
from tui.screens.pages import TextPage
from tui.screens.player import PlayerPage
from tui.screens.player_keys import KIND_WORDS
from tui.screens.session import SessionPage
from tui.widgets.drawn import Drawn, inks, key_parts, palette_of, strip
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading

GAP = 3
"""Columns between a key and what it does."""

LEAST, BETWEEN = 54, 4
"""The least width of a table of keys, and the gap between two tables, in columns."""

ROWS_AROUND = 12
"""Rows of the page besides the keys: the title, the foot, and empty rows."""

SHARED = (
    (("enter",), "Take what you are on: open it, begin, go on"),
    (("escape",), "Back to where you were; from a session to the list, and it waits"),
    (("up", "down"), "Up and down in a list"),
    (("left", "right"), "Another value, among the settings"),
    (("pageup", "pagedown"), "A page up or down"),
    (("home", "end"), "To the first, to the last"),
    (("j", "k"), "Down and up among the sessions; k also keeps, where a page says so"),
    (("space",), "Pause, for as long as you like; carry on"),
)
"""Keys that several pages share."""

NAMES = {
    "question_mark": "?", "plus": "+", "equals_sign": "=", "minus": "-", "comma": ",", "full_stop": ".",
    "less_than_sign": "<", "greater_than_sign": ">", "left_parenthesis": "(", "right_parenthesis": ")",
    "semicolon": ";", "colon": ":", "exclamation_mark": "!", "asterisk": "*", "number_sign": "#",
    "underscore": "_", "slash": "/", "left": "←", "right": "→", "up": "↑", "down": "↓", "escape": "esc",
    "pageup": "pgup", "pagedown": "pgdn", "ctrl+c": "ctrl-c", "ctrl+p": "ctrl-p", "ctrl+q": "ctrl-q",
    "ctrl+z": "ctrl-z", "delete": "del", "backspace": "bksp",
}  # fmt: skip


class KeyRow(NamedTuple):
    """Keys and what they do; without keys, the name of a group."""

    keys: str
    does: str


class KeysPage(TextPage):
    """All keys."""

    def __init__(self, rows: Sequence[KeyRow]) -> None:
        super().__init__("Keys", Content(""), id="keys")
        self.rows = tuple(rows)

    def compose(self) -> ComposeResult:
        """The title, the keys."""
        with VerticalScroll(id="page"):
            yield Heading(self._title)
            yield KeyTable(self.rows)
        yield Foot()


class KeyTable(Drawn):
    """Keys in one column, descriptions in another; descriptions wrap within their column."""

    def __init__(self, of: Sequence[KeyRow]) -> None:
        super().__init__()
        self._of = of
        self._column = max(cell_len(row.keys) for row in of)

    def rows(self, width: int) -> list[Strip]:
        """The rows, set as many tables side by side as there is room for."""
        most = max(1, (width + BETWEEN) // (LEAST + BETWEEN))
        room = self.app.size.height - ROWS_AROUND
        tables, columns = next(
            (count, columns)
            for count in range(1, most + 1)
            if max(map(len, columns := self._columns(width, count))) <= room or count == most
        )
        each = _width_of_each(width, tables)
        ground = inks(palette_of(self.app)).ink
        between = Strip.blank(BETWEEN, ground)
        drawn: list[Strip] = []
        for row in zip_longest(*columns, fillvalue=Strip([])):
            first, *others = (part.adjust_cell_length(each, ground) for part in row)
            drawn.append(Strip.join([first, *(part for other in others for part in (between, other))]))
        return drawn

    def _columns(self, width: int, count: int) -> list[list[Strip]]:
        return in_columns(self._entries(_width_of_each(width, count)), count)

    def _entries(self, width: int) -> list[list[Strip]]:
        """The rows of each key; a group's name, with an empty row above, belongs to its first key."""
        colours = inks(palette_of(self.app))
        found: list[list[Strip]] = []
        head: list[Strip] = []
        indent = self._column + GAP
        for row in self._of:
            if not row.keys:
                head = [strip([]), strip([(" " * indent + row.does, colours.soft)])]
                continue
            first, *more = wrap(row.does, max(8, width - indent))
            key = f"{row.keys:>{self._column}}"
            shown = key_parts(key, colours.glow, colours.ink)
            rows = [strip([*shown, (" " * GAP + first, colours.ink)])]
            rows += [strip([(" " * indent + text, colours.ink)]) for text in more]
            found.append([*head, *rows])
            head = []
        return found


def _width_of_each(width: int, count: int) -> int:
    return (width - BETWEEN * (count - 1)) // count


def in_columns(entries: Sequence[list[Strip]], count: int) -> list[list[Strip]]:
    """The entries in columns of about equal length; none is split or begins with an empty row."""
    target = -(-sum(map(len, entries)) // count)
    columns: list[list[Strip]] = [[]]
    for entry in entries:
        if len(columns[-1]) >= target:
            columns.append([])
        begins = 0 if columns[-1] or entry[0].text.strip() else 1
        columns[-1] += entry[begins:]
    return columns


def keys_page(
    anywhere: Iterable[object], *, unnamed: bool = False, rehearsal: Iterable[object] = ()
) -> KeysPage:
    """Every key, by what it does.

    Args:
        anywhere: the bindings of the app itself.
        unnamed: do not mention kind words, for somebody who chose the senses track.
        rehearsal: the bindings of a rehearsal, which override others.
    """
    named = {key for keys, _ in SHARED for key in keys}
    rows = [KeyRow("", "anywhere"), *_rows(anywhere, named, unnamed=unnamed)]
    rows += [KeyRow(" ".join(NAMES.get(key, key) for key in keys), does) for keys, does in SHARED]
    for name, bindings in (
        ("in a session", PlayerPage.BINDINGS),
        ("before a session", SessionPage.BINDINGS),
        ("among the sessions", Library.BINDINGS),
        ("among the help lines", HelpPage.BINDINGS),
        ("among your own lines", MinePage.BINDINGS),
    ):
        rows += _group(name, _rows(bindings, named, unnamed=unnamed))
    rows += _group("in the rehearsal", _rows(rehearsal, set(), unnamed=False))
    return KeysPage(rows)


def _group(name: str, rows: Iterable[KeyRow]) -> list[KeyRow]:
    found = list(rows)
    return [KeyRow("", name), *found] if found else []


def _rows(bindings: Iterable[object], named: set[str], *, unnamed: bool) -> Iterator[KeyRow]:
    """Rows for the keys that have none yet; keys that do the same share a row."""
    found: dict[str, list[str]] = {}
    for binding in bindings:
        if isinstance(binding, Binding) and not (unnamed and _names_kind_words(binding)):
            keys = [key for key in binding.key.split(",") if key not in named]
            named.update(keys)
            if keys:
                found.setdefault(binding.tooltip, []).extend(NAMES.get(key, key) for key in keys)
    return (KeyRow(" ".join(keys), does) for does, keys in found.items())


def _names_kind_words(binding: Binding) -> bool:
    return KIND_WORDS in f"{binding.description} {binding.tooltip}".lower()

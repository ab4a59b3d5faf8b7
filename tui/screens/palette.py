"""The command palette: finds pages, sessions and settings by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from tui.screens.searched import SearchedPage
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.foot import Foot
from tui.widgets.search_field import SearchField
from tui.words import page_lines


class Found(NamedTuple):
    """An entry of the palette."""

    label: str
    hint: str
    act: Callable[[], object]
    head: str = ""
    """Its kind; a heading above the first of each kind while nothing is searched for."""
    key: str = ""
    also: str = ""


class Palette(SearchedPage[Callable[[], object]]):
    """A search field and the matching entries; its result is the action to run, or None."""

    TAKES_KEYS = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "take", "choose", id="palette.take", tooltip="Take what one is on"),
        Binding("escape", "close", "back", id="palette.close", tooltip="Back to where you were"),
        Binding("up", "move(-1)", "up", id="palette.up", tooltip="Up", show=False),
        Binding("down", "move(1)", "down", id="palette.down", tooltip="Down", show=False),
        Binding("pageup", "page(-1)", "page up", id="palette.page_up", tooltip="A page up", show=False),
        Binding(
            "pagedown", "page(1)", "page down", id="palette.page_down", tooltip="A page down", show=False
        ),
    ]

    def __init__(self, everything: Sequence[Found]) -> None:
        super().__init__(id="palette")
        self._everything = tuple(everything)

    def compose(self) -> ComposeResult:
        """The field, the list, and a line for when nothing is found."""
        with Vertical(id="board"):
            yield SearchField(page_lines.FIND)
            yield ChoiceList(id="answers", values=True)
            yield Static(page_lines.NOTHING_BY_THAT_NAME, id="nothing", markup=False)
        yield Foot()

    def on_mount(self) -> None:
        """List everything, until something is typed."""
        self.query_one(ChoiceList).can_focus = False
        self.query_one(SearchField).focus()
        self.look_for("")

    def look_for(self, words: str) -> None:
        """List the entries that have all of these words, with the first one marked."""
        answers = self.query_one(ChoiceList)
        answers.offer(found_among(self._everything, words))
        answers.highlighted = 0
        self.query_one("#nothing").display = not answers.offered

    def on_input_changed(self, message: Input.Changed) -> None:
        """Search while the person types."""
        message.stop()
        self.off_the_field = False
        self.look_for(message.value)

    def chosen(self, line: Line) -> None:
        """Close the page, and run the chosen action after that."""
        if isinstance(line, Found):
            self.dismiss(line.act)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def found_among(everything: Sequence[Found], words: str) -> list[Found]:
    """The entries that have all of these words: those whose name matches or starts with them come first."""
    wanted = words.casefold().split()
    if not wanted:
        heads = [found.head for found in everything]
        return [
            found._replace(head="" if found.head == before else found.head)
            for found, before in zip(everything, ["", *heads], strict=False)
        ]
    ranked = [(_rank(found, wanted), found._replace(head="")) for found in everything]
    return [found for rank, found in sorted(ranked, key=lambda each: each[0]) if rank < NOT_FOUND]


NOT_FOUND = 4


def _rank(found: Found, wanted: list[str]) -> int:
    name, text = found.label.casefold(), f"{found.label} {found.hint}".casefold()
    if not all(word in text for word in wanted):
        return NOT_FOUND
    if name.startswith(" ".join(wanted)):
        return 0
    if all(any(part.startswith(word) for part in name.split()) for word in wanted):
        return 1
    return 2 if all(word in name for word in wanted) else 3

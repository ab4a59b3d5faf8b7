"""The small pages of a rehearsal: where to jump, which answer to give, and the page after the end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from sessions.durations import in_short
from sessions.engine.events import Event, Report
from sessions.rehearsal.landmarks import Landmark
from tui.choices import FEELINGS, Choice
from tui.screens.base import Page
from tui.screens.landing import Landing
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading

Result = TypeVar("Result")

KEYS = "123456789"
"""The keys of the first nine places."""


@dataclass(frozen=True, slots=True)
class PlaceLine:
    """A place as a line of the menu."""

    key: str
    landmark: Landmark
    also: str = ""

    @property
    def label(self) -> str:
        """A section by its name, a check-point below it."""
        if self.landmark.segment is None:
            return self.landmark.section
        return f"  check-point: {self.landmark.text or 'in the words of the app'}"

    @property
    def hint(self) -> str:
        """When it comes."""
        return in_short(self.landmark.at)


class Menu(Page[Result | None]):
    """A page with a title and a list; Escape goes back."""

    DEFAULT_CSS = "Menu #page > * { max-width: 76; }"

    TITLE_LINE: ClassVar[str]

    def __init__(self, offered: Sequence[Line]) -> None:
        super().__init__()
        self._offered = offered

    def compose(self) -> ComposeResult:
        """The title, the list, the keys."""
        with VerticalScroll(id="page", can_focus=False):
            yield Heading(self.TITLE_LINE)
            yield ChoiceList(id="places")
        yield Foot()

    def on_mount(self) -> None:
        """Arrow keys move in the list."""
        places = self.query_one(ChoiceList)
        places.offer(self._offered)
        places.focus()

    def action_close(self) -> None:
        """Back to the rehearsal."""
        self.dismiss(None)


class JumpMenu(Menu[Landmark]):
    """Lists sections and check-points; its result is the place to jump to."""

    TITLE_LINE = "Where to?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back", id="jump.close", tooltip="Back to the rehearsal"),
    ]

    def __init__(self, places: Sequence[Landmark]) -> None:
        keys = [*KEYS, *[""] * len(places)]
        super().__init__([PlaceLine(key, place) for key, place in zip(keys, places, strict=False)])

    def chosen(self, line: Line) -> None:
        """Go there."""
        if isinstance(line, PlaceLine):
            self.dismiss(line.landmark)


class AnswerMenu(Menu[Event]):
    """Lists the answers of a check-in; its result is the one to give at the next check-point."""

    TITLE_LINE = "Which answer, at the next check-point?"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "back", id="answer.close", tooltip="Back to the rehearsal"),
    ]

    def __init__(self) -> None:
        super().__init__(tuple(FEELINGS.values()))

    def chosen(self, line: Line) -> None:
        """Give it."""
        if isinstance(line, Choice) and isinstance(line.event, Report):
            self.dismiss(line.event)


class Rehearsed(Landing, inherit_bindings=False):
    """The page after a rehearsal."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "close", "begin", id="rehearsed.begin", tooltip="Begin the rehearsal again"),
    ]

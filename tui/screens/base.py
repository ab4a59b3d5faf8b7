"""The base class of pages: style classes for the window's size, and keys for the listed answers."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widgets import Static

from tui.widgets.cursor import cursor_on
from tui.widgets.lists import lists_on
from tui.windows import MIDDLING, SMALLEST, TALL, WIDE, is_grand
from tui.words.page_lines import SMALL_WINDOW

if TYPE_CHECKING:
    from tui.widgets.choices import ChoiceList, Line

Result = TypeVar("Result")

LIST, STAGE, SHEET = (Path(__file__).with_name(f"{name}.tcss") for name in ("library", "stage", "pages"))
"""The style sheets of the library, the player, and all other pages; relative paths depend on the subclass.
"""


class Page(Screen[Result]):
    """A screen of the app."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [STAGE, SHEET]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny-width"), (SMALLEST[0], "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  # Textual's shape
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  # same
        (0, "-tiny-height"), (SMALLEST[1], "-short"), (MIDDLING, "-middling"), (TALL, "-tall")
    ]  # fmt: skip

    COMMA_IS_SETTINGS: ClassVar[bool] = True
    """Whether the comma opens the settings; the command palette lists them in any case."""

    HERE: ClassVar[str] = ""
    """The key that opens this page; it does nothing here, so the foot leaves it out."""

    TAKES_KEYS: ClassVar[bool] = True
    """Whether the keys of listed answers work wherever the focus is."""

    _told: Size | None = None
    """The size that the page was last told."""
    _styled = False

    async def on_event(self, event: events.Event) -> None:
        """Take each size once: Textual tells a new page its size three times, and lays it out each time."""
        if isinstance(event, events.Resize):
            if event.size == self._told:
                return
            self._told = event.size
        if isinstance(event, events.ScreenResume) and not self._styled:
            self._styled, event.refresh_styles = True, False
        await super().on_event(event)

    def on_compose(self, _event: events.Compose) -> None:
        """Set the classes for the window's size before the first layout.

        Textual sets them after the page has been laid out and drawn, which then has to be done again.
        """
        for measure, steps in zip(
            self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            self.add_class(*[name for least, name in steps or () if measure >= least][-1:], update=False)
        if is_grand(self.app.size):
            self.add_class("-grand", update=False)
        self.app.stylesheet.apply(self)

    def on_mount(self) -> None:
        """Hide the rack of toasts now; Textual does so a moment later, and lays the page out again."""
        self.query("ToastRack").set(display=False)
        self._tell_of_size(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Show a line as long as the window is too small."""
        self._tell_of_size(event.size)
        if is_grand(event.size) != self.has_class("-grand"):
            self.set_class(is_grand(event.size), "-grand")
            self.query("Heading").refresh(layout=True)  # its letters are larger in a grand window

    def _tell_of_size(self, size: Size) -> None:
        tiny = size.width < SMALLEST[0] or size.height < SMALLEST[1]
        said = self.query("#small")
        if tiny and not said:
            self.mount(Static(SMALL_WINDOW, id="small", markup=False))
        elif not tiny:
            said.remove()

    @property
    def cursor(self) -> Offset:
        """Where to put the terminal's cursor: on what the person is at."""
        return cursor_on(self)

    @property
    def halted(self) -> bool:
        """Whether too much or far away was reported on this page."""
        return False

    @property
    def closed(self) -> bool:
        """Whether closing was reported on this page, and kind words have not been asked for since."""
        return False

    @property
    def types(self) -> bool:
        """Whether a line of text is being typed, which every letter belongs to."""
        return False

    @property
    def performs(self) -> bool:
        """Whether a session is performed on this page, or waits on it."""
        return False

    @property
    def on_the_senses(self) -> bool:
        """Whether the person chose the senses track on this page; then the direct track is not mentioned."""
        return False

    def enlarge(self) -> None:
        """Apply a new text size; titles follow that of prompts."""
        for title in self.query("Heading, Masthead"):
            title.refresh(layout=True)

    def tell(self, _line: str) -> bool:
        """Show a line on the page itself; False if it has no place for one."""
        return False

    def take_up(self, _changes: dict[str, Any]) -> None:
        """React to changed settings."""

    def perform_with(self, _changes: dict[str, Any]) -> None:
        """Apply changed settings to the session on this page."""

    def held(self) -> dict[str, Any]:
        """Settings of the session on this page that may differ from the app's."""
        return {}

    def move(self, *, moving: bool) -> None:
        """React to motion being switched on or off."""

    def turned_to(self) -> None:
        """React to the window gaining focus."""

    def chosen(self, line: Line) -> None:
        """React to a listed answer being taken."""

    def take(self, key: str) -> bool:
        """Take the answer with this key, if there is one; False otherwise.

        `q` is never an answer: it stops everything.
        """
        if not self.TAKES_KEYS or key == "q":
            return False
        for answers in lists_on(self):
            line = answers.line(key) if answers.display else None
            if line is not None:
                self.chosen(line)
                return True
        return False

    def on_choice_list_chosen(self, message: ChoiceList.Chosen) -> None:
        """The same, taken in its list."""
        message.stop()
        self.chosen(message.line)

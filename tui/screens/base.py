"""What every page shares: its width and height classes, and keys for the answers it lists."""

from __future__ import annotations

from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual import events, on
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widgets import Static

from tui.widgets.choices import ChoiceList, Line
from tui.widgets.cursor import cursor_on
from tui.widgets.heading import Heading
from tui.windows import MIDDLING, SMALLEST, TALL, WIDE, is_grand
from tui.words.page_lines import SMALL_WINDOW

if TYPE_CHECKING:
    from textual.widgets import Input

Result = TypeVar("Result")

STAGE, SHEET = (Path(__file__).with_name(name) for name in ("stage.tcss", "pages.tcss"))
"""The style sheets of the player, and of all other pages besides.

Absolute paths: a relative one is looked for beside each subclass.
"""


class Page(Screen[Result]):
    """A screen of the app."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = [STAGE, SHEET]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny-width"), (SMALLEST[0], "-narrow"), (WIDE, "-wide")]  # noqa: RUF012  # Textual's shape
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012  # same
        (0, "-tiny-height"), (SMALLEST[1], "-short"), (MIDDLING, "-middling"), (TALL, "-tall")
    ]  # fmt: skip

    COMMA_IS_SETTINGS: ClassVar[bool] = True
    """Whether the comma opens the settings; they are in the palette in any case."""

    HERE: ClassVar[str] = ""
    """The key that opens this page: it does nothing here, so the foot does not name it."""

    TAKES_KEYS: ClassVar[bool] = True
    """Whether the key of a listed answer takes it, wherever the focus is."""

    def on_compose(self, _event: events.Compose) -> None:
        """Be styled for the window there is from the start.

        Textual gives a page the classes of its size once it has been laid out and drawn, and then begins
        again; given here, the first picture is the last one.
        """
        for measure, steps in zip(
            self.app.size, (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS), strict=True
        ):
            self.add_class(*[name for least, name in steps or () if measure >= least][-1:], update=False)
        if is_grand(self.app.size):
            self.add_class("-grand", update=False)

    def on_mount(self) -> None:
        """Put the rack of notices away, as Textual does a moment later: the page would be laid out again."""
        self.query("ToastRack").set(display=False)
        self._tell_of_size(self.app.size)

    def on_resize(self, event: events.Resize) -> None:
        """Say that the window is small, while it is."""
        self._tell_of_size(event.size)
        self.set_class(is_grand(event.size), "-grand")
        for heading in self.query(Heading):
            heading.grand = is_grand(event.size)

    def _tell_of_size(self, size: Size) -> None:
        tiny = size.width < SMALLEST[0] or size.height < SMALLEST[1]
        said = self.query("#small")
        if tiny and not said:
            self.mount(Static(SMALL_WINDOW, id="small", markup=False))
        elif not tiny:
            said.remove()

    @property
    def cursor(self) -> Offset:
        """Where the cursor of the terminal stands, on what the person is at."""
        return cursor_on(self)

    @property
    def halted(self) -> bool:
        """Whether too much or far away was said on this page."""
        return False

    @property
    def closed(self) -> bool:
        """Whether closing was said on this page, and kind words have not been asked for since."""
        return False

    @property
    def types(self) -> bool:
        """Whether a line is being typed, so that every letter belongs to it."""
        return False

    @property
    def performs(self) -> bool:
        """Whether a session is performed on this page, or waits on it."""
        return False

    @property
    def on_the_senses(self) -> bool:
        """Whether the person chose the senses on this page: the other way goes unnamed then."""
        return False

    def enlarge(self) -> None:
        """Take up the size of text that was just chosen: titles are as large as prompts are."""
        for title in self.query("Heading, Masthead"):
            title.refresh(layout=True)

    def tell(self, _line: str) -> bool:
        """Say a line on the page itself; False where it has no place for one."""
        return False

    def take_up(self, _changes: dict[str, Any]) -> None:
        """The person has just changed these settings."""

    def perform_with(self, _changes: dict[str, Any]) -> None:
        """Let these settings hold in a session that was begun with others."""

    def held(self) -> dict[str, Any]:
        """Settings that hold in the session on this page, whatever holds elsewhere."""
        return {}

    def move(self, *, moving: bool) -> None:
        """Take up whether anything may move, which was just chosen."""

    def turned_to(self) -> None:
        """The window has been turned to."""

    def chosen(self, line: Line) -> None:
        """The person took a listed answer."""

    def take(self, key: str) -> bool:
        """Take the answer this key belongs to, at once; False where there is none.

        `q` is not an answer: it stops everything.
        """
        if not self.TAKES_KEYS or key == "q":
            return False
        for answers in self.query(ChoiceList):
            line = answers.line(key) if answers.display else None
            if line is not None:
                self.chosen(line)
                return True
        return False

    @on(ChoiceList.Chosen)
    def _chosen_in_list(self, message: ChoiceList.Chosen) -> None:
        message.stop()
        self.chosen(message.line)


class SearchedPage(Page[Result]):
    """A page with a list to search in: the arrows move in the list, and letters go to the field."""

    off_the_field = False
    """Whether the arrows were used after the last letter that was typed in the field."""

    def action_take(self) -> None:
        """Take what one is on, also from the field."""
        self.query_one(ChoiceList).action_take()

    def action_move(self, step: int) -> None:
        """To the line above or below."""
        self.off_the_field = True
        self.query_one(ChoiceList).action_move(step)

    def action_page(self, step: int) -> None:
        """A page up or down."""
        self.off_the_field = True
        self.query_one(ChoiceList).action_page(step)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Take what one is on."""
        message.stop()
        self.action_take()

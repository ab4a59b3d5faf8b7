"""Pages that are only read, and the notices before a session."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from tui.screens.base import Page
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading
from tui.widgets.prose import Prose

BEFORE = "Before you begin"
ABOUT_WORDS = "About the words"


class TextPage(Page[None]):
    """A title and paragraphs; scrolls in a small window, and has no time limit."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter", "close", "back", id="reading.close", tooltip="Back to where you were"),
    ]

    def __init__(self, title: str, body: Content, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._title = title
        self._body = body

    def compose(self) -> ComposeResult:
        """The title, the text, the keys."""
        with VerticalScroll(id="page"):
            yield Heading(self._title)
            yield Prose(self._body, id="body")
        yield Foot()

    def on_mount(self) -> None:
        """Focus the text, so that arrow keys scroll."""
        self.query_one("#page").focus()

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


def notice_page(paragraphs: tuple[str, ...]) -> TextPage:
    """The notice, to be read again."""
    return TextPage(BEFORE, Content("\n\n".join(paragraphs)), id="notice")


class _BeforePage(Page[bool | None]):
    """Paragraphs before a session; the result False goes on, None goes back."""

    HEADING: ClassVar[str] = BEFORE

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        super().__init__()
        self._paragraphs = paragraphs

    def compose(self) -> ComposeResult:
        """The paragraphs, with empty lines between them."""
        with VerticalScroll(id="page"):
            yield Heading(self.HEADING)
            yield Prose("\n\n".join(self._paragraphs), id="body")
        yield Foot()

    def on_mount(self) -> None:
        """Focus the text, so that arrow keys scroll."""
        self.query_one("#page").focus()

    def action_go_on(self) -> None:
        """Go on to the session."""
        self.dismiss(False)  # noqa: FBT003  # Textual's way to return a value

    def action_close(self) -> None:
        """Go back, without a session."""
        self.dismiss(None)


class NoticePage(_BeforePage):
    """The notice before the first session; its result True also means not to show it again."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", id="notice.go_on", tooltip="On to the session"),
        Binding("k", "keep", "don't show again", id="notice.keep", tooltip="Writes one small file"),
        Binding("escape", "close", "sessions", id="notice.close", tooltip="Back to the sessions"),
    ]  # fmt: skip

    def action_keep(self) -> None:
        """Go on to the session, and remember that the notice was read."""
        self.dismiss(True)  # noqa: FBT003  # Textual's way to return a value


class WordsPage(_BeforePage):
    """The notice before a session whose words may push, promise or judge; shown each time."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", "go on", id="words.go_on", tooltip="On to the session"),
        Binding("escape", "close", "sessions", id="words.close", tooltip="Back to the sessions"),
    ]
    HEADING = ABOUT_WORDS

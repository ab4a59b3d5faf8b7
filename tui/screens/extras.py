"""The pages beside the sessions, and the list of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, VerticalScroll
from textual.content import Content

from tui.ambient import any_number
from tui.screens.base import Page
from tui.screens.lettered import LetteredPage
from tui.screens.pages import TextPage
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading
from tui.widgets.prompt import MEASURE_BELOW, Prompt
from tui.words.extras import paragraphs
from tui.words.extras.one import AFTER, Small, other_than
from tui.words.extras.paragraphs import Passage
from tui.words.extras.titles import TITLES, Extra

_BACK = Binding("escape", "close", "back", id="extras.close", tooltip="Back to where you were")


@dataclass(frozen=True, slots=True)
class ExtraRow:
    """One line of a list."""

    key: str
    label: str
    hint: str = ""
    also: str = ""


ANOTHER = ExtraRow("1", "another one", "by chance")
LESS = ExtraRow("2", "less", "a smaller version of this one", also="l")


def extra_page(what: Extra, turn: int, people: tuple[str, ...] = ()) -> Page[None]:
    """A page beside the sessions; `turn` picks the wording, `people` are the person's own."""
    match what:
        case Extra.SMALL:
            return SmallPage()
        case Extra.COMPANY:
            entries = paragraphs.company_entries(people)
        case Extra.SIGNS:
            entries = paragraphs.sign_entries()
        case Extra.WEEK:
            entries = paragraphs.week_entries(turn)
        case Extra.WORDS:
            entries = paragraphs.word_entries()
        case Extra.QUESTIONS:
            entries = paragraphs.question_entries()
        case Extra.READING:
            entries = paragraphs.reading_entries()
        case Extra.MINE:
            raise AssertionError("the app opens this page by itself, for lines are kept from there")
    return TextPage(TITLES[what].label, _body(entries), id=f"beside-{what.value}")


def _body(entries: Iterable[Passage]) -> Content:
    return Content("\n\n").join(_entry(entry) for entry in entries)


def _entry(entry: Passage) -> Content:
    parts = [Content.styled(entry.heading, "bold")] if entry.heading else []
    return Content("\n").join([*parts, *(Content(text) for text in entry.paragraphs)])


class ExtrasPage(Page["Extra | None"]):
    """The list of these pages; its result is the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [_BACK]

    def compose(self) -> ComposeResult:
        """A title and a list."""
        with VerticalScroll(id="page", can_focus=False):
            yield Heading("Beside the sessions")
            yield ChoiceList(id="answers")
        yield Foot()

    def on_mount(self) -> None:
        """List them, none marked."""
        answers = self.query_one(ChoiceList)
        answers.offer([ExtraRow(str(n), *title) for n, title in enumerate(TITLES.values(), 1)])
        answers.focus()

    def chosen(self, line: Line) -> None:
        """Open that page."""
        self.dismiss(list(TITLES)[int(line.key) - 1])

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)


class SmallPage(LetteredPage):
    """One small thing to do, without a time limit."""

    BINDINGS: ClassVar[list[BindingType]] = [_BACK]

    def __init__(self) -> None:
        super().__init__(id=f"beside-{Extra.SMALL.value}")
        self.small: Small = _by_chance(None)

    def compose(self) -> ComposeResult:
        """The prompt, and the choice of another one or a smaller version."""
        with VerticalScroll(id="stage", can_focus=False):
            yield Prompt(id="prompt")
            yield Prompt(id="line", measure=MEASURE_BELOW)
            with Center(id="lists"):
                yield ChoiceList(id="answers")
        yield Foot()

    def on_mount(self) -> None:
        """Show the prompt, with no answer marked."""
        self._show(self.small.prompt)
        self.enlarge()
        self._list(ANOTHER, LESS)
        line = self.query_one("#line", Prompt)
        line.text, line.display = AFTER, True

    def chosen(self, line: Line) -> None:
        """Show another one, or the smaller version."""
        if line is LESS:
            self._show(self.small.less)
            self._list(ANOTHER)
            return
        self.small = _by_chance(self.small)
        self._show(self.small.prompt)
        self._list(ANOTHER, LESS)

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def _show(self, text: str) -> None:
        prompt = self.query_one("#prompt", Prompt)
        prompt.text = text
        prompt.airy = True

    def _list(self, *rows: ExtraRow) -> None:
        answers = self.query_one(ChoiceList)
        answers.offer(rows)
        answers.focus()


def _by_chance(shown: Small | None) -> Small:
    return other_than(shown, any_number())

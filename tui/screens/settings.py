"""The page of settings: one row each, changed at once, and saved when the person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from tui.keeping import Keeping
from tui.screens.base import Page
from tui.setting_rows import SettingRow, rows, stepped
from tui.settings import Settings
from tui.widgets.choices import ChoiceList, Line
from tui.widgets.foot import Foot
from tui.widgets.heading import Heading
from tui.widgets.prose import Prose
from tui.words import setting_words


@dataclass(frozen=True, slots=True)
class KeepingRow:
    """A row that saves or erases."""

    key: str
    label: str
    head: str = ""
    hint: str = ""
    also: str = ""


KEEP = KeepingRow("", setting_words.KEEP, head=setting_words.KEEPING)
ERASE = KeepingRow("", setting_words.ERASE)


class SettingsPage(Page[None]):
    """All settings; changes take effect at once, also in a session that waits below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        # With priority, since a list uses these keys for horizontal scrolling.
        Binding(
            "right", "step(1)", "change", id="settings.right", tooltip="The next value", key_display="← →",
            priority=True,
        ),
        Binding(
            "left", "step(-1)", "value before", id="settings.left", tooltip="The value before", show=False,
            priority=True,
        ),
        Binding("k", "keep", "keep these", id="settings.keep", tooltip="Keep what was changed, in one file"),
        Binding("escape", "close", "back", id="settings.close", tooltip="Back to where you were"),
    ]  # fmt: skip

    def __init__(
        self,
        now: Callable[[], Settings],
        change: Callable[[dict[str, Any]], str],
        keeping: Keeping,
        name: str = "",
    ) -> None:
        """`now` returns the settings in effect; `change` applies changes, and returns what went wrong.

        `name`: the setting whose row is marked first.
        """
        super().__init__(id="settings-page")
        self._now = now
        self._change = change
        self._keeping = keeping
        self._described = 0
        self._first = name

    def compose(self) -> ComposeResult:
        """The rows, and a few words on the marked one."""
        with Vertical(id="board"):
            yield Heading(setting_words.TITLE)
            yield ChoiceList(id="answers", values=True)
            yield Prose(id="about")
        yield Foot()

    def on_mount(self) -> None:
        """Mark the first row, or the one that was asked for."""
        answers = self.query_one(ChoiceList)
        answers.focus()
        self.show_settings()
        if self._first:
            answers.highlighted = self._place_of(self._first)

    def show_settings(self) -> None:
        """Show the current values."""
        answers = self.query_one(ChoiceList)
        at = answers.highlighted or 0
        listed: list[Line] = [*rows(self._now(), self._keeping.next_time()), KEEP, ERASE]
        answers.offer(listed, stay=True)
        answers.highlighted = at
        self._describe()

    def chosen(self, line: Line) -> None:
        """Step to the next value, wrapping around for people who use one key; or save, or erase."""
        if isinstance(line, SettingRow):
            self.query_one(ChoiceList).highlighted = self._place_of(line.name)
            self._step(line, 1, around=True)
        elif line is KEEP:
            self.action_keep()
        else:
            self._say(self._keeping.erase())

    def action_step(self, step: int) -> None:
        """Step to the next value, or the one before."""
        answers = self.query_one(ChoiceList)
        line = answers.offered[answers.highlighted or 0]
        if isinstance(line, SettingRow):
            self._step(line, step)

    def action_keep(self) -> None:
        """Save the changes."""
        self._say(self._keeping.keep())

    def action_close(self) -> None:
        """Go back."""
        self.dismiss(None)

    def tell(self, line: str) -> bool:
        """Show a line below the rows until another one is marked."""
        self._tell(line)
        return True

    def take_up(self, _changes: dict[str, Any]) -> None:
        """Show a setting that was changed by its own key."""
        self.show_settings()

    def on_choice_list_stood(self, message: ChoiceList.Stood) -> None:
        """Describe the marked row; a message stays until another row is marked."""
        message.stop()
        if message.index != self._described:
            self._describe()

    def _step(self, row: SettingRow, step: int, *, around: bool = False) -> None:
        changes = stepped(self._now(), row.name, step, around=around)
        fault = self._change(changes) if changes else ""
        self.show_settings()
        if fault:
            self._tell(fault)

    def _say(self, line: str) -> None:
        self.show_settings()
        self._tell(line)

    def _tell(self, line: str) -> None:
        for about in self.query("#about").results(Prose):  # none any more while the page is taken away
            about.update(line)

    def _place_of(self, name: str) -> int:
        offered = self.query_one(ChoiceList).offered
        return next(n for n, line in enumerate(offered) if isinstance(line, SettingRow) and line.name == name)

    def _describe(self) -> None:
        answers = self.query_one(ChoiceList)
        self._described = answers.highlighted or 0
        line = answers.offered[self._described]
        if isinstance(line, SettingRow):
            self._tell(f"{setting_words.now(line.hint)} {line.about}")
        else:
            self._tell(self._keeping.where())

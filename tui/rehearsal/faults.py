"""The faults in a file that is open in an editor: a list, and the faulty line as written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from sessions.faults import WHOLE_FILE, Fault
from sessions.reports.excerpt import excerpt
from sessions.reports.report import MOST_SHOWN
from tui.widgets.choices import ChoiceList

LAST_GOOD = "Not playable as saved. The version before is still on."
ADVICE = "It plays. A second look is worth it here:"


@dataclass(frozen=True, slots=True)
class FaultLine:
    """One fault as a line of the list; it has no key."""

    fault: Fault
    key: str = ""
    also: str = ""
    hint: str = ""

    @property
    def label(self) -> str:
        """Line number and id; the message of the marked fault is shown below."""
        place = "" if self.fault.span == WHOLE_FILE else f"line {self.fault.span.line}: "
        return f"{place}{self.fault.id}"


class FaultPanel(VerticalScroll, can_focus=False):
    """Shows the faults of the current version; hidden while there is none."""

    def compose(self) -> ComposeResult:
        """The heading, the list, and the faulty line."""
        yield Static(id="about-faults", markup=False)
        yield ChoiceList(id="fault-list")
        yield Static(id="fault-line")

    def on_mount(self) -> None:
        """Hide it, since there is no fault yet."""
        self.display = False

    def show(self, faults: Sequence[Fault], *, playable: bool) -> None:
        """Show these faults, and the line of the first; `playable` says that they are only advice."""
        self.display = bool(faults)
        self.query_one("#about-faults", Static).update(ADVICE if playable else LAST_GOOD)
        self.list.offer([FaultLine(fault) for fault in faults[:MOST_SHOWN]])
        if faults:
            self.show_line(faults[0])

    @property
    def list(self) -> ChoiceList:
        """The list of faults."""
        return self.query_one("#fault-list", ChoiceList)

    def show_line(self, fault: Fault) -> None:
        """Show where a fault is, the text there, and how to fix it."""
        self.query_one("#fault-line", Static).update(_place(fault))

    @on(ChoiceList.Stood)
    def _stood(self, message: ChoiceList.Stood) -> None:
        message.stop()
        line = self.list.offered[message.index]
        if isinstance(line, FaultLine):
            self.show_line(line.fault)

    @on(ChoiceList.Chosen)
    def _chosen(self, message: ChoiceList.Chosen) -> None:
        message.stop()
        if isinstance(message.line, FaultLine):
            self.show_line(message.line.fault)


def _place(fault: Fault) -> Content:
    parts: list[Content] = []
    if fault.span != WHOLE_FILE:
        line, carets = excerpt(fault)
        number = str(fault.span.line)
        margin = " " * len(number)
        parts.append(Content.assemble((f"{number} | ", "$soft"), line))
        parts.append(Content.assemble((f"{margin} | ", "$soft"), (carets, "$glow")))
    parts.append(Content(f"{fault.id}: {fault.message}"))
    if fault.help:
        parts.append(Content.styled(fault.help, "$soft"))
    return Content("\n").join(parts)

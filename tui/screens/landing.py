"""The page after a session: one plain line, and no score."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from tui.screens.lettered import LetteredPage
from tui.widgets.foot import Foot
from tui.widgets.prompt import MEASURE_BELOW, Prompt, room_below
from tui.words.own_page import KEEP_A_SIGN
from tui.words.page_lines import also_here, to_keep


class Landing(LetteredPage):
    """Says that the session is over, in the same way after landing and after stopping."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "close", "sessions", id="landing.close", tooltip="To the list of sessions"),
        Binding(
            "underscore", "keep_sign", KEEP_A_SIGN, id="landing.keep_sign",
            tooltip="Keep a sign of yours, after the session on signs",
        ),
    ]  # fmt: skip

    def __init__(
        self, line: str, reflect: tuple[str, ...] = (), others: tuple[str, ...] = (), *, signs: bool = False
    ) -> None:
        """`signs`: the session was the one on signs, so a sign may be added to one's own lines."""
        super().__init__()
        self._signs = signs
        self._ending = line
        self._questions = reflect
        self._others = others

    def compose(self) -> ComposeResult:
        """The line, the author's questions to keep, if any, and at most two other sessions by name."""
        with VerticalScroll(id="stage", can_focus=False):
            yield Prompt(id="prompt")
            yield Prompt(id="reflect", measure=MEASURE_BELOW)
            yield Prompt(id="others", measure=MEASURE_BELOW)
        yield Foot()

    def on_mount(self) -> None:
        """Show the line."""
        self._fill("prompt", self._ending)
        self.enlarge()
        self._fill("reflect", "\n".join(to_keep(self._questions)) if self._questions else "")
        self._fill("others", also_here(self._others, room_below(self.app)) if self._others else "")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's signature
        """Allow adding a sign only after the session on signs."""
        return self._signs or action != "keep_sign"

    def action_keep_sign(self) -> None:
        """Open the person's own lines."""
        self.app.call_later(self.app.run_action, "mine('closing')")

    def action_close(self) -> None:
        """Go to the list of sessions."""
        self.dismiss(None)

    def _fill(self, place: str, text: str) -> None:
        prompt = self.query_one(f"#{place}", Prompt)
        prompt.text = text
        prompt.display = bool(text)

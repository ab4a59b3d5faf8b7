"""A few words at the foot: the keys that do something now."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget

from tui.widgets.choices import ChoiceList

GAP = "   "
"""Between two entries."""


class Foot(Widget):
    """Lists the bindings of the screen that are meant to be shown and work now."""

    DEFAULT_CSS = """
    Foot { dock: bottom; width: 1fr; height: auto; padding: 0 2 1 2; content-align: center middle;
           text-align: center; color: $soft; }
    """

    _shown: Content | None = None

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        """The bindings may have changed; most often they have not."""
        if self._words() != self._shown:
            self.refresh(layout=True)

    def render(self) -> RenderResult:
        """The words, as they are now."""
        self._shown = self._words()
        return self._shown

    def _words(self) -> Content:
        """`space pause   c closing   …`, broken between entries where it must be."""
        width = max(20, self.app.size.width - 4)
        lines: list[Content] = []
        for entry in self._entries():
            longer = Content(GAP).join([*lines[-1:], entry])
            if lines and longer.cell_length <= width:
                lines[-1] = longer
            else:
                lines.append(entry)
        return Content("\n").join(lines)

    def _entries(self) -> Iterable[Content]:
        """A key and a word for each action; where two keys do the same, the first is enough."""
        entries: dict[str, Content] = {}
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled and not self._listed(active.binding.key):
                key = self.app.get_key_display(active.binding)
                entry = Content.assemble((key, "bold $glow"), f" {active.binding.description}")
                entries.setdefault(active.binding.action, entry)
        return entries.values()

    def _listed(self, key: str) -> bool:
        """Whether the page lists this key among its answers already; `q` is named at the foot in any case."""
        return key != "q" and any(
            answers.display and answers.line(key) for answers in self.screen.query(ChoiceList)
        )

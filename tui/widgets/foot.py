"""A few words at the foot: the keys that do something now."""

from __future__ import annotations

from textual.app import RenderResult
from textual.content import Content
from textual.screen import Screen
from textual.widget import Widget


class Foot(Widget):
    """Lists the bindings of the screen that are meant to be shown and work now."""

    DEFAULT_CSS = """
    Foot { dock: bottom; width: 1fr; height: auto; padding: 0 2 1 2; content-align: center middle;
           text-align: center; color: $soft; }
    .-short Foot { padding: 0 1; }
    """

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._follow)

    def _follow(self, _screen: Screen[object]) -> None:
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        """`space pause   c closing   …`, wrapped between entries where it must be."""
        entries = []
        for active in self.screen.active_bindings.values():
            if active.binding.show and active.enabled:
                key = self.app.get_key_display(active.binding)
                # No-break spaces keep a key beside its word when the line is wrapped.
                words = active.binding.description.replace(" ", "\N{NO-BREAK SPACE}")
                entries.append(Content.assemble((f"{key}\N{NO-BREAK SPACE}", "bold $glow"), words))
        return Content("   ").join(entries)

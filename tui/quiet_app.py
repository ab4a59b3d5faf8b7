"""The part of the app that keeps the start short and the terminal still."""

from __future__ import annotations

import os

from textual.app import App
from textual.driver import Driver

from tui.loading import settle


class QuietApp(App[str]):
    """A Textual app that reads its sheets once, sleeps while nothing is typed, and never beeps.

    What it uses of Textual beyond the documented API: `_disable_tooltips` and `_set_pointer_shape`.
    """

    def __init__(self) -> None:
        super().__init__()
        # No page has any, and each would carry a widget for them.
        self._disable_tooltips = True

    def on_mount(self) -> None:
        """What was loaded until here is kept for good, as soon as it has been drawn."""
        self.call_after_refresh(settle)

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002  # Textual's signature
        """Read the sheets once, with the first page, and in the colours that hold then."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """A driver that sleeps while nothing is typed, where the system has terminals as Unix has them."""
        if os.name != "posix" or "TEXTUAL_DRIVER" in os.environ:
            return super().get_driver_class()
        from tui.terminal.driver import QuietDriver  # noqa: PLC0415  # Unix alone can load it

        return QuietDriver

    def bell(self) -> None:
        """Never: the terminal's own bell is none that was switched on (care guide rule 16)."""

    def _set_pointer_shape(self, shape: str) -> None:
        """Never: the sequence ends with a BEL, and a console that does not know it beeps."""

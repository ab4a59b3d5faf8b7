"""The base of the app: Textual without beeps and idle work, with its keys translated and crashes noticed."""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from textual import events
from textual.app import App
from textual.driver import Driver
from textual.geometry import Offset
from textual.screen import Screen

from tui.loading import settle
from tui.terminal.capabilities import CONSOLE, is_hosted
from tui.terminal.key_events import STOPS, meant
from tui.terminal.keyboards import LETTER_Q, Keyboard, language_of
from tui.themes import NIGHT, PALETTES, Palette, palettes, theme

HOME = Offset(0, 0)

if TYPE_CHECKING:
    from tui.terminal.colours import Depth


class QuietApp(App[str]):
    """A Textual app that reads its style sheets once, sleeps while nothing is typed, and never beeps.

    What it uses of Textual beyond the documented API: `_disable_tooltips`, `_set_pointer_shape`, `_driver`,
    `_loop`, `_exception`, `_handle_exception`, `_fatal_error`, `_filters` and `_clipboard`; of a screen,
    `_push_result_callback`.
    """

    _has_looks = False
    """Whether our own looks are known to Textual."""

    def __init__(self) -> None:
        super().__init__()
        # No page has tooltips, and Textual would add a widget for them to each.
        self._disable_tooltips = True
        self._has_looks = True
        self.keyboard = Keyboard(language_of(os.environ))
        self._thread_fault: Exception | None = None
        self.depth: Depth | None = None
        for palette in PALETTES.values():
            self.register_theme(theme(palette))

    @property
    def palette(self) -> Palette:
        """The palette of the current look, for the colours that the terminal has."""
        return palettes(self.depth).get(self.theme, NIGHT)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's cursor is left after each drawing, as the page decides."""
        found: Offset = getattr(self.screen, "cursor", HOME) if self.screen_stack else HOME
        return found

    @cursor_position.setter
    def cursor_position(self, _place: Offset) -> None:
        """Ignore it: input fields set it, and the page takes them into account itself."""

    @property
    def has_quadrants(self) -> bool:
        """Whether the terminal's font has quarter blocks; that of a console has only half blocks."""
        return self.depth is None or self.depth.name != "FEW"

    def draw_in(self, depth: Depth) -> None:
        """Draw in the colours that the terminal has; called before the app runs."""
        self.depth = depth
        self.console._color_system = depth.value  # noqa: SLF001  # Rich offers no other way
        for palette in palettes(depth).values():
            self.register_theme(theme(palette))
        if depth is not depth.FULL:
            from tui.terminal.colours import FewerColours  # noqa: PLC0415  # most terminals show all

            self._filters.append(FewerColours(depth))

    def on_mount(self) -> None:
        """Freeze what has been loaded, once the first page is drawn."""
        self.call_after_refresh(settle)
        asyncio.get_running_loop().set_exception_handler(self._broken_in_loop)
        # Another program has had the terminal meanwhile, and drawn over it.
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))

    @property
    def broken(self) -> Exception | None:
        """The exception that ended the app, if any; reported once the terminal is given back."""
        return self._exception or self._thread_fault

    def give_back(self) -> None:
        """Give the terminal back, however the app has ended; does nothing if that is done already."""
        give_back = getattr(self._driver, "give_back", None)
        if give_back is not None:
            give_back()

    async def on_event(self, event: events.Event) -> None:
        """Translate each key to the one in the same place of a Latin keyboard, unless it is typed as text."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            event = self._meant(event)
        await super().on_event(event)

    def _meant(self, event: events.Key) -> events.Key:
        key = meant(event, self.keyboard)
        if key is event or (key.key not in STOPS and event.key in self.screen.active_bindings):
            return event
        return event if self._is_text(event, key) else key

    def _is_text(self, event: events.Key, key: events.Key) -> bool:
        """Whether a key is text for a field; a letter is, even one of another script on the key of `q`.

        Otherwise no line could begin with that letter. For the letter q itself, the field decides.
        """
        field = self.focused
        if field is None or not field.check_consume_key(event.key, event.character):
            return False
        is_q = (event.character or "") in LETTER_Q
        return not is_q or field.check_consume_key(key.key, key.character)

    def put_away(self, below: Callable[[], Screen[Any]]) -> None:
        """Remove the top page; if it is the only one, put the page that `below` makes in its place."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
            return
        self.screen._push_result_callback(self.screen, None)  # noqa: SLF001  # Textual expects one, and gives the first page none
        self.switch_screen(below())

    def _fatal_error(self) -> None:
        """End without Textual's traceback, which would show what the person chose."""
        self._close_messages_no_wait()

    def _broken_in_loop(self, _loop: object, context: dict[str, Any]) -> None:
        """End the app when a callback of the event loop fails; the loop would go on without it."""
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)

    def broken_in_thread(self, fault: threading.ExceptHookArgs) -> None:
        """End the app when a thread fails, which would go unnoticed; for `threading.excepthook`."""
        if isinstance(fault.exc_value, Exception):
            self._thread_fault = fault.exc_value
            if self._loop is not None:
                with suppress(RuntimeError):  # the loop has ended already
                    self._loop.call_soon_threadsafe(self._handle_exception, fault.exc_value)

    def get_css_variables(self) -> dict[str, str]:
        """The colours of the look; none before there are looks, or Textual would first compute its own."""
        return super().get_css_variables() if self._has_looks else {}

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002  # Textual's signature
        """Read the style sheets once, with the first page, in the colours of that moment."""
        if self.screen_stack:
            super().refresh_css(animate)
        else:
            self.stylesheet.set_variables(self.get_css_variables())

    def get_driver_class(self) -> type[Driver]:
        """Our driver, which sleeps while nothing is typed, on systems with Unix terminals."""
        if os.name != "posix" or is_hosted():
            return super().get_driver_class()
        from tui.terminal.driver import QuietDriver  # noqa: PLC0415  # it can be loaded on Unix only

        return QuietDriver

    def copy_to_clipboard(self, text: str) -> None:
        """Ask the terminal to copy (OSC 52), ended by ST: a BEL would beep where OSC 52 is not known."""
        self._clipboard = text
        if self._driver is not None and os.environ.get("TERM") != CONSOLE:
            import base64  # noqa: PLC0415  # seldom needed

            self._driver.write(f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x1b\\")

    def bell(self) -> None:
        """Do nothing: the terminal's own bell was never switched on by the person (care guide rule 16)."""

    def _set_pointer_shape(self, shape: str) -> None:
        """Do nothing: the sequence ends with a BEL, so a console that does not know it would beep."""

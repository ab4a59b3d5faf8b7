"""A terminal driver that sleeps while nothing is typed, knows whether its output arrives, and ends at once.

Textual's own driver checks ten times a second whether it should end, which costs more CPU time than a quiet
session, and makes ending slow. This one waits for a byte from the terminal or from a pipe of its own.
Textual's driver also blocks, with the whole program, on a terminal that reads nothing, once thirty writes are
queued; this one writes from a thread that can be left behind, and asks the terminal whether output has
arrived.

Textual's driver restores the terminal when the app ends by itself. This one also does so on a signal, and
sets the terminal up again after the program was stopped without warning (SIGSTOP).

What it uses of Textual beyond the documented API: `write`, `close`, `process_message`,
`run_input_thread`, `disable_input`, `start_application_mode`, `stop_application_mode`,
`suspend_application_mode`, `resume_application_mode`, `SignalResume`, `fileno`, `input_tty`, `attrs_before`,
`_auto_restart`, `_must_signal_resume`, `_sigtstp_application`, `_sigcont_application`,
`_enable_mouse_support`, `_run_input_thread`, `_loop`, `_key_thread`, and `App._handle_exception`.
"""

from __future__ import annotations

import codecs
import os
import selectors
import signal
import termios
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import partial
from typing import Any, Protocol, runtime_checkable

from textual import events
from textual.app import App, ScreenError
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from sessions.clock import MachineClock
from tui.terminal import ground
from tui.terminal.asking import Asking
from tui.terminal.endings import Endings
from tui.terminal.key_events import STOPS, meant
from tui.terminal.keyboards import Keyboard
from tui.terminal.modes import GIVE_BACK, KEYBOARD_ANEW, TAKE_AGAIN
from tui.terminal.outlet import Delivery, Shown
from tui.terminal.parsing import TICK, Parsing
from tui.terminal.typeahead import Typeahead
from tui.terminal.writer import Writer

RETRY = 0.003
"""Seconds until queued input is offered again to an app that is busy with the key before."""


@runtime_checkable
class HasKeyboard(Protocol):
    """An app that uses what is learnt here about the keyboard layout."""

    keyboard: Keyboard


@runtime_checkable
class FollowsGround(Protocol):
    """An app whose look may follow the terminal's background."""

    def wants_ground(self) -> bool:
        """Whether to ask the terminal for its background colour."""

    def stand_on(self, *, light: bool) -> None:
        """React to the terminal's background being light or dark."""


class QuietDriver(LinuxDriver):
    """Reads the terminal without polling, and is the outlet of the runs shown on it."""

    def __init__(self, app: App[Any], **kwargs: Any) -> None:
        super().__init__(app, **kwargs)
        self._ends: list[int] = []
        """Pipe ends, one for each running input thread; a byte ends the thread."""
        self._keyboard = app.keyboard if isinstance(app, HasKeyboard) else Keyboard()
        self._typed = Typeahead[Message]()
        self._parsing = Parsing(self._keyboard, lambda: self._typed.is_full, debug=self._debug)
        self._offering = False
        self._asked_for_ground = False
        assert self._file is not None, "a terminal to draw on has a stream for it"  # noqa: S101
        self._encoding = self._file.encoding
        now = MachineClock().now
        self._writer = Writer(self._file.fileno(), now, self._tell)
        self._asking = Asking(self._put, now)
        self._aside = Delivery(now, patience=0.0)
        """In transit while the shell has the terminal, so that a suspended session is found paused."""
        self._endings = Endings(self.give_back)
        self._raw: list[Any] | None = None
        """The terminal's attributes while it is ours; None while it is not."""
        if isinstance(app, Shown):
            app.outlet = self

    def lost(self) -> float:
        """See `Outlet`; the earliest of the three losses."""
        return max(self._writer.lost(), self._asking.lost(), self._aside.lost())

    def write(self, data: str) -> None:
        """Queue output; returns at once, however long the terminal takes."""
        self._asking.write(data)

    def _put(self, text: str) -> None:
        self._writer.write(text.encode(self._encoding, "replace"))

    def _tell(self) -> None:
        """Make the app check whether the person was lost, now that output has arrived late."""
        self.send_message(self.SignalResume())

    def process_message(self, message: Message) -> None:
        """Handle the terminal's answers here, and pass everything else on."""
        if not isinstance(message, events.CursorPosition):
            super().process_message(message)
        elif self._asking.answered():
            self._tell()

    def start_application_mode(self) -> None:
        """Take the terminal, and start asking it once it no longer echoes its answers."""
        if self._raw is not None:
            return
        self._endings.watch()
        self._endings.hold()
        before = self._key_thread
        super().start_application_mode()  # type: ignore[no-untyped-call]  # the library leaves it open
        if self._key_thread is not before:  # in the background, it returns without having started
            self._ours()
        self._endings.let_go()

    def _ours(self) -> None:
        """Set up what Textual does not, now that the terminal is ours."""
        self._raw = self._set_up()
        self.write(KEYBOARD_ANEW)
        signal.signal(signal.SIGINT, self._interrupt)
        if self.input_tty:
            self._asking.start()
            self._ask_for_ground()

    def _ask_for_ground(self) -> None:
        """Ask for the background colour, only once: the look follows the terminal at the start.

        The query for the cursor position that follows is answered later, and its answer is waited for at the
        end, so neither answer can reach the shell.
        """
        app = self._app
        if not self._asked_for_ground and isinstance(app, FollowsGround) and app.wants_ground():
            self._asked_for_ground = True
            self._parsing.await_ground(self._on_ground)
            self.write(ground.QUESTION)

    def _on_ground(self, answer: str) -> None:
        light = ground.is_light(answer)
        if light is not None and isinstance(self._app, FollowsGround):
            self.send_message(events.Callback(partial(self._app.stand_on, light=light)))

    def stop_application_mode(self) -> None:
        """Give the terminal back; if it is stuck, drop all pending output but the last message."""
        if self._raw is None:
            return
        self._endings.hold()
        self._asking.stop()
        if not self._writer.settle():
            self._writer.drop()
        super().stop_application_mode()
        self._raw = None
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self._endings.let_go()
        self._endings.forget()

    def give_back(self) -> None:
        """Give the terminal back at once, whatever else is going on; does nothing if it is not ours."""
        if self._raw is None:
            return
        self._raw = None
        self._end_threads()
        self._writer.abandon(GIVE_BACK.encode())
        if self.attrs_before is not None and self._in_front():
            termios.tcflush(self.fileno, termios.TCIFLUSH)
            termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)

    def _set_up(self) -> list[Any]:
        try:
            return termios.tcgetattr(self.fileno)
        except termios.error:  # not a terminal: there is nothing to set up
            return []

    def _in_front(self) -> bool:
        """Whether our process group is in the foreground, or there is no shell."""
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:  # no job control on this terminal
            return True

    def _interrupt(self, *_: object) -> None:
        """Handle SIGINT, which no key sends here: leave as at `q`; a second one ends the program at once."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.send_message(events.Callback(self._leave))

    async def _leave(self) -> None:
        await self._app.run_action("app.stop")

    def _sigtstp_application(self, *_: object) -> None:
        """Stop as the shell expects; without a shell that could resume us, go on at once.

        The whole process group is stopped, as by Ctrl-Z, so that a shell script that waits for us stops too.
        """
        self._must_signal_resume = self._raw is not None
        self.suspend_application_mode()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._sigcont_application()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal, or set it up again after a stop that left no time to give it back."""
        if self._raw is None:
            self.resume_application_mode()
        elif self._in_front():
            self._take_again()
        else:
            os.kill(os.getpid(), signal.SIGSTOP)

    def _take_again(self) -> None:
        if self._raw:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self._raw)
        self.write(TAKE_AGAIN)
        self._enable_mouse_support()
        self._tell()

    def close(self) -> None:
        """Wait until all is written, but not for a terminal that takes nothing."""
        super().close()
        self._writer.settle()

    def suspend_application_mode(self) -> None:
        """Give the terminal to the shell."""
        self._aside.sent()
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take it back; the resume signal that follows informs the app."""
        self._aside.taken()
        super().resume_application_mode()

    def disable_input(self) -> None:
        """Wake the input thread so that it ends; another one starts when the program is resumed."""
        self._end_threads()
        super().disable_input()

    def _run_input_thread(self) -> None:
        """Read input; an exception ends the app, as any other does."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001  # without the thread, the app would read no keys
            self.send_message(events.Callback(partial(self._app._handle_exception, error)))  # noqa: SLF001  # see above

    def _end_threads(self) -> None:
        for end in self._ends:
            os.write(end, b".")
        self._ends = []

    def run_input_thread(self) -> None:
        """Read input and pass it on, until `disable_input`.

        A program that was stopped without warning gets a second thread when it goes on; the first one ends
        then.
        """
        self._end_threads()
        ending, end = os.pipe()
        self._ends.append(end)
        decode = codecs.getincrementaldecoder("utf-8")("replace").decode
        with selectors.DefaultSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            selector.register(ending, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                ready = {key.fd for key, _ in selector.select(TICK if self._parsing.looks else None)}
                if ending in ready:
                    return
                if not ready:
                    self._hand_on(self._parsing.look(answer_due=self._asking.is_open))
                elif not self._feed(decode):
                    return

    def _feed(self, decode: Callable[[bytes], str]) -> bool:
        """Read what was typed; False if the terminal is gone."""
        data = b""
        with suppress(OSError):
            data = os.read(self.fileno, 1 << 12)
        if not data:
            self._app.call_later(self._app.exit)
            return False
        self._hand_on(self._parsing.feed(decode(data)))
        return True

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)

    def send_message(self, message: Message) -> None:
        """Pass a message to the app; input is queued until the app has handled the input before."""
        if not isinstance(message, events.InputEvent | events.Paste):
            super().send_message(message)
            return
        if isinstance(message, events.MouseMove) and isinstance(self._typed.last, events.MouseMove):
            self._typed.replace_last(message)
        else:
            stops = isinstance(message, events.Key) and meant(message, self._keyboard).key in STOPS
            self._typed.put(message, stops=stops)
        if not self._offering:
            self._offering = True
            with suppress(RuntimeError):  # the app has ended
                self._loop.call_soon_threadsafe(self._offer)

    def _offer(self) -> None:
        """Post queued input, one after the other; runs in the app's event loop."""
        self._offering = False
        while not self._is_busy() and (message := self._typed.take()) is not None:
            self._app.post_message(message)
        if self._typed:
            self._offering = True
            self._loop.call_later(RETRY, self._offer)

    def _is_busy(self) -> bool:
        """Whether the app is still handling earlier input."""
        with suppress(ScreenError):
            screen = self._app.screen
            return any(
                one.message_queue_size for one in (self._app, screen, screen.focused) if one is not None
            )
        return False

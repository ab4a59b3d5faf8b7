"""A terminal driver that sleeps while nothing is typed, knows whether it is read, and leaves at once.

Textual's own looks ten times a second whether it should end, which costs more than a quiet session does,
and takes up to two such looks to leave. This one waits for a byte from the terminal or from a pipe of its
own. Textual's also waits for a terminal that reads nothing, once thirty writes are due, and with it the whole
program; this one writes from a thread that can be left behind, and asks the terminal whether it is there.

Textual's gives the terminal back where the app leaves by itself. This one does so at a signal as well, and
takes it again as it was where the program was stopped without warning.

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
"""Seconds until what waits is offered again to an app that is busy with the key before."""


@runtime_checkable
class HasKeyboard(Protocol):
    """An app that goes by what is learnt here of the board in use."""

    keyboard: Keyboard


@runtime_checkable
class FollowsGround(Protocol):
    """An app whose look may go with the terminal."""

    def wants_ground(self) -> bool:
        """Whether the terminal is to be asked."""

    def stand_on(self, *, light: bool) -> None:
        """The ground of the terminal is light, or dark."""


class QuietDriver(LinuxDriver):
    """Reads the terminal without polling, and is the outlet of what is performed there."""

    def __init__(self, app: App[Any], **kwargs: Any) -> None:
        super().__init__(app, **kwargs)
        self._ends: list[int] = []
        """Where a byte ends an input thread; one for each that runs."""
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
        """Out while the shell has the terminal: whoever puts a session aside finds it paused."""
        self._endings = Endings(self.give_back)
        self._raw: list[Any] | None = None
        """How the terminal is set up while it is ours; None while it is not."""
        if isinstance(app, Shown):
            app.outlet = self

    def lost(self) -> float:
        """See `Outlet`; whichever was first."""
        return max(self._writer.lost(), self._asking.lost(), self._aside.lost())

    def write(self, data: str) -> None:
        """Put out; returns at once, however long the terminal takes."""
        self._asking.write(data)

    def _put(self, text: str) -> None:
        self._writer.write(text.encode(self._encoding, "replace"))

    def _tell(self) -> None:
        """Have the app look whether somebody was lost, now that something has arrived late."""
        self.send_message(self.SignalResume())

    def process_message(self, message: Message) -> None:
        """Take answers from the terminal; hand everything else on."""
        if not isinstance(message, events.CursorPosition):
            super().process_message(message)
        elif self._asking.answered():
            self._tell()

    def start_application_mode(self) -> None:
        """Take the terminal, and ask it whether it is there as soon as it no longer shows what it answers."""
        if self._raw is not None:
            return
        self._endings.watch()
        self._endings.hold()
        before = self._key_thread
        super().start_application_mode()  # type: ignore[no-untyped-call]  # the library leaves it open
        if self._key_thread is not before:  # in the background it returns without having begun
            self._ours()
        self._endings.let_go()

    def _ours(self) -> None:
        """The shell has left the terminal to us: take note, and ask for what Textual does not ask for."""
        self._raw = self._set_up()
        self.write(KEYBOARD_ANEW)
        signal.signal(signal.SIGINT, self._interrupt)
        if self.input_tty:
            self._asking.start()
            self._ask_for_ground()

    def _ask_for_ground(self) -> None:
        """Once: the look goes with the terminal that the program was started in.

        The question for the cursor that follows is answered after it, and is waited for at the end: so no
        answer comes when the shell is back.
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
        """Give the terminal back; of what it has not taken for long, only the last words."""
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
        """Give the terminal back at once, whatever is under way; nothing where it is not ours."""
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
        except termios.error:  # no terminal: there is nothing to set up
            return []

    def _in_front(self) -> bool:
        """Whether the shell, if there is one, has left the terminal to us."""
        try:
            return os.tcgetpgrp(self.fileno) == os.getpgrp()
        except OSError:  # a terminal that no shell hands round
            return True

    def _interrupt(self, *_: object) -> None:
        """SIGINT, which no key sends here: leave as at `q`; a second one does not wait for that."""
        signal.signal(signal.SIGINT, signal.default_int_handler)
        self.send_message(events.Callback(self._leave))

    async def _leave(self) -> None:
        await self._app.run_action("app.stop")

    def _sigtstp_application(self, *_: object) -> None:
        """Stop as the shell wants it, and go on at once where there is no shell that could end that.

        The whole group is stopped, as by Ctrl-Z in a terminal: a shell script that waits for us stops too.
        """
        self._must_signal_resume = self._raw is not None
        self.suspend_application_mode()
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        os.kill(0, signal.SIGTSTP)
        signal.signal(signal.SIGTSTP, self._sigtstp_application)
        self._sigcont_application()

    def _sigcont_application(self, *_: object) -> None:
        """Take the terminal, or take it again after a stop that gave no time to give it back."""
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
        """Wait for the last words, but not for a terminal that takes none."""
        super().close()
        self._writer.settle()

    def suspend_application_mode(self) -> None:
        """Give the terminal to the shell."""
        self._aside.sent()
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take it back; the app is told by the resume signal that follows."""
        self._aside.taken()
        super().resume_application_mode()

    def disable_input(self) -> None:
        """Wake the input thread, so that it ends now; it starts again when the program is resumed."""
        self._end_threads()
        super().disable_input()

    def _run_input_thread(self) -> None:
        """Wait for input; what goes wrong there ends the app as anything else does."""
        try:
            self.run_input_thread()
        except Exception as error:  # noqa: BLE001  # a thread that ends by itself leaves an app that hears nothing
            self.send_message(events.Callback(partial(self._app._handle_exception, error)))  # noqa: SLF001  # see above

    def _end_threads(self) -> None:
        for end in self._ends:
            os.write(end, b".")
        self._ends = []

    def run_input_thread(self) -> None:
        """Wait for input and hand it on, until `disable_input`.

        A program that was stopped without warning gets a second thread when it goes on: the first ends then.
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
        """Read what was typed; False where the terminal is gone."""
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
        """Hand a message to the app; input waits until the app has done with what came before."""
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
        """Post one input after the other; runs in the loop of the app."""
        self._offering = False
        while not self._is_busy() and (message := self._typed.take()) is not None:
            self._app.post_message(message)
        if self._typed:
            self._offering = True
            self._loop.call_later(RETRY, self._offer)

    def _is_busy(self) -> bool:
        """Whether input is still on its way through the app."""
        with suppress(ScreenError):
            screen = self._app.screen
            return any(
                one.message_queue_size for one in (self._app, screen, screen.focused) if one is not None
            )
        return False

"""Bell and voice as a performer sees them: ask, and go on at once.

    performer ──play, speak…────> Player ──pipe──> helper process ──> sound server
              <──status, on_fault──       <──pipe──

No method but `close` and the two `wait_…` ever blocks, and none raises. A helper is started by a thread, on
`start` or with the first `play`. When it fails, the fault is told once a run; a later bell tries again with a
new helper, since headphones come back and sound servers are restarted.
"""

import atexit
import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import replace
from threading import Condition, Thread
from typing import Any

from audio.clock import now
from audio.helper_process import started
from audio.status import PlayerState, Status, fault_line, instead_line, mute_line
from audio.system_errors import reason_of
from audio.voices.base import Wish
from audio.wire import line, message

MAX_HELPERS = 4
"""How often a run tries to get a helper; a system without sound is not asked at every bell."""

LEAVE_SECONDS = 0.8
"""What a helper gets to fade and leave by itself once its stdin is closed; a healthy one needs under 0.4."""

END_SECONDS = 0.3
"""What it gets after each signal that ends it."""


class Player:
    """Rings bells through a helper process.

    Args:
        backend: `auto`, `simpleaudio`, `miniaudio`, `command` or `silent`.
        on_fault: called with one plain line, at most once for each kind of fault, from the player's own
            thread; a Textual app hands over `lambda line: loop.call_soon_threadsafe(show, line)`. The
            callback must not call `close`.
    """

    def __init__(self, backend: str = "auto", on_fault: Callable[[str], None] | None = None) -> None:
        self._wanted = backend
        self._on_fault = on_fault
        self._change = Condition()  # guards everything below, and is held for moments only
        self._status = Status()
        self._thread: Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._unsent: list[bytes] = []
        self._holds: dict[str, bytes] = {}
        self._avoid: list[str] = []
        self._helpers = 0
        self._last = 0
        self._quiet = 0
        self._faults: list[str] = []
        self._noted: set[str] = set()

    @property
    def status(self) -> Status:
        """What is known now."""
        return self._status

    def start(self) -> None:
        """Get a helper in the background, so that the first bell is not late."""
        with self._change:
            self._start()

    def play(self, tone: str, strikes: int = 1) -> None:
        """Ring `bowl`, `chime` or `wood`; several strikes are spaced as suits the tone."""
        with self._change:
            self._start()
            self._last += 1
            self._send(line(do="play", tone=tone, strikes=strikes, at=now(), id=self._last))

    def tick(self) -> None:
        """A soft tick of wood: the words have changed."""
        with self._change:
            self._start()
            self._send(line(do="tick"))

    def fade_out(self) -> None:
        """Draw what sounds to nothing within a quarter of a second, and forget all still to come."""
        with self._change:
            self._send(line(do="fade"))

    def set_levels(self, bell: float = 1.0, voice: float = 1.0) -> None:
        """How loud bells and words are, as factors from 0 to 1; what sounds changes at once."""
        self._keep("level", line(do="level", bell=bell, voice=voice))

    def use_voice(self, wish: Wish) -> None:
        """Speak with this voice from now on; nothing is started by this alone."""
        self._keep("voice", line(do="voice", wish=wish.fields))

    def ahead(self, texts: Sequence[str]) -> None:
        """What may have to be said next: these are made, and whatever else was made is forgotten."""
        with self._change:
            self._start()
            self._send(line(do="ahead", texts=list(texts)))

    def speak(self, texts: Sequence[str]) -> None:
        """Say these texts, one after the other, once what is being said is over.

        Without any, what is being said is finished, and nothing follows.
        """
        with self._change:
            if texts:
                self._start()
            self._last += 1
            self._send(line(do="speak", texts=list(texts), at=now(), id=self._last))

    def sample(self, texts: Sequence[str]) -> None:
        """Say these if nothing is being said, so that a loudness can be heard."""
        with self._change:
            self._start()
            self._send(line(do="sample", texts=list(texts), at=now()))

    def hush(self) -> None:
        """Draw the voice to nothing, and forget all that it might have said."""
        with self._change:
            self._send(line(do="hush"))

    def hold(self) -> None:
        """Draw the voice to nothing, and keep its sentence for `go_on`."""
        with self._change:
            self._send(line(do="hold"))

    def go_on(self) -> None:
        """Say the sentence that was held, from its start."""
        with self._change:
            self._send(line(do="go_on"))

    def wait_voice(self, seconds: float) -> Status:
        """Wait until it is known whether there is a voice; blocks, so for commands, not for screens."""
        with self._change:
            self._change.wait_for(lambda: self._status.voice_known, seconds)
            return self._status

    def wait_ready(self, seconds: float) -> Status:
        """Wait until it is known whether there is sound; blocks, so for commands, not for screens."""
        with self._change:
            self._change.wait_for(lambda: self._status.state is not PlayerState.STARTING, seconds)
            return self._status

    def wait_quiet(self, seconds: float) -> bool:
        """Wait until no bell is left to ring, heard or not; blocks, so for commands, not for screens.

        Returns:
            False if the time was up first.
        """
        with self._change:
            waiting = (PlayerState.STARTING, PlayerState.READY)
            return self._change.wait_for(
                lambda: self._quiet == self._last or self._status.state not in waiting, seconds
            )

    def close(self) -> None:
        """End the helper and wait for it: moments if all is quiet, under two seconds whatever is frozen."""
        atexit.unregister(self.close)
        with self._change:
            self._set(PlayerState.CLOSED)
            thread, self._thread = self._thread, None
            self._close_stdin()
        if thread is None:
            return
        thread.join(LEAVE_SECONDS)
        for end in (signal.SIGTERM, signal.SIGKILL):
            if thread.is_alive():
                with self._change:
                    self._signal(end)
                thread.join(END_SECONDS)

    def _start(self) -> None:
        if self._status.state not in (PlayerState.OFF, PlayerState.FAULT) or self._helpers == MAX_HELPERS:
            return
        atexit.register(self.close)
        self._helpers += 1
        self._unsent[:] = self._holds.values()
        self._set(PlayerState.STARTING, backend="", detail="", passed_over=(), fault="", voice="", mute="")
        self._thread = Thread(target=self._live, name="ajar-sound", daemon=True)
        try:
            self._thread.start()
        except RuntimeError:  # the system gives no more threads, or the interpreter is ending
            self._thread = None
            self._set(PlayerState.FAULT, fault="the sound helper could not be started")

    def _keep(self, what: str, command: bytes) -> None:
        """Send what holds from now on, also for each helper that is started later."""
        with self._change:
            self._holds[what] = command
            self._send(command)

    def _send(self, command: bytes) -> None:
        """Write now if the helper is there, keep for it if it is on its way; never wait.

        A helper whose pipe is full has not read for long. It is ended: were it to go on later, it would have
        missed that it shall be silent.
        """
        if self._process is None or self._process.stdin is None:
            if self._status.state is PlayerState.STARTING:
                self._unsent.append(command)
            return
        try:
            whole = os.write(self._process.stdin.fileno(), command) == len(command)
        except BlockingIOError:
            whole = False
        except (OSError, ValueError):  # a broken pipe: the thread finds out why
            return
        if not whole:
            self._signal(signal.SIGKILL)

    def _set(self, state: PlayerState, **fields: Any) -> None:
        self._status = replace(self._status, state=state, **fields)
        self._change.notify_all()

    def _live(self) -> None:
        """The thread: start one helper, listen to it until it is gone, say what went wrong."""
        try:
            process = started(self._wanted, self._avoid)
        except OSError as error:
            self._failed(f"the sound helper could not be started: {reason_of(error)}")
            return
        with self._change:
            self._process = process
            for command in self._unsent:
                self._send(command)
            self._unsent.clear()
            if self._status.state is PlayerState.CLOSED:
                self._close_stdin()
        reason = ""
        with process:
            for text in process.stdout or ():
                reason = self._heard(message(text)) or reason
                self._tell_faults()
            code = self._gone(process)
        self._failed(reason or _reason(code))

    def _heard(self, said: dict[str, Any]) -> str:
        """Take in one message; the reason if it is a fault."""
        with self._change:
            match said:
                case {"say": "fault", "reason": str(reason)}:
                    return reason
                case {"say": "quiet", "id": int(last)}:
                    self._quiet = last
                    self._change.notify_all()
                case {"say": "trying", "backend": str(name)} if self._status.state is PlayerState.STARTING:
                    self._set(PlayerState.STARTING, backend=name)
                case {"say": "voice", "voice": str(name), "detail": str(detail), "passed_over": others}:
                    known = tuple((other, why) for other, why in others)
                    self._set(
                        self._status.state,
                        voice=name,
                        voice_detail=detail,
                        voices_passed_over=known,
                        mute="",
                    )
                case {"say": "mute", "reason": str(reason), "passed_over": others}:
                    known = tuple((other, why) for other, why in others)
                    self._set(self._status.state, mute=reason, voices_passed_over=known)
                    self._note("mute", mute_line(reason))
                case {"say": "instead", "passed_over": [[name, why], *_]}:
                    self._note("instead", instead_line(name, why))
                case {"say": "ready", "backend": str(name), "detail": detail, "passed_over": others}:
                    return self._ready(name, detail, tuple((other, why) for other, why in others))
        return ""

    def _ready(self, name: str, detail: str, others: tuple[tuple[str, str], ...]) -> str:
        """Note what was chosen; silence that nobody asked for is a fault, and needs no helper."""
        nothing_works = name == "silent" and self._wanted == "auto"
        if self._status.state is PlayerState.STARTING:
            state = PlayerState.STARTING if nothing_works else PlayerState.READY
            self._set(state, backend=name, detail=detail, passed_over=others)
        if nothing_works:
            self._close_stdin()
            return "no way of making sound works here"
        return ""

    def _gone(self, process: "subprocess.Popen[bytes]") -> int:
        """Collect a helper that has ended, and any sound program it left behind.

        Its group can be signalled safely until it is collected, since its number is not given away before.
        """
        with self._change:
            self._signal(signal.SIGKILL)
            self._close_stdin()
            self._process = None
        return process.wait()

    def _failed(self, reason: str) -> None:
        with self._change:
            if self._status.state is PlayerState.CLOSED:
                return
            if reason == _CRASHED and self._status.backend:
                self._avoid.append(self._status.backend)
            self._set(PlayerState.FAULT, fault=reason)
            self._note("fault", fault_line(reason))
        self._tell_faults()

    def _note(self, kind: str, text: str) -> None:
        """Keep a fault to be told, once a run for each kind."""
        if kind not in self._noted:
            self._noted.add(kind)
            self._faults.append(text)

    def _tell_faults(self) -> None:
        """Tell what is kept, without holding the lock; without a callback nobody is told."""
        with self._change:
            faults, self._faults = self._faults, []
        if self._on_fault is None:
            return
        for text in faults:
            with contextlib.suppress(RuntimeError):  # the loop that should show it may be gone
                self._on_fault(text)

    def _close_stdin(self) -> None:
        if self._process is not None and self._process.stdin is not None:
            with contextlib.suppress(OSError):
                self._process.stdin.close()

    def _signal(self, number: signal.Signals) -> None:
        if self._process is not None:
            with contextlib.suppress(OSError):
                os.killpg(self._process.pid, number)


_FROZEN = "the sound server does not answer"
_CRASHED = "the sound helper stopped"


def _reason(code: int) -> str:
    return _FROZEN if code == -signal.SIGALRM else _CRASHED

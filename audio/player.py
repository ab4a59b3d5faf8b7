"""The bell as a performer sees it: ask, and go on at once.

    performer ──play, fade_out──> Player ──pipe──> helper process ──> sound server
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
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from threading import Condition, Thread
from typing import Any

from audio.clock import now
from audio.wire import line, message

MAX_HELPERS = 4
"""How often a run tries to get a helper; a system without sound is not asked at every bell."""

LEAVE_SECONDS = 0.8
"""What a helper gets to fade and leave by itself once its stdin is closed; a healthy one needs under 0.4."""

END_SECONDS = 0.3
"""What it gets after each signal that ends it."""


class PlayerState(Enum):
    """Where the sound stands."""

    OFF = "off"  # nothing was started yet
    STARTING = "starting"  # a helper is on its way; bells asked for now ring when it is there
    READY = "ready"  # a backend is open
    FAULT = "fault"  # the last helper failed; the next bell may try again
    CLOSED = "closed"  # the end; later calls do nothing


@dataclass(frozen=True, slots=True)
class Status:
    """What is known about the sound at one moment."""

    state: PlayerState = PlayerState.OFF
    backend: str = ""
    """The chosen backend, or the one being tried."""
    detail: str = ""
    """What it plays through, such as `PulseAudio`."""
    passed_over: tuple[tuple[str, str], ...] = ()
    """Each backend that was not chosen, and why."""
    fault: str = ""
    """Why there is no sound, as one clause; empty if there is."""


class Player:
    """Rings bells through a helper process.

    Args:
        backend: `auto`, `simpleaudio`, `miniaudio`, `command` or `silent`.
        on_fault: called with one plain line, at most once, from the player's own thread; a Textual app hands
            over `lambda line: loop.call_soon_threadsafe(show, line)`. A plain loop may poll `take_fault`
            instead. The callback must not call `close`.
    """

    def __init__(self, backend: str = "auto", on_fault: Callable[[str], None] | None = None) -> None:
        self._wanted = backend
        self._on_fault = on_fault
        self._change = Condition()  # guards everything below, and is held for moments only
        self._status = Status()
        self._thread: Thread | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._unsent: list[bytes] = []
        self._avoid: list[str] = []
        self._helpers = 0
        self._last = 0
        self._quiet = 0
        self._fault: str | None = None
        self._told = False

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

    def fade_out(self) -> None:
        """Draw what sounds to nothing within a quarter of a second, and forget strikes still to come."""
        with self._change:
            self._send(line(do="fade"))

    def take_fault(self) -> str | None:
        """The fault line, once, for callers that poll."""
        with self._change:
            told, self._fault = self._fault, None
            return told

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
        self._unsent.clear()
        self._set(PlayerState.STARTING, backend="", detail="", passed_over=(), fault="")
        self._thread = Thread(target=self._live, name="ajar-sound", daemon=True)
        try:
            self._thread.start()
        except RuntimeError:  # the system gives no more threads, or the interpreter is ending
            self._thread = None
            self._set(PlayerState.FAULT, fault="the sound helper could not be started")

    def _send(self, command: bytes) -> None:
        """Write now if the helper is there, keep for it if it is on its way; never wait."""
        if self._process is None or self._process.stdin is None:
            if self._status.state is PlayerState.STARTING:
                self._unsent.append(command)
            return
        with contextlib.suppress(OSError, ValueError):  # a full or broken pipe: the thread finds out why
            os.write(self._process.stdin.fileno(), command)

    def _set(self, state: PlayerState, **fields: Any) -> None:
        self._status = replace(self._status, state=state, **fields)
        self._change.notify_all()

    def _live(self) -> None:
        """The thread: start one helper, listen to it until it is gone, say what went wrong."""
        try:
            process = _helper(self._wanted, self._avoid)
        except OSError as error:
            self._failed(f"the sound helper could not be started: {error.strerror}")
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
            if self._told:
                return
            self._told = True
            self._fault = fault_line(reason)
        if self._on_fault is not None:
            with contextlib.suppress(RuntimeError):  # the loop that should show it may be gone
                self._on_fault(fault_line(reason))

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


def fault_line(reason: str) -> str:
    """What a person reads when a bell cannot be heard."""
    return f"No bell can be heard for now: {reason}. Each one still shows, and the session goes on."


def _reason(code: int) -> str:
    return _FROZEN if code == -signal.SIGALRM else _CRASHED


def _helper(wanted: str, avoid: list[str]) -> "subprocess.Popen[bytes]":
    """Start a helper in a session of its own, out of reach of the terminal's signals.

    It finds this package by path, and `-P` keeps a file in the current folder from standing in for a module.

    Raises:
        OSError: it could not be started.
    """
    root = str(Path(__file__).resolve().parent.parent)
    path = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))
    options = [f"--backend={wanted}", *(f"--avoid={name}" for name in avoid)]
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "audio.helper", *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        bufsize=0,
        env=os.environ | {"PYTHONPATH": path},
        start_new_session=True,
    )
    if process.stdin is not None:
        os.set_blocking(process.stdin.fileno(), False)
    return process

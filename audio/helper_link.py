"""The player's end of the pipe: starts a helper process, sends it commands, and keeps what it reports."""

import atexit
import contextlib
import os
import signal
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from threading import Condition, Thread
from typing import Any

from audio.helper_process import started
from audio.status import PlayerState, Status, fault_line, instead_line, mute_line
from audio.system_errors import reason_of
from audio.wire import line, message

MAX_HELPERS = 4
"""How often a run tries to start a helper, so that a system without sound is not asked at every bell."""

LEAVE_SECONDS = 0.8
"""How long a helper may take to fade and exit once its stdin is closed; a healthy one needs under 0.4 s."""

END_SECONDS = 0.3
"""How long to wait after each signal that ends it."""


class HelperLink:
    """At most one helper at a time, with a thread that listens to it.

    Args:
        backend: as for `Player`.
        on_fault: as for `Player`.
    """

    def __init__(self, backend: str, on_fault: Callable[[str], None] | None) -> None:
        self._wanted = backend
        self._on_fault = on_fault
        self._change = Condition()  # guards everything below; held for moments only
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

    @property
    def idle(self) -> bool:
        """Whether the helper has reported the end of the last numbered command."""
        return self._quiet == self._last

    def start(self) -> None:
        """Start a helper in the background, unless there is one."""
        with self._change:
            self._start()

    def send(self, *, starts: bool = False, numbered: bool = False, **fields: object) -> None:
        """Send a command; never blocks.

        Args:
            starts: whether to start a helper if there is none; otherwise the command is dropped then.
            numbered: whether the helper has to report the end of this command, see `idle`.
            fields: the command, see `audio.wire`.
        """
        with self._change:
            if starts:
                self._start()
            if numbered:
                self._last += 1
                fields["id"] = self._last
            self._send(line(**fields))

    def keep(self, what: str, **fields: object) -> None:
        """Send a setting, now and to each helper that is started later."""
        with self._change:
            self._holds[what] = command = line(**fields)
            self._send(command)

    def wait_for(self, known: Callable[[], bool], seconds: float) -> bool:
        """Block until this is so; False if the time ran out first."""
        with self._change:
            return self._change.wait_for(known, seconds)

    def close(self) -> None:
        """End the helper and wait for it: moments if nothing plays, under two seconds if it is frozen."""
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

    def _send(self, command: bytes) -> None:
        """Write to the helper, or queue the command while it is starting; never block.

        A helper whose pipe is full has not read for a long time. It is killed: if it went on later, it might
        have missed a command to be silent.
        """
        if self._process is None or self._process.stdin is None:
            if self._status.state is PlayerState.STARTING:
                self._unsent.append(command)
            return
        try:
            whole = os.write(self._process.stdin.fileno(), command) == len(command)
        except BlockingIOError:
            whole = False
        except (OSError, ValueError):  # a broken pipe; the thread finds out why
            return
        if not whole:
            self._signal(signal.SIGKILL)

    def _set(self, state: PlayerState, **fields: Any) -> None:
        self._status = replace(self._status, state=state, **fields)
        self._change.notify_all()

    def _live(self) -> None:
        """Run in the thread: start one helper, read its messages until it exits, report what went wrong."""
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
        """Handle one message; returns the reason if it is a fault."""
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
                    self._set(
                        self._status.state,
                        voice=name,
                        voice_detail=detail,
                        voices_passed_over=_pairs(others),
                        mute="",
                    )
                case {"say": "mute", "reason": str(reason), "passed_over": others}:
                    self._set(self._status.state, mute=reason, voices_passed_over=_pairs(others))
                    self._note("mute", mute_line(reason))
                case {"say": "instead", "passed_over": [[name, why], *_]}:
                    self._note("instead", instead_line(name, why))
                case {"say": "ready", "backend": str(name), "detail": detail, "passed_over": others}:
                    return self._ready(name, detail, _pairs(others))
        return ""

    def _ready(self, name: str, detail: str, others: tuple[tuple[str, str], ...]) -> str:
        """Note the chosen backend; silence that was not asked for is a fault, and needs no helper."""
        nothing_works = name == "silent" and self._wanted == "auto"
        if self._status.state is PlayerState.STARTING:
            state = PlayerState.STARTING if nothing_works else PlayerState.READY
            self._set(state, backend=name, detail=detail, passed_over=others)
        if nothing_works:
            self._close_stdin()
            return "no way of making sound works here"
        return ""

    def _gone(self, process: "subprocess.Popen[bytes]") -> int:
        """Collect the exit code of a helper, and kill any sound program it left behind.

        Its process group can be signalled safely until then, since the system does not reuse the number
        before.
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
        """Queue a fault to be reported, once in a run for each kind."""
        if kind not in self._noted:
            self._noted.add(kind)
            self._faults.append(text)

    def _tell_faults(self) -> None:
        """Report the queued faults, without holding the lock; without a callback, drop them."""
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


def _pairs(others: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """What was passed over, each with the reason; JSON has lists in place of tuples."""
    return tuple((other, why) for other, why in others)


def _reason(code: int) -> str:
    return _FROZEN if code == -signal.SIGALRM else _CRASHED

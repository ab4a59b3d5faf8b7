"""Lines that are typed into the plain performer, waited for without a limit and without a look in between."""

from __future__ import annotations

import select
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.pty_app import PtyApp
from tui.plain import typing_in
from tui.plain.typing_in import StdinLines

ROOT = Path(__file__).parents[3]

ANOTHER_THREAD = """
import os, signal, threading
from tui.plain.typing_in import StdinLines

lines = StdinLines()
threading.Thread(target=threading.Event().wait, daemon=True).start()
signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
# Sent once the wait has begun; the system can hand it to the other thread alone.
threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    while lines.read(None) is None:
        pass
except KeyboardInterrupt:
    print("ended")
"""


def test_ctrl_c_ends_the_wait_whichever_thread_the_system_hands_it_to() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ANOTHER_THREAD],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        try:
            assert select.select([process.stdout], [], [], 20)[0], "it waits on"
            assert process.stdout.readline() == "ended\n"
        finally:
            process.kill()


WRITES_MEANWHILE = """
import os, time
from tui.plain.typing_in import StdinLines

lines = StdinLines()
print("ready", flush=True)
while not os.path.exists("typed"):
    time.sleep(0.01)
lines.interrupted()
try:
    while True:
        print("line", repr(str(lines.read(None))), flush=True)
except EOFError:
    print("ended", flush=True)
"""


@pytest.mark.parametrize("typed", ["\x04", "x\n\x04"], ids=["alone", "after a line"])
def test_an_end_of_input_that_a_prompt_meets_is_no_half_of_a_line(typed: str, tmp_path: Path) -> None:
    seen = {"PYTHONPATH": str(ROOT)}
    with PtyApp("-c", WRITES_MEANWHILE, home=tmp_path, command=sys.executable, env=seen) as app:
        app.until("ready")
        app.press(typed)
        (tmp_path / "typed").touch()
        app.until("ended")
        assert ("line 'x'" in app.text) == (typed != "\x04")
        assert app.wait() == 0


def test_an_end_of_input_typed_while_a_terminal_hands_over_signs_is_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given = [b"\x04"]
    monkeypatch.setattr(typing_in, "_read", lambda _: given.pop(0))
    lines = StdinLines()
    lines.interactive, lines._descriptor = True, None
    with open("/dev/null", "rb") as always_ready:  # noqa: PTH123  # its number alone is wanted
        lines._descriptor = always_ready.fileno()
        with pytest.raises(EOFError):
            lines.read(None)

"""Lines that are typed into the plain performer, waited for without a limit and without a look in between."""

from __future__ import annotations

import select
import subprocess
import sys
from pathlib import Path

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

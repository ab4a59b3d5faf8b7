"""Starting the helper process."""

import os
import subprocess
import sys
from pathlib import Path


def started(wanted: str, avoid: list[str]) -> "subprocess.Popen[bytes]":
    """Start a helper in a process session of its own, which signals from the terminal do not reach.

    The helper finds this package by path; `-P` keeps a file in the current folder from shadowing a module.

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

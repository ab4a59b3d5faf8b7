"""A host that is not a terminal: it names a driver of its own, and reads what is drawn from a pipe."""

from __future__ import annotations

import os
import select
import subprocess
from pathlib import Path

import pytest

from tests.e2e.pty_app import AJAR, now
from tests.patience import PATIENCE

WEB = {"TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver", "COLUMNS": "100", "ROWS": "40"}
"""What `textual serve` sets for the program that it serves."""


def packet(text: str) -> bytes:
    """A packet of typed input, as such a host sends it."""
    return b"D" + len(text.encode()).to_bytes(4, "big") + text.encode()


def read_until(process: subprocess.Popen[bytes], text: str, seconds: float = PATIENCE) -> bytes:
    """Read what is drawn until this is part of it, or the process has left."""
    assert process.stdout is not None
    seen, end = b"", now() + seconds
    while text.encode() not in seen and now() < end:
        if select.select([process.stdout], [], [], 0.2)[0]:
            chunk = os.read(process.stdout.fileno(), 1 << 16)
            if not chunk:
                break
            seen += chunk
    return seen


@pytest.mark.parametrize(
    ("args", "drawn"), [((), "just begin"), (("play", "one-breath"), "Before you begin")]
)
def test_pages_are_drawn_where_the_driver_is_not_the_terminals(
    args: tuple[str, ...], drawn: str, tmp_path: Path
) -> None:
    kept = {key: value for key, value in os.environ.items() if key not in ("TERM", "NO_COLOR")}
    env = {**kept, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), **WEB}
    with subprocess.Popen(
        [AJAR, *args], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, cwd=tmp_path
    ) as process:
        try:
            assert drawn.encode() in read_until(process, drawn)
            assert process.stdin is not None
            process.stdin.write(packet("q"))
            process.stdin.flush()
            rest = read_until(process, "never drawn")
            assert process.wait(PATIENCE) == 0
            assert rest.endswith(b'{"type": "exit"}'), "whatever comes after that is no packet"
        finally:
            process.kill()

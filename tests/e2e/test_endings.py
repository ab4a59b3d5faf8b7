"""However the program ends, the terminal is restored: its attributes, and each mode that was switched on.

The parent is this test and not a shell, so nobody else restores anything.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.pty_app import AJAR, PtyApp
from tests.e2e.terminal_state import TerminalState
from tests.fakes.files import COUNTED
from tui.plain.sitting import BEGIN
from tui.words import lines

SUSPEND = "\x1a"
PAUSED_HERE = lines.AWAY[:30]


@contextmanager
def sitting(home: Path, *options: str, env: Mapping[str, str] | None = None) -> Iterator[PtyApp]:
    """`ajar` at the first prompt of a session that stays there."""
    file = home / "counted.session.yaml"
    file.write_text(COUNTED, encoding="utf-8")
    with PtyApp("play", str(file), "--pace", "10", *options, home=home, size=(100, 40), env=env) as app:
        app.until(BEGIN if options else "Before you begin")
        app.press("\n" if options else "\r")
        app.until("One.")
        yield app


def assert_as_before(app: PtyApp) -> None:
    """The terminal's settings and modes are those it had before the program began."""
    app.read_what_is_left()
    assert TerminalState(app.raw).left_on == []
    assert app.terminal_settings() == app.settings_before


def drawn_again(app: PtyApp, text: str) -> bool:
    """Whether this was drawn since the alternate screen was last asked for."""
    return text.encode() in app.raw.rpartition(b"\x1b[?1049h")[2]


def test_the_modes_are_read_as_a_terminal_reads_them() -> None:
    assert TerminalState(b"\x1b[?25l\x1b[?1049h\x1b[>25u\x1b[<u\x1b[?1049l\x1b[?25h").left_on == []
    assert TerminalState(b"\x1b[?1000;1006h\x1b[?1006l\x1b[?25l").left_on == ["1000", "25"]
    assert TerminalState(b"\x1b[>25u\x1b[?1049h\x1b[<u").left_on == [
        "1049", "1 keyboards", "-1 keyboards", "keyboards given back twice"
    ]  # fmt: skip


SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT)


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_ends_it_and_leaves_the_terminal_as_it_was(
    number: signal.Signals, options: tuple[str, ...], tmp_path: Path
) -> None:
    with sitting(tmp_path, *options) as app:
        assert options or TerminalState(app.raw).left_on
        app.signal(number)
        assert app.wait() == -number
        assert_as_before(app)


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
def test_an_interrupt_from_outside_ends_it_as_ctrl_c_does(options: tuple[str, ...], tmp_path: Path) -> None:
    with sitting(tmp_path, *options) as app:
        app.signal(signal.SIGINT)
        assert app.wait() == 0
        assert_as_before(app)


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
def test_q_leaves_the_terminal_as_it_was(options: tuple[str, ...], tmp_path: Path) -> None:
    with sitting(tmp_path, *options) as app:
        app.press("q\n" if options else "q")
        assert app.wait() == 0
        assert_as_before(app)


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
def test_a_stop_without_warning_changes_nothing_of_that(options: tuple[str, ...], tmp_path: Path) -> None:
    with sitting(tmp_path, *options) as app:
        for _ in range(2):
            app.signal(signal.SIGSTOP)
            app.pass_time(0.3)
            app.signal(signal.SIGCONT)
            app.pass_time(0.3)
        app.press("p\n" if options else "p")
        app.until("without the pauses")
        assert options or drawn_again(app, "One.")
        app.signal(signal.SIGTERM)
        assert app.wait() == -signal.SIGTERM
        assert_as_before(app)


def test_a_stop_that_no_shell_could_end_is_none(tmp_path: Path) -> None:
    with sitting(tmp_path) as app:
        app.press(SUSPEND)
        app.until(PAUSED_HERE)
        app.press("q")
        assert app.wait() == 0
        assert_as_before(app)


@pytest.mark.skipif(shutil.which("bash") is None, reason="no shell that can put a program aside")
def test_ctrl_z_gives_the_terminal_to_the_shell_and_fg_finds_the_session_paused(tmp_path: Path) -> None:
    file = tmp_path / "counted.session.yaml"
    file.write_text(COUNTED, encoding="utf-8")
    shell = f"set -m; {AJAR} play {file} --pace 10; echo aside; stty -a; fg"
    with PtyApp("-c", shell, home=tmp_path, size=(100, 40), command=shutil.which("bash") or "") as app:
        app.until("Before you begin")
        app.press("\r")
        app.until("One.")
        app.press(SUSPEND)
        app.until(lambda seen: b"aside" in seen.raw)
        app.until(PAUSED_HERE)
        shown = app.raw.partition(b"aside")
        assert TerminalState(shown[0]).left_on == []
        assert b" icanon" in shown[2]
        assert b" echo " in shown[2]
        assert drawn_again(app, "One.")
        app.press("q")
        assert app.wait() == 0
        assert_as_before(app)


HELPER = """#!/bin/sh
[ -e "$HOME/tried" ] || { : >"$HOME/tried"; exit 0; }
echo $$ >"$HOME/helper"
exec sleep 30
"""
"""Pretends to play bells."""


def test_a_helper_that_is_killed_takes_nothing_with_it(tmp_path: Path) -> None:
    helper, told = tmp_path / "bin" / "pw-play", tmp_path / "helper"
    helper.parent.mkdir()
    helper.write_text(HELPER, encoding="ascii")
    helper.chmod(0o755)
    settings = tmp_path / "config" / "ajar" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('sound = "command"\n', encoding="ascii")
    with sitting(tmp_path, env={"PATH": f"{helper.parent}:{os.environ['PATH']}"}) as app:
        app.press("r")
        app.until(lambda _: told.exists() and told.read_text(encoding="ascii").endswith("\n"))
        os.kill(int(told.read_text(encoding="ascii")), signal.SIGKILL)
        app.pass_time(0.3)
        app.press("q")
        assert app.wait() == 0
        assert_as_before(app)


FAULTS = {
    "the page": "from tui.screens.library import Library as of; of.on_mount = fail",
    "a key": "from tui.app import AjarApp as of; of.action_look = fail",
    "a drawn row": "from tui.widgets.choices import ChoiceList as of; of.render_line = fail",
    "a timer": "from tui.quiet_app import QuietApp as of; of.on_ready = lambda app: app.set_timer(0.1, fail)",
    "the loop": """
import asyncio
from tui.quiet_app import QuietApp as of
of.on_ready = lambda app: asyncio.get_running_loop().call_later(0.1, fail) and None
""",
    "the input": "from tui.terminal.driver import QuietDriver as of; of._feed = fail",
    "the output": "from tui.terminal.writer import Writer as of; of._put = fail",
    "another thread": """
from threading import Thread
from tui.quiet_app import QuietApp as of
of.on_ready = lambda app: Thread(target=fail).start()
""",
    "the start": "from tui.terminal.driver import QuietDriver as of; of.run_input_thread = fail",
    "the end": "from tui.app import AjarApp as of; of.action_stop = fail",
}
"""Where a fault is injected: one place for each kind of callback."""

BROKEN = """#!{python}
import sys
def fail(*_, **__):
    raise ValueError("a fault of ours")
{fault}
from tui.main import main
sys.exit(main())
"""


KEYS = {"a key": "v", "the input": "v", "the end": "q"}
"""The keys that trigger a fault; the others happen by themselves."""


@pytest.mark.parametrize("fault", FAULTS)
def test_an_internal_error_is_one_line_and_never_a_good_end(fault: str, tmp_path: Path) -> None:
    script = tmp_path / "broken"
    script.write_text(BROKEN.format(python=sys.executable, fault=FAULTS[fault]), encoding="utf-8")
    script.chmod(0o755)
    with PtyApp(home=tmp_path, size=(100, 40), command=str(script)) as app:
        if fault in KEYS:
            app.until(lambda shown: shown.code is not None or "q stop" in shown.text)
            app.press(KEYS[fault])
        assert app.wait() == 70
        assert_as_before(app)
        assert b"something went wrong inside ajar" in app.raw
        assert b"ValueError: a fault of ours" in app.raw
        assert b"Traceback" not in app.raw, app.raw.decode(errors="replace")


@pytest.mark.parametrize("fault", [
    "from tui.plain.stage import PlainStage as of; of.show = fail",
    "from tui.plain.typing_in import StdinLines as of; of.interrupted = fail",
    "from tui.terminal.writer import Writer as of; of._put = fail",
], ids=["the run", "typing", "the output"])  # fmt: skip
def test_an_internal_error_in_lines_is_one_line_as_well(fault: str, tmp_path: Path) -> None:
    script = tmp_path / "broken"
    script.write_text(BROKEN.format(python=sys.executable, fault=fault), encoding="utf-8")
    script.chmod(0o755)
    with PtyApp("play", "one-breath", "--plain", home=tmp_path, size=(100, 40), command=str(script)) as app:
        app.until(BEGIN)
        app.press("\nq\n")
        assert app.wait() == 70
        assert_as_before(app)
        assert b"ValueError: a fault of ours" in app.raw
        assert b"Traceback" not in app.raw, app.raw.decode(errors="replace")


def test_a_terminal_that_is_closed_leaves_no_process(tmp_path: Path) -> None:
    with sitting(tmp_path) as app:
        app.close_terminal()
        assert app.wait() is not None


def test_lines_on_a_terminal_that_is_closed_leave_no_process(tmp_path: Path) -> None:
    with sitting(tmp_path, "--plain") as app:
        app.close_terminal()
        assert app.wait() is not None

"""`ajar` as a process of its own: pipes, terminals, signals, what is loaded and what is left behind."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Self

import pytest

from sessions.engine.events import Way
from tests.e2e.begun import begun
from tests.fakes.files import SHORT_BEATS
from tests.patience import AT_ONCE, PATIENCE, took
from tui.choices import WAYS
from tui.plain import performer as plain
from tui.plain import stage
from tui.plain.sitting import BEGIN, TO_STOP
from tui.terminal.outlet import AWAY
from tui.words import phrases

ROOT = Path(__file__).parents[2]
AJAR = (sys.executable, "-c", "import sys; from tui.main import main; sys.exit(main())")
NOTICE = phrases.FIRST_NOTICE[0]


def ajar(*args: str, **options: Any) -> subprocess.CompletedProcess[str]:
    options = {"input": "", "capture_output": True, "text": True, "timeout": PATIENCE, "cwd": ROOT, **options}
    return subprocess.run([*AJAR, *args], check=False, **options)


SEATED = "import os; os.open(os.ttyname(0), os.O_RDWR); "
"""Makes the terminal the one that Ctrl-C is typed on: the first a session leader opens."""


class Terminal:
    """A process on a terminal of its own, read as text."""

    def __init__(self, *args: str) -> None:
        self._main, side = pty.openpty()
        command = [AJAR[0], AJAR[1], SEATED + AJAR[2], *args]
        self.process = subprocess.Popen(
            command, stdin=side, stdout=side, stderr=side, cwd=ROOT, start_new_session=True
        )
        os.close(side)
        self.text = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._main)

    def wait_for(self, text: str | Callable[[Terminal], bool]) -> None:
        end = time.perf_counter() + PATIENCE
        while not (text in self.text if isinstance(text, str) else text(self)):
            ended = self.process.poll() is not None or time.perf_counter() > end
            assert not ended, f"{text!r} did not come; there was {self.text!r}"
            self._read(0.2)

    def type(self, text: str) -> None:
        os.write(self._main, text.encode())

    def leaves(self) -> int:
        while self._read(PATIENCE):
            pass
        return self.process.wait(PATIENCE)

    def _read(self, seconds: float) -> bool:
        if not select.select([self._main], [], [], seconds)[0]:
            return False
        try:
            block = os.read(self._main, 4096)
        except OSError:  # Linux, once the other side is closed
            return False
        self.text += block.decode().replace("\r\n", "\n")
        return bool(block)


@pytest.fixture
def sitting() -> Iterator[Terminal]:
    """`one-breath` in lines on a terminal, at its first prompt."""
    with Terminal("play", "one-breath", "--plain") as terminal:
        terminal.wait_for(BEGIN)
        terminal.type("\n")
        terminal.wait_for(begun)
        yield terminal


def test_the_notice_waits_for_enter_and_can_be_left() -> None:
    with Terminal("play", "one-breath", "--plain") as terminal:
        terminal.wait_for(BEGIN)
        assert NOTICE in terminal.text
        terminal.type("h\n")
        terminal.wait_for(phrases.HELP_INTRO[0])
        terminal.type("g\n")
        terminal.wait_for(lambda told: told.text.count(NOTICE) == 2)
        terminal.type("anything\n")
        terminal.type("q\n")
        assert terminal.leaves() == 0
        assert not begun(terminal)
        assert terminal.text.splitlines()[-1] in phrases.STOP_LINES


def test_the_notice_is_kept_only_when_asked_for(home: Path) -> None:
    with Terminal("play", "one-breath", "--plain") as terminal:
        terminal.wait_for(BEGIN)
        terminal.type("k\n")
        terminal.wait_for(begun)
        terminal.type("q\n")
        assert terminal.leaves() == 0
    assert "notice_read = true" in (home / "config" / "ajar" / "settings.toml").read_text()
    assert NOTICE not in ajar("play", "one-breath", input="q\n").stdout


def test_a_sitting_on_a_terminal_leaves_nothing_behind(sitting: Terminal, home: Path) -> None:
    assert TO_STOP in sitting.text
    sitting.type("c\n")
    label = WAYS[Way.ORDINARY][0]
    sitting.wait_for(f". {label}")
    (number,) = re.findall(rf"(\d+)\. {re.escape(label)}", sitting.text)
    sitting.type(f"{number}\n")
    sitting.wait_for(stage.PROMPT)
    sitting.type("q\n")
    assert sitting.leaves() == 0
    assert sitting.text.splitlines()[-1] in phrases.STOP_LINES
    assert "\x1b" not in sitting.text
    assert list(home.rglob("*")) == []


@pytest.mark.parametrize("leave", ["q\n", "\x03", "\x04"], ids=["q", "ctrl-c", "ctrl-d"])
def test_leaving_waits_for_no_beat(leave: str) -> None:
    with Terminal("play", "one-breath", "--plain", "--pace", "10") as terminal:
        terminal.wait_for(BEGIN)
        terminal.type("\n")
        terminal.wait_for(begun)
        terminal.type(leave)
        assert took(terminal.leaves) < AT_ONCE, "it waited for the end of the beat"
        assert terminal.process.returncode == 0
        assert terminal.text.splitlines()[-1] in phrases.STOP_LINES


@pytest.mark.parametrize("leave", ["q\n", "\x03", "\x04"], ids=["q", "ctrl-c", "ctrl-d"])
def test_leaving_at_a_question(sitting: Terminal, leave: str) -> None:
    sitting.type("n\n")
    sitting.wait_for(stage.PROMPT)
    sitting.type(leave)
    assert sitting.leaves() == 0
    assert sitting.text.splitlines()[-1] in phrases.STOP_LINES


def test_a_sitting_that_was_stopped_by_the_shell_finds_itself_paused(tmp_path: Path) -> None:
    path = tmp_path / "short.session.yaml"
    path.write_text(SHORT_BEATS)
    with Terminal("play", str(path), "--plain", "--pace", "1") as terminal:
        terminal.wait_for(BEGIN)
        terminal.type("\n")
        terminal.wait_for("How is it?")
        terminal.type("s\n")
        terminal.wait_for(stage.QUIET)
        terminal.process.send_signal(signal.SIGSTOP)
        time.sleep(1.0 + AWAY + 0.3)  # life itself: the beat, and what counts as absence
        terminal.process.send_signal(signal.SIGCONT)
        terminal.wait_for(plain.AWAY_LINE)
        terminal.type("q\n")
        assert terminal.leaves() == 0


def test_output_into_a_pipe_is_plain_by_itself_and_the_end_of_input_leaves() -> None:
    done = ajar("play", "one-breath", "--pace", "0.5", input="n\n")
    assert done.returncode == 0
    assert done.stdout.startswith("Room for One Breath, 1 minute.\n")
    assert done.stdout.splitlines()[-1] in phrases.STOP_LINES
    assert "1. later" in done.stdout
    assert (BEGIN in done.stdout, "\x1b" in done.stdout, done.stderr) == (False, False, "")


def test_a_simple_terminal_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    with Terminal("play", "one-breath") as terminal:
        terminal.wait_for(BEGIN)
        assert "\x1b" not in terminal.text


def test_without_a_terminal_the_library_is_a_list() -> None:
    done = ajar()
    assert done.returncode == 0
    assert done.stdout == ajar("list").stdout
    assert "line by line" in done.stderr


@pytest.mark.parametrize("shut", ["<&-", "2>&-", "<&- 2>&-", "<&- >/dev/null 2>&-"])
def test_closed_streams_that_are_not_needed_are_no_error(shut: str) -> None:
    command = f'exec "$0" -c "$1" rehearse one-breath --plain {shut}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, AJAR[0], AJAR[2]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_terminal_that_lacks_a_letter_gets_a_question_mark(
    monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "iso8859-1:strict")
    folder = home / "data" / "ajar" / "sessions"
    folder.mkdir(parents=True)
    (folder / "mine.session.yaml").write_text(SHORT_BEATS.replace("Short", "Short \u03a9"), encoding="utf-8")
    for args in (("list",), ("rehearse", "mine", "--plain")):
        done = ajar(*args, encoding="iso8859-1")
        assert done.returncode == 0
        assert "Short ? beats" in done.stdout


LOADED = """
import sys
from tui.main import main
code = main()
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("args", "absent"),
    [
        (("list",), {"textual", "rich", "yaml", "asyncio", "dataclasses", "json", "platformdirs", "audio"}),
        (("list", "--json"), {"textual", "rich", "yaml", "asyncio", "audio"}),
        (("help-lines",), {"textual", "rich", "yaml", "asyncio", "audio"}),
        (("rehearse", "one-breath", "--plain"), {"textual", "rich", "asyncio", "audio"}),
        (("play", "one-breath", "--plain"), {"textual", "rich", "asyncio", "audio"}),
        (
            ("check", "sessions/scripts/one-breath.session.yaml"),
            {"textual", "rich", "asyncio", "audio"},
        ),
    ],
)
def test_a_command_loads_no_more_than_it_needs(args: tuple[str, ...], absent: set[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *args],
        cwd=ROOT,
        input="q\n",
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert "tui" in loaded
    assert loaded & absent == set()


def test_the_library_loads_no_command_line() -> None:
    script = "import sys; import tui.main, tui.start, tui.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())
    assert "textual" in loaded
    assert loaded & {"click", "yaml", "audio.player", "tui.cli"} == set()

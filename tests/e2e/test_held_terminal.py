"""A real terminal that takes no output for a while: a stalled connection, Ctrl-S, Ctrl-Z."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.pty_app import AJAR, PtyApp
from tests.fakes.files import COUNTED
from tests.patience import PATIENCE
from tui.plain import performer as plain
from tui.plain.sitting import BEGIN
from tui.terminal.outlet import AWAY
from tui.words import lines, phrases

PACE = 0.8
BEAT = 5.0 * PACE
"""Seconds of a beat: well above what counts as absence, even on a busy machine."""

SLOW = 10.0
"""A pace at which no cue is due during a test, so that only the terminal's return can cause what is seen."""

LONG = AWAY + 2.0
"""Seconds that count as absence, and what a busy machine may take to answer the key before them."""

STOP, GO, SUSPEND = "\x13", "\x11", "\x1a"
PAUSED_HERE = lines.AWAY[:30]


@contextmanager
def sitting(home: Path, *options: str, answers: bool = True, pace: float = PACE) -> Iterator[PtyApp]:
    """`ajar` at the first prompt of a session of short beats."""
    file = home / "counted.session.yaml"
    file.write_text(COUNTED, encoding="utf-8")
    with PtyApp(
        "play", str(file), "--pace", str(pace), *options, home=home, size=(100, 40), answers=answers
    ) as app:
        app.until(BEGIN if options else "Before you begin")
        app.press("\n" if options else "\r")
        app.until("One.")
        yield app


def test_a_screen_that_is_not_read_for_a_moment_too_long_finds_its_beat_paused(tmp_path: Path) -> None:
    with sitting(tmp_path, pace=SLOW) as app:
        app.press("p")
        app.read_nothing(LONG)
        app.until(PAUSED_HERE)
        assert "Two." not in app.text
        app.press(" ")
        app.until(lambda seen: PAUSED_HERE not in seen.text)
        app.press("q")
        assert app.wait() == 0


@pytest.mark.life_speed
def test_a_screen_that_is_not_read_while_cues_are_due_shows_the_first_of_them_paused(tmp_path: Path) -> None:
    with sitting(tmp_path) as app:
        app.pass_time(0.5)
        app.read_nothing(2.2 * BEAT)
        app.until(PAUSED_HERE)
        assert "Two." in app.text
        assert b"Three." not in app.raw
        went_on = app.press(" ")
        assert app.until("Three.") - went_on > BEAT - 2
        app.press("q")
        assert app.wait() == 0


@pytest.mark.life_speed
def test_a_terminal_that_answers_no_question_is_trusted(tmp_path: Path) -> None:
    with sitting(tmp_path, answers=False) as app:
        app.until("Three.")
        assert PAUSED_HERE not in app.text
        app.press("q")
        assert app.wait() == 0


def fill(app: PtyApp) -> None:
    """Make the program draw more than the buffers of a terminal that takes nothing can hold."""
    for _ in range(9):
        app.press("v")
        app.read_nothing(0.1)


def test_q_leaves_at_once_a_terminal_that_takes_nothing_and_gives_it_back(tmp_path: Path) -> None:
    with sitting(tmp_path) as app:
        fill(app)
        app.press("q")
        app.read_nothing(PATIENCE, until_it_leaves=True)
        assert app.code == 0
        app.read_what_is_left()
        assert app.raw.rindex(b"\x1b[?1049l") > app.raw.rindex(b"\x1b[?1049h")
        assert app.raw.rindex(b"\x1b[?25h") > app.raw.rindex(b"\x1b[?25l")
        assert app.terminal_settings() == app.settings_before
        assert any(line.encode() in app.raw for line in phrases.STOP_LINES)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
def test_a_signal_ends_what_cannot_write(
    number: signal.Signals, options: tuple[str, ...], tmp_path: Path
) -> None:
    with sitting(tmp_path, *options) as app:
        if options:
            app.press(STOP)
            app.press("?\n")
        else:
            fill(app)
        app.signal(number)
        app.read_nothing(PATIENCE, until_it_leaves=True)
        assert app.code == -number


def test_lines_that_are_held_with_ctrl_s_wait_for_ctrl_q(tmp_path: Path) -> None:
    with sitting(tmp_path, "--plain", pace=SLOW) as app:
        app.press(STOP)
        app.press("p\n")
        app.pass_time(LONG)
        app.press(GO)
        app.until(plain.AWAY_LINE)
        assert "Two." not in app.text
        app.press("q\n")
        assert app.wait() == 0


@pytest.mark.life_speed
def test_lines_that_are_held_while_cues_are_due_stop_at_the_first_of_them(tmp_path: Path) -> None:
    with sitting(tmp_path, "--plain") as app:
        app.press(STOP)
        app.pass_time(2.2 * BEAT)
        app.press(GO)
        app.until(plain.AWAY_LINE)
        assert "Two." in app.text
        assert "Three." not in app.text
        went_on = app.press("\n")
        assert app.until("Three.") - went_on > BEAT - 2
        app.press("q\n")
        assert app.wait() == 0


@pytest.mark.parametrize("leave", ["q\n", "\x03"], ids=["q", "ctrl-c"])
def test_lines_that_are_held_can_be_left(leave: str, tmp_path: Path) -> None:
    with sitting(tmp_path, "--plain") as app:
        app.press(STOP)
        app.press("?\n")
        app.pass_time(0.2)
        app.press(leave)
        app.read_nothing(PATIENCE, until_it_leaves=True)
        assert app.code == 0


@pytest.mark.skipif(shutil.which("bash") is None, reason="no shell that can put a program aside")
def test_lines_that_were_put_aside_with_ctrl_z_find_their_beat_paused(tmp_path: Path) -> None:
    file = tmp_path / "counted.session.yaml"
    file.write_text(COUNTED, encoding="utf-8")
    shell = f"set -m; {AJAR} play {file} --plain --pace {SLOW}; echo aside; sleep {LONG}; fg"
    bash = shutil.which("bash") or "bash"
    with PtyApp("-c", shell, home=tmp_path, size=(100, 40), command=bash) as app:
        app.until(BEGIN)
        app.press("\n")
        app.until("One.")
        app.press(SUSPEND)
        app.until("aside")
        app.until(plain.AWAY_LINE)
        assert "Two." not in app.text
        app.press("q\n")
        assert app.wait() == 0


ANSWER = "\x1b[9;9R"
"""A terminal's answer to the query for the cursor position."""


def test_an_answer_that_is_due_when_somebody_leaves_is_not_typed_into_the_shell(tmp_path: Path) -> None:
    with PtyApp("-c", f"{AJAR}; sleep 0.3", command="/bin/sh", home=tmp_path, answers=False) as app:
        app.until("just begin")
        app.read_nothing(0.6)  # at the end, a slow terminal is waited for longest
        app.press(ANSWER)
        app.until("›")  # noqa: RUF001  # the mark
        app.press("\x1b[B")
        app.press("q")
        app.read_nothing(0.06)
        app.press(ANSWER)
        assert app.wait() == 0
        app.read_what_is_left()
    assert b"^[" not in app.raw.rpartition(b"\x1b[?1049l")[2]


def test_an_answer_that_comes_in_two_pieces_is_not_taken_for_typing(tmp_path: Path) -> None:
    with sitting(tmp_path, answers=False) as app:
        app.press("n")
        app.until("it slipped my mind")
        app.press(ANSWER[:2])
        app.pass_time(0.4)
        app.press("5;12R")
        app.pass_time(0.3)
        assert "it slipped my mind" in app.text
        app.press("5")
        app.until(lambda seen: "it slipped my mind" not in seen.text)
        app.press("q")
        assert app.wait() == 0

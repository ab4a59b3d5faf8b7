"""Keys of every layout, and input that no key sends, at a real terminal: on the screen and in lines."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.e2e.pty_app import PtyApp, now
from tests.fakes.boards import BOARDS, PROTOCOL
from tests.fakes.files import COUNTED
from tests.patience import AT_ONCE
from tui.plain.sitting import BEGIN
from tui.plain.stage import PROMPT

MALFORMED = (
    "\x1b[1114112u", "\x1b[99999999999999999999u", "\x1b[u", "\x1b[;;u", "\x1b[97;5;1114112u", "\x1b[55296u",
    "\x1b[97;99999999999999u", "\x1b[1;1;1;1;1;1u", "\x1b[999~", "\x1b[<99999999999;1;1M",
    "\x1b[48;60000;60000;1;1t", "\x1b[" + "1;" * 3000 + "u",
)  # fmt: skip

CLOSED = PROMPT.strip()
"""Shown below the menu after closing; nothing else is asked in that session."""


@pytest.mark.parametrize("rest", ["c", "ing", ""], ids=["another word", "its end", "Enter alone"])
def test_a_line_that_a_prompt_interrupts_does_not_spoil_what_is_typed_next(rest: str, tmp_path: Path) -> None:
    file = tmp_path / "counted.session.yaml"
    file.write_text(COUNTED, encoding="utf-8")
    with PtyApp("play", str(file), "--plain", "--pace", "0.5", home=tmp_path, size=(100, 40)) as app:
        app.until(BEGIN)
        app.press("\n")
        app.until("One.")
        app.press("clos" if rest else "closing")
        app.until("Two.")
        app.press(f"{rest}\n")
        app.until(CLOSED)
        assert app.settings_before == app.terminal_settings()
        app.press("q\n")
        assert app.wait() == 0


@pytest.mark.parametrize(
    "keys", ["\x1b[A", "\x1b", "\x1b[1;5D", "\x1bOA", "\x1b[1089;5:3u", "\x7f\t", "\x0e"]
)
def test_a_key_that_is_no_letter_does_not_spoil_a_line(keys: str, tmp_path: Path) -> None:
    with sitting(tmp_path, "--plain") as app:
        app.press(f"{keys}c\n")
        app.until(CLOSED)
        app.press("q\n")
        assert app.wait() == 0


FLOOD = 48 * 1024
"""Characters: more than a terminal, a read and the queue of keys hold together, many times over."""


@contextmanager
def sitting(home: Path, *options: str) -> Iterator[PtyApp]:
    """`ajar` at the first prompt of a session that stays there."""
    file = home / "counted.session.yaml"
    file.write_text(COUNTED, encoding="utf-8")
    with PtyApp("play", str(file), "--pace", "10", *options, home=home, size=(100, 40)) as app:
        app.until(BEGIN if options else "Before you begin")
        app.press("\n" if options else "\r")
        app.until("One.")
        yield app


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
@pytest.mark.parametrize("board", BOARDS)
def test_the_key_in_the_same_place_does_what_the_latin_letter_does(
    board: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    end = "\n" if options else ""
    peek, stop = BOARDS[board]
    with sitting(tmp_path, *options) as app:
        app.press(peek + end)
        app.until("without the pauses")
        app.press(stop + end)
        assert app.wait() == 0


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
@pytest.mark.parametrize(
    "board", ["Latin with Ctrl", "Russian", "Russian with Ctrl, c", "Russian with Ctrl, q", "Georgian"]
)  # the others: tests of the screen and of typed lines
def test_the_keyboard_protocol_stops_on_every_board(
    board: str, options: tuple[str, ...], tmp_path: Path
) -> None:
    with sitting(tmp_path, *options) as app:
        app.press(PROTOCOL[board] + "\n" * bool(options))
        assert app.wait() == 0


def test_the_keypad_types_digits_and_enter(tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(100, 40)) as app:
        app.until("just begin")
        app.press("\x1bOq")
        app.until("ask me on the way")
        app.press("\x1bOM")
        app.until("Before you begin")
        app.press("q")
        assert app.wait() == 0


@pytest.mark.parametrize("options", [(), ("--plain",)], ids=["screen", "plain"])
def test_what_no_key_can_be_changes_nothing(options: tuple[str, ...], tmp_path: Path) -> None:
    end = "\n" if options else ""
    with sitting(tmp_path, *options) as app:
        for malformed in MALFORMED[: -1 if options else None]:  # the last is too long for a line
            app.press(malformed)
        app.press("p" + end)
        app.until("without the pauses")
        assert "One." in app.text
        app.press("q" + end)
        assert app.wait() == 0


def flood(app: PtyApp, typed: str) -> None:
    """Type this over and over, while reading the output as well."""
    given = 0
    while given < FLOOD:
        app.press(typed)
        given += len(typed)
        app.pass_time(0.001)


@pytest.mark.parametrize("stop", ["q", "\x03"], ids=["q", "ctrl-c"])
@pytest.mark.parametrize("typed", ["x", "v", "\x1b[B", "?\x1b"], ids=["nothing", "look", "arrow", "pages"])
def test_a_flood_of_keys_does_not_keep_it_from_being_left(typed: str, stop: str, tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(100, 40)) as app:
        app.until("just begin")
        flood(app, typed * 1000)
        pressed = app.press(stop)
        assert app.wait() == 0
        assert now() - pressed < AT_ONCE


@pytest.mark.parametrize("stop", ["q\n", "\x03"], ids=["q", "ctrl-c"])
@pytest.mark.parametrize("typed", ["x", "x\n", "?\n"], ids=["one line", "lines", "keys"])
def test_a_flood_of_lines_does_not_keep_them_from_being_left(typed: str, stop: str, tmp_path: Path) -> None:
    with sitting(tmp_path, "--plain") as app:
        flood(app, typed * 1000)
        pressed = app.press("\n" * (typed == "x") + stop)
        assert app.wait() == 0
        assert now() - pressed < AT_ONCE


def test_a_drag_selects_a_help_line_and_ctrl_c_copies_it_before_it_leaves(tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(100, 40)) as app:
        app.until("just begin")
        app.press("h")
        app.until("call 112")
        row = next(number for number, line in enumerate(app.screen.display, 1) if "112" in line)
        column = app.screen.display[row - 1].index("112") + 1
        for kind, moved, end in ((0, 0, "M"), (32, 1, "M"), (32, 2, "M"), (0, 2, "m")):
            app.press(f"\x1b[<{kind};{column + moved};{row}{end}")
            app.pass_time(0.2)
        app.press("\x03")
        copied = b"\x1b]52;c;" + b64encode(b"112") + b"\x1b\\"
        app.until(lambda seen: copied in seen.raw)
        app.press("\x03")
        assert app.wait() == 0

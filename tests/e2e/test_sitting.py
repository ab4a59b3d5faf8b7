"""A person at a real terminal: sits, says closing, goes on, lands, leaves; and everything is restored."""

from __future__ import annotations

import os
import re
import signal
from functools import partial
from pathlib import Path

import pytest

from tests.e2e.pty_app import PtyApp
from tui.words import lines, phrases

NOTICE = "Before you begin"
LIBRARY = "just begin"
PAGE = "ask me on the way"
FIRST_BEAT = "space pause"
CHECK_IN = "opening"
NOTICING = "it slipped my mind"
INDIRECT_MENU = "something to look at or hold"
HALTED = "people to talk to"
LANDED = " sessions"
PAGES = 20
"""More pages than any path through the shortest session has."""

SCREENS = {
    "library": ((LIBRARY,), ""),
    "session page": ((LIBRARY, PAGE), "1"),
    "notice": ((LIBRARY, PAGE, NOTICE), "1\r"),
    "player": ((LIBRARY, PAGE, NOTICE, FIRST_BEAT), "1\r\r"),
    "paused": ((LIBRARY, PAGE, NOTICE, FIRST_BEAT, "Paused"), "1\r\r "),
    "noticing": ((LIBRARY, PAGE, NOTICE, FIRST_BEAT, NOTICING), "1\r\rn"),
    "indirect menu": ((LIBRARY, PAGE, NOTICE, FIRST_BEAT, INDIRECT_MENU), "1\r\rc"),
    "halted": ((LIBRARY, PAGE, NOTICE, FIRST_BEAT, HALTED), "1\r\rt"),
    "help": ((LIBRARY, "emergency number"), "h"),
    "keys": ((LIBRARY, "Stop at once"), "?"),
    "palette": ((LIBRARY, "a page, a session, a setting"), "\x10"),
}
"""For each screen: what is seen on the way there, and the key pressed after each but the last."""


def go(app: PtyApp, seen: tuple[str, ...], keys: str) -> None:
    """Press each key once the text before it is shown."""
    for text, key in zip(seen, [*keys, ""], strict=True):
        app.until(text)
        if key:
            app.press(key)


@pytest.mark.parametrize("screen", SCREENS)
def test_q_ends_at_once_from_every_screen(screen: str, tmp_path: Path) -> None:
    with PtyApp(home=tmp_path, size=(100, 40)) as app:
        before = app.terminal_settings()
        go(app, *SCREENS[screen])
        app.press("\x03" if screen == "palette" else "q")
        assert app.wait() == 0
        assert_restored(app, before)
        said = app.raw.rpartition(b"\x1b[?1049l")[2].decode()
        if FIRST_BEAT in SCREENS[screen][0]:
            pool = phrases.HALTED_STOP_LINES if screen == "halted" else phrases.STOP_LINES
            assert any(line in said for line in pool)
        else:
            assert not re.search("[a-z]{3}", said), "a farewell where nothing was begun"


def assert_restored(app: PtyApp, before: list[object]) -> None:
    """The alternate screen is left, the cursor shown, the settings as before."""
    assert app.raw.rindex(b"\x1b[?1049l") > app.raw.rindex(b"\x1b[?1049h")
    assert app.raw.rindex(b"\x1b[?25h") > app.raw.rindex(b"\x1b[?25l")
    assert app.terminal_settings() == before


def shows_other(before: str, app: PtyApp) -> bool:
    """Whether the screen has changed."""
    return app.text != before


def enter_until(app: PtyApp, text: str) -> None:
    """Go on with Enter, once for each page, until this is there."""
    for _ in range(PAGES):
        if text in app.text:
            return
        before = app.text
        app.press("\r")
        app.until(partial(shows_other, before))
        app.pass_time(0.5)  # until all of the page is drawn
    raise AssertionError(f"{text!r} not there after {PAGES} pages: {app.text}")


def test_direct_then_closing_then_a_form_then_on_to_the_landing(tmp_path: Path) -> None:
    with PtyApp("play", "one-breath", "--track", "direct", home=tmp_path) as app:
        go(app, (NOTICE, FIRST_BEAT), "\r")
        app.press("\r\r")
        app.until(CHECK_IN)
        app.press("o")
        app.until(lambda seen: CHECK_IN not in seen.text)
        app.press("c")
        app.until(INDIRECT_MENU)
        app.press("0")
        app.until("breath")
        app.press("\r")
        app.until("space pause")
        enter_until(app, LANDED)
        app.press("\x1b")
        app.until(LIBRARY)
        app.press("q")
        assert app.wait() == 0


def test_the_indirect_track_to_its_landing(tmp_path: Path) -> None:
    with PtyApp("play", "one-breath", "--track", "indirect", home=tmp_path) as app:
        go(app, (NOTICE, FIRST_BEAT), "\r")
        app.press("\r\r")
        app.until(CHECK_IN)
        app.press("s")
        app.until("space pause")
        enter_until(app, LANDED)
        app.press("q")
        assert app.wait() == 0
    assert sorted(tmp_path.rglob("*")) == []


@pytest.mark.life_speed
def test_a_stopped_program_finds_the_session_waiting(tmp_path: Path) -> None:
    with PtyApp("play", "one-breath", home=tmp_path) as app:
        go(app, (NOTICE, FIRST_BEAT), "\r")
        app.pass_time(6)
        os.kill(app.pid, signal.SIGSTOP)
        app.pass_time(5)
        os.kill(app.pid, signal.SIGCONT)
        app.until(lines.AWAY[:30])
        app.press(" ")
        app.until(lambda seen: lines.AWAY[:30] not in seen.text)
        app.press("q")
        assert app.wait() == 0


def test_a_terminal_that_hangs_up_leaves_no_process(tmp_path: Path) -> None:
    with PtyApp("play", "one-breath", home=tmp_path) as app:
        go(app, (NOTICE, FIRST_BEAT), "\r")
        app.hang_up()
        assert app.wait() is not None
